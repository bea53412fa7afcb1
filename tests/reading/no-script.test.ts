/** The shipped site without JavaScript: everything is there, and nothing that needs script. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchBrowser } from "../helpers/browser.ts";
import { cutOff } from "./cut-off.ts";
import { LONG_GUIDE, pageKindsIn, SEARCH_PAGE } from "./page-kinds.ts";

describe("without script", () => {
  const { url, folder } = inject("shippedSite");
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    context = await browser.newContext({ javaScriptEnabled: false });
    page = await context.newPage();
  });

  afterAll(async () => {
    await context?.close();
    await browser?.close();
  });

  const open = async (path: string, width = 1280): Promise<void> => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(url + path);
  };

  describe.each(pageKindsIn(folder))("the $name", ({ path }) => {
    test.each([1280, 390])("is whole and has no dead control at %i px", async (width) => {
      await open(path, width);
      const closed = await page.$$eval(".panel", (panels) =>
        panels.filter((panel) => !panel.checkVisibility()).map(({ id }) => id),
      );
      expect(closed).toEqual([]);
      const titles = await page.locator(".panel > .panel-title:visible").count();
      expect(titles).toBe(await page.locator(".panel").count());
      expect(await deadControls(page)).toEqual([]);
      expect(await cutOff(page)).toEqual([]);
    });
  });

  test.runIf(existsSync(join(folder, SEARCH_PAGE)))("each page leads to the search", async () => {
    for (const { name, path } of pageKindsIn(folder)) {
      for (const width of [1280, 390]) {
        await open(path, width);
        if (path === SEARCH_PAGE || name.startsWith("print")) continue;
        const link = page.locator(`a[href$="/${SEARCH_PAGE}"]:visible`).first();
        expect(await link.count(), `${name} at ${width} px`).toBe(1);
      }
    }
    await page.locator(`a[href$="/${SEARCH_PAGE}"]:visible`).first().click();
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/${SEARCH_PAGE}`);
    expect(await page.locator("main").innerText()).not.toBe("");
  });

  test("a tab is a link to its panel", async () => {
    await open(LONG_GUIDE);
    const tabs = page.locator(".tabs .tabs .tab");
    const last = tabs.last();
    const id = (await last.getAttribute("href"))?.slice(1);
    await last.click();
    await expect.poll(() => new URL(page.url()).hash).toBe(`#${id}`);
    const { top } = await page
      .locator(`[id="${id}"]`)
      .evaluate((panel) => panel.getBoundingClientRect());
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(800);
  });

  test("the navigation opens, branch by branch, and leads on", async () => {
    await open("sql/create-source/postgres/");
    const closed = page.locator("#side details:not([open])");
    expect(await closed.count()).toBeGreaterThan(0);
    await closed.first().locator("> summary").click();
    const link = page.locator("#side details[open] > ul a:visible").first();
    expect(await link.getAttribute("href")).toMatch(/^\//);
    await link.click();
    expect(await page.locator("h1").count()).toBe(1);
  });

  test.each(["side", "toc"])("the sheet #%s opens and closes on a phone", async (id) => {
    await open(LONG_GUIDE, 390);
    const sheet = page.locator(`#${id}`);
    expect(await sheet.isVisible()).toBe(false);
    await page.locator(`button[popovertarget="${id}"]:visible`).click();
    expect(await sheet.isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    expect(await sheet.isVisible()).toBe(false);
  });
});

/** What looks as if it did something, but does not: the browser alone runs popovers and forms. */
async function deadControls(page: Page): Promise<string[]> {
  return page.$$eval("button, input, select, textarea, [role=tab], [role=button]", (controls) =>
    controls
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      .filter(
        (control) =>
          !control.matches("[popovertarget], [disabled]") &&
          control.closest("form[action]") === null,
      )
      .map((control) => control.outerHTML.slice(0, 200)),
  );
}
