/** The shipped site in a real browser: from the home page through search to a nested tab. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchBrowser } from "../helpers/browser.ts";
import { visit as visitWith } from "./visit.ts";

const GUIDE = "ingest-data/postgres/self-hosted/";

describe("the shipped site", () => {
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

  test("a reader searches from the home page, arrives at the heading, and goes through nested tabs by keyboard", async () => {
    await visit("", async (page) => {
      const requests: string[] = [];
      page.on("request", (request) => requests.push(request.url()));
      await page.reload();
      expect(requests.filter((url) => url.includes("/pagefind/"))).toEqual([]);
      await page.keyboard.press("/");
      await page.getByRole("combobox").fill("enable logical replication");
      await page.locator('[role="option"]').first().waitFor();
      await page.keyboard.press("Enter");
      await page.waitForURL(/#/);
      const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
      const heading = page.locator(`[id="${id}"]`);
      expect(await heading.textContent()).toContain("logical replication");
      expect(
        await heading.evaluate((node) => {
          const { top } = node.getBoundingClientRect();
          return top >= 0 && top < innerHeight;
        }),
      ).toBe(true);

      await page.goto(root + GUIDE);
      const cloud = page.getByRole("tab", { name: "Cloud", exact: true });
      await cloud.focus();
      expect(await cloud.getAttribute("aria-selected")).toBe("true");
      const inner = page.getByRole("tabpanel", { name: "Cloud", exact: true }).getByRole("tab");
      await inner.first().focus();
      await page.keyboard.press("End");
      const ssh = inner.last();
      expect(await ssh.getAttribute("aria-selected")).toBe("true");
      expect(await ssh.evaluate((tab) => tab === document.activeElement)).toBe(true);
      const panel = page.locator(`[id="${await ssh.getAttribute("aria-controls")}"]`);
      expect(await panel.isVisible()).toBe(true);
      await page.keyboard.press("ArrowRight");
      expect(await inner.first().getAttribute("aria-selected")).toBe("true");
      expect(await panel.isVisible()).toBe(false);
    });
  });

  test("a hash opens the tabs around its place, outermost first", async () => {
    await visit(GUIDE, async (page) => {
      const id = await page.locator(".panel .panel").last().getAttribute("id");
      await page.goto(`${root}${GUIDE}#${id}`);
      await page.reload();
      expect(await page.locator(`[id="${id}"]`).isVisible()).toBe(true);
    });
  });

  test("a choice is kept by key, on the page and on the next one", async () => {
    await visit(GUIDE, async (page) => {
      await page.getByRole("tab", { name: "SSH tunnel" }).first().click();
      const selected = page.locator('.tab[aria-selected="true"]');
      expect(await selected.filter({ hasText: "SSH tunnel" }).count()).toBeGreaterThan(1);
      await page.goto(`${root}ingest-data/postgres/alloydb/`);
      expect(await page.locator('.tab[aria-selected="true"]').allTextContents()).toContain(
        "SSH tunnel",
      );
    });
  });

  test("a hit in an unselected tab opens it", async () => {
    await visit("", async (page) => {
      await page.keyboard.press("/");
      await page.getByRole("combobox").fill("target group health checks");
      await page.locator('[role="option"]').first().waitFor();
      await page.keyboard.press("Enter");
      await page.waitForURL(/#.*aws-privatelink/);
      await page.getByRole("tab", { name: "AWS PrivateLink", selected: true }).first().waitFor();
    });
  });

  test("without script every panel stands under its label, and navigation works", async () => {
    await visit(
      GUIDE,
      async (page) => {
        for (const panel of await page.locator(".panel").all())
          expect(await panel.isVisible()).toBe(true);
        expect(await page.locator(".panel-title").first().isVisible()).toBe(true);
        expect(await page.locator("nav#side a[href]").count()).toBeGreaterThan(3);
      },
      { javaScriptEnabled: false },
    );
  });

  test("branches of the navigation come when they are opened", async () => {
    await visit(GUIDE, async (page) => {
      await page.locator("#side summary", { hasText: "Manual" }).click();
      await page.locator("#side summary", { hasText: "Share text" }).click();
      await page.locator("#side a", { hasText: "Partials" }).waitFor();
    });
  });

  test.each([320, 390, 820, 1440])("nothing is cut off at %i px", async (width) => {
    for (const path of ["", GUIDE, "authoring/shortcodes/", "no/such/page/"]) {
      await visit(
        path,
        async (page) => {
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - innerWidth,
          );
          expect(overflow).toBeLessThanOrEqual(0);
        },
        { viewport: { width, height: 800 } },
      );
    }
  });

  test("the page that is not there offers the search and a way back", async () => {
    await visit("no/such/page/", async (page) => {
      await page.locator("main [data-search]").waitFor({ state: "visible" });
      await page.locator('main a[href="/"]').waitFor({ state: "visible" });
    });
  });

  test("no request leaves the site", async () => {
    await visit(GUIDE, async (page) => {
      const foreign: string[] = [];
      page.on("request", (request) => {
        if (!request.url().startsWith(root) && !request.url().startsWith("data:"))
          foreign.push(request.url());
      });
      await page.reload();
      expect(foreign).toEqual([]);
    });
  });
});
