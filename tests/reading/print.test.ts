/** Paper: pages of the shipped site as PDF, read back; every panel's text stands in it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fromHtml } from "hast-util-from-html";
import { selectAll } from "hast-util-select";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { extractText, getDocumentProxy } from "unpdf";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchBrowser } from "../helpers/browser.ts";
import { pagesIn, SECTION_PRINT } from "./page-kinds.ts";
import { visit as visitWith } from "./visit.ts";

const { folder } = inject("shippedSite");

/** The guides with the most panels. */
const GUIDES = pagesIn(folder)
  .map((path) => ({ path, panels: panelsOf(path) }))
  .sort((a, b) => b.panels - a.panels)
  .slice(0, 3)
  .map(({ path }) => path);

/** The shortest print view that has tabs within tabs: the long ones make hundreds of sheets. */
const VIEW =
  pagesIn(folder)
    .filter((path) => path.endsWith("print/") && read(path).includes(" › "))
    .filter((path) => selectAll(".open-tabs .open-tabs", fromHtml(read(path))).length > 0)
    .sort((a, b) => read(a).length - read(b).length)[0] ?? SECTION_PRINT;

function read(path: string): string {
  return readFileSync(join(folder, path, "index.html"), "utf8");
}

function panelsOf(path: string): number {
  return selectAll(".panel", fromHtml(read(path))).length;
}

/** Text as it can be compared: a PDF knows no blanks, and has letters of its own. */
function bare(text: string): string {
  return text.normalize("NFKC").replace(/[\s\u00ad\u200b]+/g, "");
}

/** The sheets of the page as paper has it. */
async function sheetsOf(page: Page): Promise<string[]> {
  const pdf = await page.pdf({ format: "A4" });
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(document, { mergePages: false });
  return text.map(bare);
}

/** Whether a text stands on one sheet, or goes on at the next one. */
function isOn(sheets: readonly string[], text: string): boolean {
  return sheets.some((sheet, at) => {
    if (sheet.includes(text)) return true;
    let length = text.length - 1;
    while (length > 0 && !sheet.includes(text.slice(0, length))) length--;
    return length > 0 && (sheets[at + 1] ?? "").includes(text.slice(length));
  });
}

/** The texts within `selector` that are to be read, as they are written. */
function textsIn(path: string, selector: string): string[] {
  const tree = fromHtml(read(path));
  const texts: string[] = [];
  const collect = (node: { type: string; value?: string; children?: unknown[] }): void => {
    if (node.type === "text" && node.value !== undefined) texts.push(bare(node.value));
    for (const child of node.children ?? []) collect(child as typeof node);
  };
  for (const panel of selectAll(selector, tree)) collect(panel);
  // The links of headings to themselves are not printed, nor are the lists of tabs in panels.
  return [...new Set(texts)].filter((text) => text.length > 3);
}

describe("on paper", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  const visit = (
    path: string,
    use: (page: Page) => Promise<void>,
    options?: BrowserContextOptions,
  ): Promise<void> => visitWith(browser, path, use, options);

  async function expectAll(page: Page, expected: readonly string[]): Promise<void> {
    expect(expected.length).toBeGreaterThan(20);
    const sheets = await sheetsOf(page);
    const whole = sheets.join("");
    expect(expected.filter((part) => !whole.includes(part) && !isOn(sheets, part))).toEqual([]);
  }

  const options: readonly (readonly [string, BrowserContextOptions])[] = [
    ["in light", {}],
    ["in dark", { colorScheme: "dark" }],
    ["without script", { javaScriptEnabled: false }],
  ];

  test.each(options)("%s every panel's text of the longest guides is there", async (_, how) => {
    for (const path of GUIDES) {
      await visit(path, (page) => expectAll(page, textsIn(path, ".panel")), how);
    }
  });

  test("another tab chosen changes nothing", async () => {
    const [path = ""] = GUIDES;
    await visit(path, async (page) => {
      await page.getByRole("tab", { selected: false }).first().click();
      await expectAll(page, textsIn(path, ".panel"));
    });
  });

  test.each(options)(
    "%s a section's print view has all its text, every tab under its path",
    async (_, how) => {
      await visit(
        VIEW,
        async (page) => {
          await expectAll(page, textsIn(VIEW, ".print-view"));
          const labels = await page.locator(".open-title").allTextContents();
          expect(labels.filter((label) => label.includes(" › ")).length).toBeGreaterThan(0);
        },
        how,
      );
    },
  );

  test.each([
    ["the system's", {}],
    ["the reader's", { theme: "dark" }],
  ])("dark is printed dark on white, also where it is %s choice", async (_, stored) => {
    await visit(
      GUIDES[0] ?? "",
      async (page) => {
        await page.evaluate((values) => Object.assign(localStorage, values), stored);
        await page.reload();
        await page.emulateMedia({ media: "print", colorScheme: "dark" });
        const [paper, ink] = await page.evaluate(() => {
          const { backgroundColor, color } = getComputedStyle(document.body);
          return [backgroundColor, color];
        });
        expect(paper).toBe("rgb(255, 255, 255)");
        expect(ink).toMatch(/^rgb\(([0-5]?\d), ([0-5]?\d), ([0-5]?\d)\)$/);
      },
      { colorScheme: "dark" },
    );
  });

  test("a page says where it stands and when it was printed, and links where they lead", async () => {
    await visit("ingest-data/postgres/self-hosted/", async (page) => {
      const external = await page
        .locator('.prose a[href^="http"]')
        .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
      const text = (await sheetsOf(page)).join("");
      expect(text).toContain(bare(await page.locator("h1").innerText()));
      expect(text).toContain(bare(page.url()));
      expect(text).toMatch(/Printed\w+\d+,\d{4}/);
      expect(external.filter((href) => !text.includes(bare(href)))).toEqual([]);
      for (const gone of ["Searchthedocs", "Onthispage", "Previous"])
        expect(text).not.toContain(gone);
    });
  });

  test.each(["", "sql/create-source/postgres/", "authoring/shortcodes/", SECTION_PRINT])(
    "nothing of %j is wider than the paper",
    async (path) => {
      await visit(
        path,
        async (page) => {
          await page.emulateMedia({ media: "print" });
          const wide = await page.evaluate(() =>
            [...document.querySelectorAll("main *")]
              .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
              .filter((element) => getComputedStyle(element).position !== "absolute")
              .map((element) => `${element.tagName}.${element.getAttribute("class")}`),
          );
          expect(wide).toEqual([]);
        },
        // A4 without its margins, in CSS pixels.
        { viewport: { width: 672, height: 950 } },
      );
    },
  );
});
