/** What script adds to a page, in a real browser on a little site. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { buildSite } from "../../src/project/build.ts";
import { Project } from "../../src/project/project.ts";
import { launchBrowser } from "../helpers/browser.ts";
import { type Served, serve } from "../helpers/serve.ts";

const LONG = "A line of text that only takes room.\n\n".repeat(30);

const PAGE = `---
title: Self-hosted
---

## Before

{{< tabs group="net" >}}
{{< tab "Addresses" >}}
${LONG}
{{< /tab >}}
{{< tab "Tunnel" >}}
Short.
{{< /tab >}}
{{< /tabs >}}

## Network

{{< tabs group="host" >}}
{{< tab "Cloud" >}}
{{< tabs group="net" >}}
{{< tab "Addresses" >}}
Outer ways.
{{< /tab >}}
{{< tab "Tunnel" >}}

### Check the tunnel

Look at it.
{{< /tab >}}
{{< /tabs >}}
{{< /tab >}}
{{< tab "Own" >}}

### Own network

Nothing to do.
{{< /tab >}}
{{< /tabs >}}

{{< details summary="More" >}}
#### In the fold

Folded.
{{< /details >}}

{{< tabs group="constructor" >}}
{{< tab "One" >}}
1
{{< /tab >}}
{{< tab "Two" >}}
2
{{< /tab >}}
{{< /tabs >}}

## Commands

\`\`\`sh
$ curl \\
    https://a.example
answer
$ exit
\`\`\`

${LONG}
`;

const FILES: Readonly<Record<string, string>> = {
  "hugo.toml": 'title = "Little docs"\n',
  "content/_index.md": "---\ntitle: Home\n---\n",
  "content/guide/_index.md": "---\ntitle: Guide\n---\n",
  "content/guide/own.md": PAGE,
  "content/guide/short.md": "---\ntitle: Short\n---\n\n## First\n\nA\n\n## Last\n\nB\n",
};

let folder: string;
let served: Served;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let problems: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "waymark-client-"));
  for (const [name, text] of Object.entries(FILES)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const project = await Project.open(folder);
  await project.renderAll();
  await buildSite(project, join(folder, "out"));
  served = await serve(join(folder, "out"));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  problems = [];
  context = await browser.newContext({ viewport: { width: 1300, height: 700 } });
  page = await context.newPage();
  page.on("pageerror", ({ message }) => problems.push(message));
});

afterEach(async () => {
  await context.close();
  expect(problems).toEqual([]);
});

const visit = (path: string): Promise<unknown> => page.goto(`${served.url}guide/${path}`);

/** The labels of the chosen tabs, in order. */
const chosen = (): Promise<string[]> =>
  page.locator('.tab[aria-selected="true"]').allTextContents();

/** The distance of the first match from the window's top. */
const top = (selector: string): Promise<number> =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => Math.round(element.getBoundingClientRect().top));

/** As in browsers that do not tell when a fragment leads into what is hidden. */
const withoutMatching = (): Promise<unknown> =>
  page.addInitScript(() => {
    addEventListener("beforematch", (event) => event.stopImmediatePropagation(), true);
  });

const inWindow = async (selector: string): Promise<boolean> => {
  const at = await top(selector);
  return at >= 0 && at < 700;
};

describe("tabs", () => {
  test("get roles, one tab stop for each group, and panels that tell their label", async () => {
    await visit("own/");
    const group = page.getByRole("tablist", { name: "Choose Cloud or Own" });
    expect(await group.getByRole("tab").allTextContents()).toEqual(["Cloud", "Own"]);
    expect(
      await page
        .locator(".tab")
        .evaluateAll((tabs) => tabs.map((tab) => (tab as HTMLElement).tabIndex)),
    ).toEqual([0, -1, 0, -1, 0, -1, 0, -1]);
    // The panel of Cloud starts with tabs that take focus themselves.
    const panels = ["Cloud", "Addresses"].map((name) => page.getByRole("tabpanel", { name }));
    expect(await panels[0]?.getAttribute("tabindex")).toBeNull();
    expect(await panels[1]?.first().getAttribute("tabindex")).toBe("0");
    expect(await page.locator(".panel").nth(1).getAttribute("hidden")).toBe("until-found");
  });

  test("move by keyboard and wrap; keys with a modifier stay the browser's", async () => {
    await visit("own/");
    const [cloud, own] = ["Cloud", "Own"].map((name) =>
      page.getByRole("tab", { name, exact: true }),
    );
    await cloud?.focus();
    await page.keyboard.press("ArrowLeft");
    expect(await own?.evaluate((tab) => tab === document.activeElement)).toBe(true);
    expect(await chosen()).toEqual(["Addresses", "Own", "Addresses", "One"]);
    await page.keyboard.press("Home");
    expect(await chosen()).toEqual(["Addresses", "Cloud", "Addresses", "One"]);
    await page.keyboard.press("Shift+End");
    expect(await chosen()).toEqual(["Addresses", "Cloud", "Addresses", "One"]);
  });

  test("groups of one name go together, and what the reader looks at stays where it is", async () => {
    await visit("own/");
    const second = page.locator(".tabs .tabs .tab", { hasText: "Tunnel" });
    await second.scrollIntoViewIfNeeded();
    const before = await top(".tabs .tabs .tab");
    await second.click();
    expect(await chosen()).toEqual(["Tunnel", "Cloud", "Tunnel", "One"]);
    expect(await top(".tabs .tabs .tab")).toBe(before);
    await expect.poll(() => new URL(page.url()).search).toBe("?tabs=tunnel");
    await page.goBack();
    await expect.poll(() => page.url()).toBe("about:blank");
  });

  test("a choice is kept, one that only a link made is not", async () => {
    await visit("own/");
    await page.getByRole("tab", { name: "Two" }).click();
    await visit("own/#own-network");
    await visit("short/");
    await visit("own/");
    expect(await chosen()).toEqual(["Addresses", "Cloud", "Addresses", "Two"]);
  });

  test("damaged storage and damaged fragments do no harm", async () => {
    await visit("short/");
    await page.evaluate(() => localStorage.setItem("tabs", '{"net":7'));
    await visit("own/#%E9%");
    expect(await chosen()).toEqual(["Addresses", "Cloud", "Addresses", "One"]);
    expect(await page.locator(".copy").count()).toBe(1);
  });
});

describe("a fragment", () => {
  test("opens all panels around its place and shows it", async () => {
    await withoutMatching();
    await visit("own/#check-the-tunnel");
    expect(await chosen()).toEqual(["Tunnel", "Cloud", "Tunnel", "One"]);
    expect(await inWindow("#check-the-tunnel")).toBe(true);
  });

  test("that changes opens what is around its place", async () => {
    await withoutMatching();
    await visit("own/");
    await page.evaluate(() => location.assign("#own-network"));
    await page.getByRole("tab", { name: "Own", selected: true }).waitFor();
    expect(await inWindow("#own-network")).toBe(true);
  });

  test("opens what was closed again, for the same address", async () => {
    await withoutMatching();
    await visit("own/#own-network");
    await page.getByRole("tab", { name: "Cloud", exact: true }).click();
    await page.evaluate(() => history.replaceState(null, "", "#own-network"));
    await page.locator('#toc a[href="#own-network"]').click();
    expect(await chosen()).toContain("Own");
    expect(await page.locator("#own-network").isVisible()).toBe(true);
    expect(await inWindow("#own-network")).toBe(true);
  });

  test("opens a fold", async () => {
    await visit("own/#in-the-fold");
    expect(await page.locator("details:has(#in-the-fold)").getAttribute("open")).toBe("");
    expect(await inWindow("#in-the-fold")).toBe(true);
  });

  test("leaves the reader's place alone after a reload", async () => {
    await visit("own/#before");
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const before = await page.evaluate(() => Math.round(scrollY));
    await page.reload();
    await page.waitForTimeout(100);
    expect(await page.evaluate(() => Math.round(scrollY))).toBe(before);
  });
});

test("copy takes commands without prompts and answers, and says so", async () => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await visit("own/");
  const button = page.locator(".copy");
  await button.click();
  await page.getByRole("status").filter({ hasText: "Copied" }).waitFor({ state: "attached" });
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    "curl \\\n    https://a.example\nexit",
  );
  expect(await button.textContent()).toBe("Copied");
  await page.waitForTimeout(1800);
  expect(await button.textContent()).toBe("Copy");
});

test("where copying is not allowed the block is selected", async () => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
  });
  await visit("own/");
  await page.locator(".copy").click();
  await page.locator(".copy", { hasText: "Selected" }).waitFor();
  expect(await page.evaluate(() => String(getSelection()))).toContain("https://a.example");
});

test("the theme is chosen by keyboard and is there before the styles on the next page", async () => {
  await visit("short/");
  const button = page.locator('[popovertarget="theme-menu"]');
  expect(await button.getAttribute("aria-label")).toBe("Theme: system");
  await button.focus();
  await page.keyboard.press("Enter");
  await page.locator('#theme-menu [value=""]:checked:focus').waitFor();
  for (const theme of ["light", "dark"]) {
    await page.keyboard.press("ArrowDown");
    // What answers is loaded with the first key.
    await page.getByRole("button", { name: `Theme: ${theme}` }).waitFor();
  }
  await page.getByRole("radio", { name: "Dark", checked: true }).waitFor();
  await page.keyboard.press("Escape");
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  await visit("own/");
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
    "rgb(22, 21, 20)",
  );
});

describe("the table of contents", () => {
  const current = (): Promise<string | null> =>
    page.locator('#toc [aria-current="location"] span').first().textContent();

  test("follows the reader, to the end", async () => {
    await visit("own/");
    expect(await current()).toContain("Before");
    await page.evaluate(() => document.querySelector("#network")?.scrollIntoView());
    await page.locator('#toc [href="#network"][aria-current="location"]').waitFor();
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.locator('#toc [href="#commands"][aria-current="location"]').waitFor();
  });

  test("marks the heading that a link leads to, not the next one below", async () => {
    await visit("own/");
    for (const id of ["network", "check-the-tunnel", "before"]) {
      await page.locator(`#toc [href="#${id}"]`).click();
      await page.locator(`#toc [href="#${id}"][aria-current="location"]`).waitFor();
    }
  });

  test("starts at the first heading where nothing scrolls", async () => {
    await page.setViewportSize({ width: 1300, height: 1600 });
    await visit("short/");
    expect(await current()).toContain("First");
  });

  test("says which tab a heading is in", async () => {
    await visit("own/");
    const entry = page.locator('#toc [href="#check-the-tunnel"]');
    expect((await entry.textContent())?.trim()).toBe("Check the tunnel Cloud › Tunnel");
  });
});

test("paper shows every panel under its path, and what is folded", async () => {
  await visit("own/");
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".panel").count()).toBe(8);
  for (const panel of await page.locator(".panel").all())
    expect(await panel.isVisible()).toBe(true);
  expect(await page.locator(".panel-title").allTextContents()).toContain("Cloud › Tunnel");
  expect(await page.locator("#in-the-fold").isVisible()).toBe(true);
  expect(await page.locator(".tablist").first().isVisible()).toBe(false);
});
