/** What a page's head does in a browser: colors of its bars, and the change to another page. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../helpers/browser.ts";
import { visit } from "./visit.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
});

/** The color that the browser's bars take, and that of the page. */
function colors(page: Page): Promise<{ bars: string; page: string }> {
  return page.evaluate(() => {
    const metas = [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')];
    const counts = metas.find(({ media }) => media === "" || matchMedia(media).matches);
    const probe = document.createElement("i");
    document.body.append(probe);
    probe.style.color = counts?.content ?? "";
    const bars = getComputedStyle(probe).color;
    probe.remove();
    return { bars, page: getComputedStyle(document.body).backgroundColor };
  });
}

describe("the color of the browser's bars", () => {
  for (const system of ["light", "dark"] as const) {
    for (const theme of ["", "light", "dark"]) {
      test(`is the page's in a ${system} system with the theme "${theme}"`, async () => {
        await visit(
          browser,
          "authoring/",
          async (page) => {
            await page.evaluate((chosen) => localStorage.setItem("theme", chosen), theme);
            await page.reload();
            const { bars, page: paper } = await colors(page);
            expect(bars).toBe(paper);
          },
          { colorScheme: system },
        );
      });
    }
  }
});
