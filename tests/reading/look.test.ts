/** How the pages of the shipped site look and behave while they are read. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchBrowser } from "../helpers/browser.ts";
import { visit as visitWith } from "./visit.ts";

const GUIDE = "ingest-data/postgres/amazon-rds/";
const SQL = "sql/create-source/postgres/";

describe("the look", () => {
  const root = inject("shippedSite").url;
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

  test.each([820, 1440, 2560])("a line of text has 65 to 75 characters at %i px", async (width) => {
    await visit(
      GUIDE,
      async (page) => {
        const lengths = await page.evaluate(() => {
          const full: number[] = [];
          for (const paragraph of document.querySelectorAll(".prose > p")) {
            const lines = new Map<number, string>();
            const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
              for (let at = 0; at < (node.nodeValue ?? "").length; at++) {
                const range = document.createRange();
                range.setStart(node, at);
                range.setEnd(node, at + 1);
                const { bottom } = range.getBoundingClientRect();
                const line = Math.round(bottom / 12);
                lines.set(line, (lines.get(line) ?? "") + (node.nodeValue ?? "")[at]);
              }
            }
            // The last line of a paragraph is as long as its rest.
            full.push(...[...lines.values()].slice(0, -1).map((line) => line.trim().length));
          }
          return full.sort((a, b) => a - b);
        });
        expect(lengths.length).toBeGreaterThan(4);
        const middle = lengths[Math.floor(lengths.length / 2)];
        expect(middle).toBeGreaterThanOrEqual(65);
        expect(middle).toBeLessThanOrEqual(75);
      },
      { viewport: { width, height: 900 } },
    );
  });

  test("the navigation stays as the reader left it, and nothing moves while pages load", async () => {
    await visit(
      GUIDE,
      async (page) => {
        await page.addInitScript(() => {
          const shifts: number[] = [];
          Object.assign(window, { shifts });
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              shifts.push((entry as PerformanceEntry & { value: number }).value);
          }).observe({ type: "layout-shift", buffered: true });
        });
        const branch = (name: string) => page.locator("#side summary", { hasText: name }).first();
        await branch("Manual").click();
        await branch("Write").click();
        await page.locator("#side a", { hasText: "Front matter" }).waitFor();
        const scrolled = await page.evaluate(() => {
          const nav = document.querySelector("#side");
          if (nav === null) return 0;
          nav.scrollTop = 60;
          return nav.scrollTop;
        });
        expect(scrolled).toBe(60);
        await page.locator("article a", { hasText: "PostgreSQL" }).first().click();
        await page.waitForURL((url) => !url.pathname.endsWith(`${GUIDE}`));
        expect(await page.locator("#side a", { hasText: "Front matter" }).isVisible()).toBe(true);
        expect(await page.evaluate(() => document.querySelector("#side")?.scrollTop)).toBe(60);
        expect(await page.locator('#side [aria-current="page"]').count()).toBe(1);

        await page.goto(`${root}authoring/performance/`);
        const isSeen = await page.locator('#side [aria-current="page"]').evaluate((entry) => {
          const { top, bottom } = entry.getBoundingClientRect();
          const list = entry.closest("#side")?.getBoundingClientRect();
          return list !== undefined && top >= list.top && bottom <= list.bottom;
        });
        expect(isSeen).toBe(true);
        expect(await page.evaluate(() => scrollY)).toBe(0);
        expect(
          await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts),
        ).toEqual([]);
      },
      { viewport: { width: 1280, height: 500 } },
    );
  });

  test("links of headings copy their address and go there", async () => {
    const permissions = ["clipboard-read", "clipboard-write"];
    await visit(
      GUIDE,
      async (page) => {
        const link = page.getByRole("link", { name: "Link to section Before you begin" });
        await link.focus();
        const box = await link.boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
        expect(await link.evaluate((element) => getComputedStyle(element).opacity)).toBe("1");
        await page.keyboard.press("Enter");
        await page
          .getByRole("status")
          .filter({ hasText: "Link copied" })
          .waitFor({ state: "attached" });
        const address = `${root}${GUIDE}#before-you-begin`;
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
        await expect.poll(() => page.url()).toBe(address);
      },
      { permissions },
    );
  });

  test("a kept theme is there in the first frame of a slow page", async () => {
    await visit("", async (page) => {
      await page.evaluate(() => localStorage.setItem("theme", "dark"));
      // The rest of the page, and all scripts in files, are not there yet.
      await page.route("**/*.js", () => {});
      await page.goto(root + GUIDE, { waitUntil: "commit" });
      await page.waitForFunction(() => document.body !== null);
      const shown = await page.evaluate(() => [
        document.documentElement.dataset.theme,
        getComputedStyle(document.documentElement).colorScheme,
      ]);
      expect(shown).toEqual(["dark", "dark"]);
      await page.unrouteAll({ behavior: "ignoreErrors" });
    });
  });

  test("a diagram opens large and closes by keyboard, and the focus returns", async () => {
    await visit(SQL, async (page) => {
      const requests: string[] = [];
      page.on("request", (request) => requests.push(request.url()));
      const open = page.getByRole("button", { name: /^Enlarge diagram: / }).first();
      expect(requests.filter((url) => /zoom/.test(url))).toEqual([]);
      const before = (await page.locator("figure.diagram > svg").first().boundingBox())?.width ?? 0;
      await open.focus();
      await page.keyboard.press("Enter");
      const dialog = page.getByRole("dialog", { name: /^Diagram: / });
      await dialog.waitFor();
      expect(requests.filter((url) => /zoom/.test(url)).length).toBeGreaterThan(0);
      const drawing = dialog.locator("svg").last();
      const width = async (): Promise<number> => (await drawing.boundingBox())?.width ?? 0;
      expect(await width()).toBeGreaterThan(before);
      const fitted = await width();
      await page.keyboard.press("+");
      expect(await width()).toBeGreaterThan(fitted * 1.4);
      await page.keyboard.press("0");
      expect(Math.round(await width())).toBe(Math.round(fitted));
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      expect(await open.evaluate((button) => button === document.activeElement)).toBe(true);

      await page.locator("figure.diagram > svg").first().click();
      await dialog.waitFor();
      await drawing.click();
      await dialog.waitFor({ state: "detached" });
      const ids = await page.evaluate(() =>
        [...document.querySelectorAll("[id]")].map(({ id }) => id),
      );
      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  test.each(["light", "dark"] as const)(
    "%s: form controls and scroll bars follow",
    async (theme) => {
      await visit(
        GUIDE,
        async (page) => {
          await page.getByRole("button", { name: "Theme: system" }).click();
          await page.getByRole("radio", { name: theme, exact: false }).check();
          await page
            .getByRole("button", { name: `Theme: ${theme}`, includeHidden: true })
            .waitFor();
          const scheme = await page.evaluate(
            () => getComputedStyle(document.documentElement).colorScheme,
          );
          expect(scheme).toBe(theme);
        },
        { colorScheme: theme === "light" ? "dark" : "light" },
      );
    },
  );
});
