/** A copy of a site that works from files: opened in a real browser, without any server. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { fromHtml } from "hast-util-from-html";
import { selectAll } from "hast-util-select";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSite } from "../../src/project/build.ts";
import { Project } from "../../src/project/project.ts";
import { launchBrowser } from "../helpers/browser.ts";
import { withSite } from "../helpers/case.ts";
import { REPOSITORY } from "../helpers/repository.ts";

const PIXEL =
  '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>';

/** Addresses of every kind, below a base path. */
const SITE = {
  "data/site.yml": "title: Little docs\nbaseURL: https://docs.example/base/\n",
  "content/_index.md": "---\ntitle: Home\n---\nTo [the guide](/guide/first/).\n",
  "content/guide/_index.md": "---\ntitle: Guide\n---\n",
  "content/guide/first.md": `---
title: First steps
aliases: [/old/first/]
---
[Second](second.md#the-end), [its top](/guide/second/?tabs=inner), [file](/files/a%20b.txt),
[here](#last), [elsewhere](https://example.com/).

![A picture](/images/pixel.svg)

<p style="background: url(/base/images/pixel.svg)"><img src="/images/pixel.svg" srcset="/images/pixel.svg 1x, /images/pixel.svg 2x" alt="Another"></p>

## Last
`,
  "content/guide/second.md": `---
title: Second steps
---
{{< tabs >}}
{{< tab "Outer one" >}}First.{{< /tab >}}
{{< tab "Outer two" >}}
{{< tabs >}}
{{< tab "Inner one" >}}Text.{{< /tab >}}
{{< tab "Inner two" >}}
### Zanzibar settings

Where zanzibar is set.
{{< /tab >}}
{{< /tabs >}}
{{< /tab >}}
{{< /tabs >}}

## The end
`,
  "static/files/a b.txt": "A download.",
  "static/images/pixel.svg": PIXEL,
  "static/own/page.html":
    '<!doctype html><html lang="en"><head><title>Own</title><link rel="stylesheet" href="/base/own/own.css"></head><body><script type="module" src="own.js"></script></body></html>',
  "static/own/own.css":
    '/* url(/base/x) */ @import "/base/own/more.css"; @view-transition { navigation: auto } body { background: url("../images/pixel.svg") }',
  "static/own/more.css": "p { background: url(/base/images/pixel.svg) }",
  "static/own/own.js":
    'import { word } from "./word.js"; document.body.append(word, await (await fetch("/base/pagefind/pagefind-entry.json")).status);',
  "static/own/word.js": 'export const word = "Loaded";',
};

function addressesIn(html: string): string[] {
  return selectAll("[href], [src], [action]", fromHtml(html)).map(({ properties }) =>
    String(properties.href ?? properties.src ?? properties.action),
  );
}

describe("an offline copy", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  /** Opens a file; fails on requests of anything but files, and on every error. */
  async function open(
    path: string,
    use: (page: Page) => Promise<void>,
    prepare?: (page: Page) => Promise<void>,
  ): Promise<void> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const problems: string[] = [];
    page.on("pageerror", ({ message }) => problems.push(message));
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) problems.push(message.text());
    });
    page.on("request", (request) => {
      if (!request.url().startsWith("file:")) problems.push(request.url());
    });
    page.on("requestfailed", (request) => problems.push(`No ${request.url()}`));
    try {
      await prepare?.(page);
      await page.goto(pathToFileURL(path).href);
      await use(page);
      expect(problems).toEqual([]);
    } finally {
      await page.close();
    }
  }

  async function search(page: Page, words: string): Promise<void> {
    await page.keyboard.press("/");
    await page.getByRole("combobox").fill(words);
    await page.locator('[role="option"]').first().waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/#/);
  }

  /** The text under the place that the address names, when it is in view. */
  async function arrival(page: Page): Promise<string> {
    const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
    const place = page.locator(`[id="${id}"]`);
    await place.waitFor({ state: "visible" });
    return (await place.textContent()) ?? "";
  }

  describe("of this site", () => {
    let work = "";
    let folder = "";

    beforeAll(async () => {
      work = mkdtempSync(join(tmpdir(), "waymark-offline-"));
      folder = join(work, "first place");
      const project = await Project.open(REPOSITORY);
      await project.renderAll();
      await buildSite(project, folder, { isOffline: true });
      // A copy is carried around.
      cpSync(folder, join(work, "moved # 100%"), { recursive: true });
      rmSync(folder, { recursive: true });
      folder = join(work, "moved # 100%");
    });

    afterAll(() => rmSync(work, { recursive: true, force: true }));

    test("is searched by keyboard, arrives in a tab, and goes on by the navigation", async () => {
      await open(join(folder, "index.html"), async (page) => {
        await search(page, "target group health checks");
        await expect.poll(() => page.url()).toMatch(/^file:.*\/index\.html#.*aws-privatelink/);
        await page.getByRole("tab", { name: "AWS PrivateLink", selected: true }).first().waitFor();
        expect(await arrival(page)).not.toBe("");

        await page.locator("#side summary", { hasText: "Manual" }).click();
        await page.locator("#side summary", { hasText: "Share text" }).click();
        await page.locator("#side a", { hasText: "Partials" }).click();
        await page.waitForURL(/authoring\/partials\/index\.html$/);
        expect(await page.locator("h1").textContent()).toBe("Partials");

        const next = page.locator('a[rel="next"]');
        const title = (await next.locator("strong").textContent())?.trim() ?? "";
        await next.click();
        await page.waitForURL(/index\.html$/);
        expect(await page.title()).toContain(title);
      });
    });

    test("keeps tabs, theme, contents and copying, also where nothing can be stored", async () => {
      const guide = join(folder, "ingest-data/postgres/self-hosted/index.html");
      await open(
        guide,
        async (page) => {
          const cloud = page.getByRole("tab", { name: "Cloud", exact: true });
          await cloud.focus();
          await page.keyboard.press("ArrowRight");
          expect(await cloud.getAttribute("aria-selected")).toBe("false");
          await page.locator('[popovertarget="theme-menu"]').click();
          await page.getByRole("radio", { name: "Dark" }).check();
          expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
          await page.keyboard.press("Escape");
          await page.locator("#toc a").last().click();
          expect(await arrival(page)).not.toBe("");
          expect(await page.locator(".code .copy").count()).toBeGreaterThan(3);
        },
        async (page) => {
          await page.addInitScript(() => {
            for (const name of ["localStorage", "sessionStorage"])
              Object.defineProperty(globalThis, name, {
                get() {
                  throw new DOMException("Denied", "SecurityError");
                },
              });
          });
        },
      );
    });

    test("copies a page as Markdown, or shows it where nothing may be copied", async () => {
      const guide = join(folder, "ingest-data/postgres/faq");
      const twin = readFileSync(join(guide, "index.md"), "utf8");
      const copyPage = (page: Page): Promise<void> =>
        page.getByRole("button", { name: "Copy page" }).click();
      await open(
        join(guide, "index.html"),
        async (page) => {
          await copyPage(page);
          const status = page.locator(".page-meta [role=status]");
          await status.getByText("Copied").waitFor({ state: "attached" });
          expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(twin);
        },
        (page) => page.context().grantPermissions(["clipboard-read", "clipboard-write"]),
      );
      await open(
        join(guide, "index.html"),
        async (page) => {
          await copyPage(page);
          await page.waitForURL(/faq\/index\.md$/);
        },
        async (page) => {
          await page.addInitScript(() => {
            Object.defineProperty(navigator, "clipboard", { value: undefined });
          });
        },
      );
    });

    test("has no address that only a server understands", () => {
      const pages = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
        path.endsWith(".html"),
      );
      expect(pages.length).toBeGreaterThan(50);
      for (const path of pages) {
        const html = readFileSync(join(folder, path), "utf8");
        const wrong = addressesIn(html)
          .filter((address) => !/^(?:#|[a-z]+:)/.test(address))
          .filter((address) => {
            const file = new URL(address, pathToFileURL(join(folder, path)));
            return !existsSync(file) || file.pathname.endsWith("/");
          });
        expect({ path, wrong }).toEqual({ path, wrong: [] });
        expect(html).not.toContain('type="module"');
      }
    });
  });

  test("of a site below a base path: links, images, downloads, redirects, own scripts and styles", async () => {
    await withSite(SITE, async (root) => {
      const out = join(root, "out");
      const project = await Project.open(root);
      await project.renderAll();
      expect(project.diagnostics().filter(({ level }) => level === "error")).toEqual([]);
      await buildSite(project, out, { isOffline: true });
      const forServers = ["404.html", "_headers", "_redirects", "robots.txt", "sitemap.xml"];
      for (const name of [...forServers, "pagefind", "_nav"])
        expect(existsSync(join(out, name))).toBe(false);
      expect(readFileSync(join(out, "own/own.css"), "utf8")).toBe(
        '/* url(/base/x) */ @import "more.css";  body { background: url("../images/pixel.svg") }',
      );
      await open(join(out, "old/first/index.html"), async (page) => {
        await page.waitForURL(/guide\/first\/index\.html$/);
        const hrefs = await page
          .locator("article p a")
          .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
        expect(hrefs).toEqual(
          expect.arrayContaining([
            "../second/index.html#the-end",
            "../second/index.html?tabs=inner",
            "../../files/a%20b.txt",
            "#last",
            "https://example.com/",
          ]),
        );
        for (const image of await page.locator("article img").all())
          expect(
            await image.evaluate((node: HTMLImageElement) => node.naturalWidth),
          ).toBeGreaterThan(0);
        expect(await page.locator("article img[srcset]").getAttribute("srcset")).toBe(
          "../../images/pixel.svg 1x, ../../images/pixel.svg 2x",
        );
        expect(await page.locator("link[rel=canonical]").getAttribute("href")).toBe(
          "https://docs.example/base/guide/first/",
        );

        await search(page, "zanzibar");
        await expect
          .poll(() => page.url())
          .toMatch(/guide\/second\/index\.html#zanzibar-settings$/);
        expect(await arrival(page)).toContain("Zanzibar settings");
        await page.locator(".logo").click();
        await page.waitForURL(/out\/index\.html$/);
      });
      await open(join(out, "index.html"), async (page) => {
        // A link that is followed in the moment in which it is added leads to a file too.
        await page.evaluate(() => {
          const link = document.createElement("a");
          link.href = "/base/guide/second/#the-end";
          document.body.append(link);
          link.click();
        });
        await page.waitForURL(/guide\/second\/index\.html#the-end$/);
      });
      await open(join(out, "search/index.html"), async (page) => {
        await page.getByRole("searchbox").fill("zanzibar");
        await page.getByRole("searchbox").press("Enter");
        await page.locator(".seek-hits a[href]").first().waitFor();
        await page.locator('.seek-hits a[href$="#zanzibar-settings"]').first().click();
        await page.waitForURL(/guide\/second\/index\.html.*#zanzibar-settings$/);
      });
      await open(join(out, "own/page.html"), async (page) => {
        await page.getByText("Loaded200").waitFor();
      });
    });
  });
});
