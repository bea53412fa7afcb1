/** Blocks that a page takes from files of their own lead there, in the built site. */
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import { fromHtml } from "hast-util-from-html";
import { selectAll } from "hast-util-select";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSite } from "../../src/project/build.ts";
import { Project } from "../../src/project/project.ts";
import { sectionsOf } from "../../src/search/sections.ts";
import { launchBrowser } from "../helpers/browser.ts";
import { withSite } from "../helpers/case.ts";
import { type Served, serve } from "../helpers/serve.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const AT = "https://github.com/o/r/blob/main";

const FILES: Readonly<Record<string, string>> = {
  "data/site.yml": "title: Parts\nbaseURL: https://p.example/\n",
  "content/_index.md": "---\ntitle: Home\n---\nWelcome.\n",
  "content/g/_index.md": "---\ntitle: Guides\n---\nOver them.\n",
  "content/g/a.md": `---
title: A
---
Own text.

{{% include-headless "/intro" %}}

Own text again.

{{< tabs >}}
{{< tab "One" >}}
{{% include-from-yaml data="steps" name="mount" %}}
{{< /tab >}}
{{< tab "Two" >}}
Own.
{{< /tab >}}
{{< /tabs >}}

{{% include-example file="steps" example="read" %}}

{{% table %}}
`,
  "content/g/b.md": '---\ntitle: B\neditURL: false\n---\n{{% include-md "intro.md" %}}\n',
  "content/intro.md": `---
headless: true
---
## The start

First of the file.

{{% include-from-yaml data="steps" name="list" %}}

Last of the file.
`,
  "data/partials/table.md": "| a | b |\n| - | - |\n| 1 | 2 |\n",
  "data/steps.yml": `# Steps
- name: mount
  content: |
    Mount it.

    Turn it.
- name: list
  content: |
    - One
    - Two
- name: read
  description: Read it.
  code: SELECT 1;
`,
};

/** The links of an article to its parts: what they stand in, where they lead. */
function partsIn(html: string): string[][] {
  const tree = fromHtml(html);
  return selectAll("a.part", tree).map(({ properties: { href, title } }) => [
    String(href).replace(`${AT}/`, ""),
    String(title),
  ]);
}

describe("parts of a page", () => {
  let folder: string;
  let served: Served;
  let browser: Browser;

  const build = async (files: Readonly<Record<string, string>>, out: string): Promise<void> =>
    withSite({ ...FILES, ...files }, async (root) => {
      const project = await Project.open(root);
      expect(await buildSite(project, out)).toBe(true);
      expect(project.diagnostics()).toEqual([]);
    });
  const read = (name: string): string => readFileSync(join(folder, name), "utf8");

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "waymark-parts-"));
    await build(
      { "data/site.yml": `title: Parts\nbaseURL: https://p.example/\nedit: ${AT}/{path}\n` },
      join(folder, "with"),
    );
    await build({}, join(folder, "without"));
    served = await serve(join(folder, "with"));
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await served?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const visit = async (
    use: (page: Page) => Promise<void>,
    options: BrowserContextOptions = {},
  ): Promise<void> => {
    const page = await browser.newPage(options);
    await page.goto(`${served.url}g/a/`);
    await use(page);
    await page.close();
  };

  test("lead to the lines where they are written, each run of blocks once", () => {
    expect(partsIn(read("with/g/a/index.html"))).toEqual([
      ["content/intro.md#L4", "Edit this part: content/intro.md"],
      ["data/steps.yml#L9", "Edit this part: data/steps.yml#list"],
      ["content/intro.md#L10", "Edit this part: content/intro.md"],
      ["data/steps.yml#L4", "Edit this part: data/steps.yml#mount"],
      ["data/steps.yml#L12", "Edit this part: data/steps.yml#read"],
      ["data/partials/table.md#L1", "Edit this part: data/partials/table.md"],
    ]);
    const list = selectAll(".page-parts a", fromHtml(read("with/g/a/index.html")));
    expect(list.map(({ properties: { href } }) => String(href).replace(`${AT}/`, ""))).toEqual([
      "content/intro.md",
      "data/steps.yml",
      "data/steps.yml#L7",
      "data/steps.yml#L11",
      "data/steps.yml#L2",
      "data/partials/table.md",
    ]);
  });

  test("are all that the setting adds: words, twins, search and print have none of it", () => {
    const names = globSync("**/*.{md,txt,html}", { cwd: join(folder, "without") });
    const isOther = (name: string): boolean =>
      partsIn(read(`without/${name}`)).length > 0 ||
      withoutEditing(read(`with/${name}`)) !== withoutEditing(read(`without/${name}`));
    expect(names).toContain("g/print/index.html");
    expect(names.filter(isOther)).toEqual([]);
    expect(partsIn(read("with/g/print/index.html"))).toEqual([]);
    expect(partsIn(read("with/g/b/index.html"))).toEqual([]);
    const article = read("with/g/a/index.html");
    expect(sectionsOf(article)).toEqual(sectionsOf(withoutParts(article)));
  });

  test("are reached by keyboard, without script, and show themselves then", async () => {
    const seen: string[] = [];
    await visit(
      async (page) => {
        const parts = await page.locator(".part").count();
        for (let i = 0; i < 100 && seen.length < parts; i++) {
          await page.keyboard.press("Tab");
          const at = await page.evaluate(() => {
            const part = document.activeElement;
            if (part?.matches(".part") !== true) return undefined;
            const { width, height } = part.getBoundingClientRect();
            const isSeen = getComputedStyle(part).opacity === "1" && width >= 24 && height >= 24;
            return `${isSeen ? "" : "unseen "}${part.getAttribute("href")}`;
          });
          if (at !== undefined) seen.push(at.replace(`${AT}/`, ""));
        }
      },
      { javaScriptEnabled: false },
    );
    expect(seen).toEqual([
      "content/intro.md#L4",
      "data/steps.yml#L9",
      "content/intro.md#L10",
      "data/steps.yml#L4",
      "data/steps.yml#L12",
      "data/partials/table.md#L1",
    ]);
  });

  test("show where a pointer is, and take no clicks elsewhere", async () => {
    await visit(async (page) => {
      const own = page.locator("p", { hasText: "Mount it." }).locator("> .part");
      const looks = (): Promise<string[]> =>
        own.evaluate((part) => {
          const { opacity, pointerEvents } = getComputedStyle(part);
          return [opacity, pointerEvents];
        });
      expect(await looks()).toEqual(["0", "none"]);
      await page.getByText("Mount it.").hover();
      expect(await looks()).toEqual(["1", "auto"]);
      await own.hover();
      expect(await looks()).toEqual(["1", "auto"]);
    });
  });

  test("have a menu with a link to the block and one to its source", async () => {
    await visit(
      async (page) => {
        const menu = page.getByRole("dialog", { name: "This part" });
        const opener = page.locator("p", { hasText: "Mount it." }).locator("> .part");
        await page.getByText("Mount it.").hover();
        await opener.click();
        expect(await menu.locator("p").textContent()).toBe("data/steps.yml#mount");
        const edit = menu.getByRole("link", { name: "Edit this part" });
        expect(await edit.getAttribute("href")).toBe(`${AT}/data/steps.yml#L4`);
        const copy = menu.getByRole("button");
        expect(await copy.evaluate((one) => one === document.activeElement)).toBe(true);
        await copy.click();
        await menu.getByText("Link copied").waitFor();
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        expect(copied).toBe(`${page.url()}#the-start-one`);
        await page.keyboard.press("Escape");
        expect(await menu.count()).toBe(0);
        expect(await opener.evaluate((one) => one === document.activeElement)).toBe(true);
        // By keyboard, in a heading: the link is the heading's own.
        await page.locator("h2 .part").focus();
        await page.keyboard.press("Space");
        await copy.click();
        await menu.getByText("Link copied").waitFor();
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
          `${page.url()}#the-start`,
        );
        expect(page.url()).toBe(`${served.url}g/a/`);
      },
      { permissions: ["clipboard-read", "clipboard-write"], viewport: { width: 320, height: 640 } },
    );
  });

  test.each(["ltr", "rtl"])("keep within a window of 320 px, %s", async (direction) => {
    await visit(
      async (page) => {
        await page.evaluate((dir) => {
          document.documentElement.dir = dir;
        }, direction);
        const outside = await page.evaluate(() =>
          [...document.querySelectorAll(".part")].flatMap((part) => {
            const { left, right } = part.getBoundingClientRect();
            return left < 0 || right > innerWidth ? [part.outerHTML] : [];
          }),
        );
        expect(outside).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      },
      { viewport: { width: 320, height: 640 } },
    );
  });

  test("are not printed, and not copied with the text", async () => {
    await visit(async (page) => {
      const copied = await page.evaluate(() => {
        getSelection()?.selectAllChildren(document.querySelector(".prose") ?? document.body);
        return String(getSelection());
      });
      expect(copied).toContain("Mount it.\n\nTurn it.");
      expect(copied).not.toContain("✎");
      await page.emulateMedia({ media: "print" });
      expect(await page.locator(".part").filter({ visible: true }).count()).toBe(0);
    });
  });

  test.each([1280, 320])("leave axe nothing to find at %i px", async (width) => {
    await visit(
      async (page) => {
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          // What shows only with focus or a pointer is measured as it looks then.
          await page.addStyleTag({ content: ".part { opacity: 1 !important }" });
          await page.evaluate(AXE);
          const found = await page.evaluate(() =>
            (window as unknown as { axe: { run(o: object): Promise<AxeResults> } }).axe.run({
              runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
            }),
          );
          expect(
            found.violations.flatMap(({ id, nodes }) => nodes.map((n) => `${id} ${n.html}`)),
          ).toEqual([]);
        }
      },
      { viewport: { width, height: 800 }, reducedMotion: "reduce", bypassCSP: true },
    );
  });
});

/** A page without its links to edit anything. */
function withoutEditing(html: string): string {
  return withoutParts(html)
    .replace(/<details class="page-parts.*?<\/details>/gs, "")
    .replace(/<a [^>]*href="https:\/\/github\.com\/[^>]*>.*?<\/a>/gs, "")
    .replace(/\s+/g, "");
}

function withoutParts(html: string): string {
  return html.replace(/<a class="part"[^>]*><\/a>/g, "");
}
