/** The shipped site without a mouse: WCAG 2.1.1, 2.1.2, 2.4.3, 2.4.7 and 2.4.11. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchBrowser } from "../helpers/browser.ts";
import { LONG_GUIDE, pageKindsIn } from "./page-kinds.ts";
import { pageStates } from "./page-states.ts";
import { visit } from "./visit.ts";

/** More stops than any page has: a page that holds the focus in a circle ends there. */
const MANY = 600;

/** The element that has the focus, as a reader meets it. */
interface Stop {
  /** The number of the element in the document; 0 where no element has the focus. */
  readonly place: number;
  readonly name: string;
  /** The parts of the page around it, outermost first. */
  readonly landmark: string;
  /** Whether it, or some of it, is seen: in the window and under nothing. */
  readonly isSeen: boolean;
  readonly hasRing: boolean;
}

describe("by keyboard", () => {
  const { url, folder } = inject("shippedSite");
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  test("from the home page through the search to a copied command in a nested tab", async () => {
    const permissions = ["clipboard-read", "clipboard-write"];
    await visit(
      browser,
      "",
      async (page) => {
        await page.keyboard.press("Tab");
        expect((await stop(page)).name).toContain("Skip to content");

        await page.keyboard.press("/");
        await page.locator("dialog[open] input:focus").waitFor();
        await page.keyboard.type("aurora configure network security");
        const active = page.locator('dialog [role="option"][aria-selected="true"]');
        const wanted = page.locator('dialog [role="option"][href*="amazon-aurora/"]');
        await wanted.first().waitFor();
        const options = await page.locator('dialog [role="option"]').count();
        for (let i = 0; i < options; i++) {
          const href = await active.getAttribute("href");
          if (href?.includes("amazon-aurora/")) break;
          await page.keyboard.press("ArrowDown");
        }
        await page.keyboard.press("Enter");
        await page.waitForURL(/amazon-aurora\/.*#/);

        await tabTo(page, ".tabs .tabs .tab");
        await page.keyboard.press("End");
        const tab = page.locator(".tabs .tabs .tab:focus");
        expect(await tab.getAttribute("aria-selected")).toBe("true");
        const panel = page.locator(`[id="${await tab.getAttribute("aria-controls")}"]`);
        expect(await panel.isVisible()).toBe(true);

        await tabTo(page, ".tabs .tabs figure.code button.copy");
        expect(await panel.locator("button:focus").count()).toBe(1);
        const command = await page
          .locator("figure.code:has(button:focus) code")
          .evaluate((code) => code.textContent);
        expect(command).not.toBe("");
        await page.keyboard.press("Enter");
        await page.locator('[role="status"]', { hasText: "Copied" }).waitFor();
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        expect(copied.trim()).toBe(command?.trim());
      },
      { permissions },
    );
  });

  describe.each([
    { width: 1440, height: 900 },
    { width: 390, height: 600 },
    { width: 320, height: 256 },
  ])("in a window of $width by $height", (viewport) => {
    test.each(pageKindsIn(folder))(
      "the focus goes through the $name in order and is seen",
      async ({ path }) => {
        await visit(
          browser,
          path,
          async (page) => {
            const stops = await allStops(page);
            expect(stops.filter(({ isSeen }) => !isSeen).map(({ name }) => name)).toEqual([]);
            expect(stops.filter(({ hasRing }) => !hasRing).map(({ name }) => name)).toEqual([]);
            const places = stops.map(({ place }) => place);
            expect(places).toEqual(places.toSorted((a, b) => a - b));
            expect(new Set(places).size).toBe(places.length);
            expect(stops[0]?.name).toContain("Skip to content");
            expect(stops.some(({ landmark }) => landmark.includes("main"))).toBe(true);
          },
          { viewport, reducedMotion: "reduce" },
        );
      },
    );
  });

  const openable = pageStates(folder).flatMap((state) =>
    (state.widths ?? [390, 1440]).map((width) => ({ ...state, width })),
  );
  test.each(openable)("$name at $width px takes the focus and gives it back", async (state) => {
    const { path, form, opener, opened, width } = state;
    await visit(
      browser,
      path,
      async (page) => {
        // The first key brings what a page does without until then.
        await page.keyboard.press("Tab");
        const button = page.locator(opener).first();
        const hasFocus = (): Promise<boolean> =>
          button.evaluate((one) => one === document.activeElement);
        const within = page.locator(`${opened} :focus`);
        await button.focus();
        await page.keyboard.press("Enter");
        await page.locator(opened).waitFor();
        if (form !== "menu") await page.keyboard.press("Tab");
        expect(await within.count()).toBe(1);
        if (form === "disclosure") {
          await page.keyboard.press("Shift+Tab");
          expect(await hasFocus()).toBe(true);
        }
        await page.keyboard.press(form === "disclosure" ? "Enter" : "Escape");
        await page.locator(opened).waitFor({ state: "detached" });
        expect(await hasFocus()).toBe(true);

        if (form !== "menu") return;
        await page.keyboard.press("Enter");
        await page.locator(opened).waitFor();
        await page.keyboard.press("Tab");
        await page.locator(opened).waitFor({ state: "detached" });
        expect((await stop(page)).isSeen).toBe(true);
        await page.keyboard.press("Shift+Tab");
        expect(await hasFocus()).toBe(true);
      },
      { viewport: { width, height: 700 } },
    );
  });

  test("every picture that opens large is on the way of Tab", async () => {
    await visit(
      browser,
      "sql/create-source/postgres/",
      async (page) => {
        // The first key brings the buttons; they are there before the next one.
        await page.keyboard.press("Tab");
        await page.locator("button.zoom-open").first().waitFor({ state: "attached" });
        const names = (await allStops(page)).map(({ name }) => name);
        const enlarging = names.filter((name) => name.includes("zoom-open"));
        expect(enlarging.length).toBeGreaterThan(0);
        expect(enlarging.length).toBe(await page.locator("figure.diagram:visible > svg").count());
      },
      { viewport: { width: 390, height: 300 } },
    );
  });

  test("nothing behind the search takes the focus", async () => {
    await visit(browser, LONG_GUIDE, async (page) => {
      await page.keyboard.press("/");
      await page.locator("dialog[open] input:focus").waitFor();
      await page.keyboard.type("logical replication");
      await page.locator('dialog [role="option"]').first().waitFor();
      for (let i = 0; i < 12; i++) {
        await page.keyboard.press(i < 6 ? "Tab" : "Shift+Tab");
        // Between the last and the first stop, the browser's own controls have a turn.
        expect(await page.locator("body > :not(dialog) :focus").count()).toBe(0);
      }
    });
  });

  test("the link to the content leads past the navigation", async () => {
    await visit(browser, LONG_GUIDE, async (page) => {
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await expect.poll(() => new URL(page.url()).hash).toBe("#main");
      await page.keyboard.press("Tab");
      expect((await stop(page)).landmark).toContain("main");
    });
  });

  /** Tabs on until an element that matches has the focus. */
  async function tabTo(page: Page, selector: string): Promise<void> {
    for (let i = 0; i < MANY; i++) {
      await page.keyboard.press("Tab");
      const isThere = await page.evaluate(
        (wanted) => document.activeElement?.matches(wanted) ?? false,
        selector,
      );
      if (isThere) return;
    }
    throw new Error(`No Tab leads to ${selector} on ${url}`);
  }
});

/** Every stop of the focus, from the top of the page to its end. */
async function allStops(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let i = 0; i < MANY; i++) {
    await page.keyboard.press("Tab");
    const next = await stop(page);
    if (next.place === 0) return stops;
    stops.push(next);
  }
  throw new Error("The focus never leaves the page");
}

async function stop(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const isPage = element === document.body;
    const all = [...document.querySelectorAll("*")];
    const boxes = [...element.getClientRects()].filter(({ width, height }) => width * height > 0);
    const isSeen = boxes.some(({ left, right, top, bottom }) => {
      const [x, y] = [Math.max(left, 0), Math.max(top, 0)];
      const [width, height] = [Math.min(right, innerWidth) - x, Math.min(bottom, innerHeight) - y];
      return [0.1, 0.5, 0.9].some((share) => {
        const hit = document.elementFromPoint(x + width / 2, y + height * share);
        return hit !== null && (element.contains(hit) || hit.contains(element));
      });
    });
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const landmark = [];
    for (let at = element.parentElement; at !== null; at = at.parentElement) {
      if (/^(?:header|nav|main|footer|dialog)$/.test(at.localName)) landmark.unshift(at.localName);
    }
    return {
      place: isPage ? 0 : all.indexOf(element) + 1,
      name: `${element.localName}.${element.className} ${element.ariaLabel ?? element.textContent?.trim().slice(0, 60)}`,
      landmark: landmark.join(" "),
      isSeen,
      hasRing: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
    };
  });
}
