/** A site whose authors write raw HTML: it keeps its own policy in a browser. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildSite } from "../../src/project/build.ts";
import { Project } from "../../src/project/project.ts";
import { launchBrowser } from "../helpers/browser.ts";
import { withSite } from "../helpers/case.ts";
import { type Served, serve } from "../helpers/serve.ts";

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9H0z"/></svg>';

const RAW = (host: string): string => `---
title: "Raw </script><script>alert(1)</script>"
aliases: [/old/, recover]
description: "</script><b>"
---

<p id="styled" style="color: rgb(1, 2, 3); font-family: &quot;A B&quot;, 'C'">Styled.</p>

<style>#sheet { color: rgb(4, 5, 6) }</style>
<p id="sheet">By a sheet.</p>
<p id="scripted">Not yet.</p>
<script>document.getElementById("scripted").textContent = "Done & <done>";</script>

[Plain](plain.md)

![A picture](${host}/a.svg)

<button id="pressed" onclick="this.textContent = 'Pressed'">Press</button>
`;

let foreign: Server;
let site: Served;
let out: string;

beforeAll(async () => {
  foreign = createServer((_request, response) => {
    response.setHeader("Content-Type", "image/svg+xml");
    response.end(SVG);
  });
  await new Promise<void>((resolve) => foreign.listen(0, "127.0.0.1", resolve));
  const host = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}`;
  out = mkdtempSync(join(tmpdir(), "waymark-policy-"));
  const files = {
    "data/site.yml": "title: Own\nbaseURL: https://docs.example.com/docs/\n",
    "content/_index.md": "Home.\n",
    "content/raw.md": RAW(host),
    "content/plain.md": "Plain.\n",
    "static/demo.html": "<!doctype html><title>Demo</title><script>document.title = 'Ran'</script>",
  };
  await withSite(files, async (root) => {
    const project = await Project.open(root);
    await project.renderAll();
    expect(project.hasErrors).toBe(false);
    await buildSite(project, join(out, "site"));
  });
  site = await serve(join(out, "site"), "/docs/");
});

afterAll(async () => {
  await site?.close();
  await new Promise((resolve) => foreign.close(resolve));
  rmSync(out, { recursive: true, force: true });
});

test("what authors wrote works under the policy, without a word on the console", async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on("pageerror", ({ message }) => problems.push(message));
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(message.text());
    });
    await page.goto(`${site.url}raw/`);
    const color = (id: string): Promise<string> =>
      page.locator(id).evaluate((node) => getComputedStyle(node).color);
    expect(await color("#styled")).toBe("rgb(1, 2, 3)");
    expect(await color("#sheet")).toBe("rgb(4, 5, 6)");
    expect(await page.locator("#scripted").textContent()).toBe("Done & <done>");
    const picture = page.getByAltText("A picture");
    expect(await picture.evaluate((node: HTMLImageElement) => node.naturalWidth)).toBe(9);
    await page.locator("#pressed").click();
    expect(await page.locator("#pressed").textContent()).toBe("Pressed");
    expect(await page.title()).toBe("Raw </script><script>alert(1)</script> · Own");
    const graph = await page.locator('script[type="application/ld+json"]').textContent();
    expect(JSON.parse(graph ?? "")["@graph"][1].description).toBe("</script><b>");
    await page.goto(`${site.url}demo.html`);
    expect(await page.title()).toBe("Ran");
    expect(problems).toEqual([]);
  } finally {
    await browser.close();
  }
});

test("an alias leads on by the host, and by its page on hosts without rules", async () => {
  for (const path of ["old/", "old", "recover/"]) {
    const { url, redirected } = await fetch(site.url + path);
    expect([url, redirected]).toEqual([`${site.url}raw/`, true]);
  }
  const html = readFileSync(join(out, "site/old/index.html"), "utf8");
  expect(html).toContain('<meta http-equiv="refresh" content="0; url=/docs/raw/">');
  expect(html).toContain('<link rel="canonical" href="https://docs.example.com/docs/raw/">');
  expect(html).toContain('<meta name="robots" content="noindex">');
});

test("the page that is not there is kept out of search engines", async () => {
  const lost = await fetch(`${site.url}none/`);
  expect(lost.status).toBe(404);
  expect(await lost.text()).toContain('<meta name="robots" content="noindex">');
});

test("the page behind a link is fetched when the pointer rests on the link", async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${site.url}raw/`);
    const asked = site.requests.length;
    await page.locator('a[href="/docs/plain/"]:visible').first().hover();
    await expect
      .poll(() => site.requests.slice(asked), { timeout: 20_000 })
      .toContain("/docs/plain/");
    await expect.poll(() => new URL(page.url()).pathname).toBe("/docs/raw/");
  } finally {
    await browser.close();
  }
});
