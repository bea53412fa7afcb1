/**
 * axe-core on every kind of page, light and dark, wide and narrow, with everything open
 * that opens: every rule of WCAG 2.0 to 2.2 at levels A and AA, and axe's best practices.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOnly } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchBrowser } from "../helpers/browser.ts";
import { pageKindsIn } from "./page-kinds.ts";
import { pageStates, showAllPanels } from "./page-states.ts";
import { settled } from "./settled.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** No rule is switched off. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** Text at 7:1 (WCAG 1.4.6). */
const MORE_CONTRAST: RunOnly = { type: "rule", values: ["color-contrast-enhanced"] };

const WIDTHS = [1280, 320];

describe("axe finds nothing", () => {
  const { url, folder } = inject("shippedSite");
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  const open = async (path: string, width: number): Promise<Page> => {
    // Colors are measured at rest: without motion, no transition is under way.
    const page = await browser.newPage({
      viewport: { width, height: 800 },
      reducedMotion: "reduce",
    });
    await page.goto(url + path);
    return page;
  };

  describe.each(pageKindsIn(folder))("on the $name", ({ path }) => {
    test.each(WIDTHS)("at %i px", async (width) => {
      const page = await open(path, width);
      expect(await violations(page)).toEqual([]);
      await showAllPanels(page);
      expect(await violations(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await violations(page)).toEqual([]);
      await page.emulateMedia({ forcedColors: "active" });
      expect(await violations(page)).toEqual([]);
      await page.close();
    });
  });

  describe.each(["light", "dark"] as const)(
    "where readers ask for more contrast, %s",
    (colorScheme) => {
      test.each(pageKindsIn(folder))("on the $name", async ({ path }) => {
        const page = await browser.newPage({ contrast: "more", colorScheme });
        await page.goto(url + path);
        expect(await violations(page, MORE_CONTRAST)).toEqual([]);
        await page.close();
      });
    },
  );

  describe.each(pageStates(folder))("with $name", ({ path, widths, enter }) => {
    test.each(WIDTHS.filter((width) => widths === undefined || widths.includes(width)))(
      "at %i px",
      async (width) => {
        const page = await open(path, width);
        await enter(page);
        expect(await violations(page)).toEqual([]);
        await page.emulateMedia({ colorScheme: "dark" });
        expect(await violations(page)).toEqual([]);
        await page.close();
      },
    );
  });
});

/** What axe has to say, one line for each element. */
async function violations(
  page: Page,
  runOnly: RunOnly = { type: "tag", values: TAGS },
): Promise<string[]> {
  await settled(page);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  const result = await page.evaluate(
    (only) =>
      (window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({
        runOnly: only,
        resultTypes: ["violations"],
      }),
    runOnly,
  );
  return result.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.target.join(" ")} ${node.failureSummary ?? ""}`),
  );
}
