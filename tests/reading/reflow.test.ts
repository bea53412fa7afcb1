/**
 * Every kind of page at all widths, at 400 % zoom and with the spaces that readers may
 * set: nothing is cut off (WCAG 1.4.4, 1.4.10, 1.4.12).
 */
import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchBrowser } from "../helpers/browser.ts";
import { cutOff } from "./cut-off.ts";
import { pageKindsIn, pagesIn } from "./page-kinds.ts";
import { pageStates, showAllPanels } from "./page-states.ts";
import { settled } from "./settled.ts";

/** What readers may set without loss (WCAG 1.4.12). */
const SPACES = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }`;

const WINDOWS = [
  { name: "320 px", viewport: { width: 320, height: 640 } },
  { name: "390 px", viewport: { width: 390, height: 844 } },
  { name: "820 px", viewport: { width: 820, height: 1180 } },
  { name: "1440 px", viewport: { width: 1440, height: 900 } },
  // A window of 1280 by 1024.
  { name: "400 % zoom", viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
];

describe("nothing is cut off", () => {
  const { url, folder } = inject("shippedSite");
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  describe.each(WINDOWS)("at $name", ({ name: _, ...options }) => {
    let context: BrowserContext;

    beforeAll(async () => {
      context = await browser.newContext({ reducedMotion: "reduce", ...options });
    });

    afterAll(() => context?.close());

    test.each(pageKindsIn(folder))("on the $name", async ({ path }) => {
      const page = await context.newPage();
      await page.goto(url + path);
      await settled(page);
      expect(await cutOff(page)).toEqual([]);
      await showAllPanels(page);
      await page.evaluate((spaces) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(spaces);
        document.adoptedStyleSheets.push(sheet);
      }, SPACES);
      await settled(page);
      expect(await cutOff(page)).toEqual([]);
      await page.close();
    });

    const { width } = options.viewport;
    const states = pageStates(folder).filter(({ widths }) => widths?.includes(width) ?? true);
    test.each(states)("with $name", async ({ path, enter }) => {
      const page = await context.newPage();
      await page.goto(url + path);
      await enter(page);
      await settled(page);
      expect(await cutOff(page)).toEqual([]);
      await page.close();
    });

    test("what sticks leaves most of the window to the text", async () => {
      const page = await context.newPage();
      for (const { path } of pageKindsIn(folder)) {
        await page.goto(url + path);
        const covered = await page.evaluate(() => {
          // A cell sticks where it stands at the edge that it sticks to; else it goes with the
          // text, and so it does in a box that scrolls by itself.
          const isStuck = (element: Element): boolean => {
            const { position, top } = getComputedStyle(element);
            if (position !== "sticky" || element.closest("thead") === null)
              return /sticky|fixed/.test(position);
            const isBoxed = element.closest(".scroll:not(.fits)") !== null;
            return !isBoxed && element.getBoundingClientRect().top <= Number.parseFloat(top) + 1;
          };
          const sticks = (element: Element | null): boolean => {
            for (let one = element; one !== null; one = one.parentElement)
              if (isStuck(one)) return true;
            return false;
          };
          const coveredAt = (top: number): number[] => {
            scrollTo({ top, behavior: "instant" });
            return [0.25, 0.5, 0.75, 0.95].filter((share) =>
              sticks(document.elementFromPoint(innerWidth / 2, innerHeight * share)),
            );
          };
          // A window down the page, and in the middle of each table that is taller than a window.
          const tables = [...document.querySelectorAll("main table")].filter(
            (table) => table.checkVisibility() && table.clientHeight > innerHeight,
          );
          const middles = tables.map((table) => {
            const { top, height } = table.getBoundingClientRect();
            return scrollY + top + height / 2;
          });
          return [innerHeight, ...middles].flatMap(coveredAt);
        });
        expect(covered, path).toEqual([]);
      }
      await page.close();
    });
  });

  test("on each page at 320 px", async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    for (const path of pagesIn(folder)) {
      await page.goto(url + path);
      await settled(page);
      expect(await cutOff(page), path).toEqual([]);
    }
    await page.close();
  });
});
