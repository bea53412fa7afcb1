/** The page as Markdown, at hand for readers. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { launchBrowser } from "../helpers/browser.ts";

const { url } = inject("shippedSite");
const PAGE = "ingest-data/postgres/faq/";
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

test("a button copies the page's twin and says so", async () => {
  const context = await browser.newContext();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  await page.goto(`${url}${PAGE}`);
  await page.getByRole("button", { name: "Copy page" }).click();
  await page.locator(".page-meta [role=status]").getByText("Copied").waitFor({ state: "attached" });
  const twin = await (await fetch(`${url}${PAGE}index.md`)).text();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(twin);
  await context.close();
});

test("where nothing may be copied, the button shows the Markdown", async () => {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
  });
  await page.goto(`${url}${PAGE}`);
  await page.getByRole("button", { name: "Copy page" }).click();
  await page.waitForURL(`${url}${PAGE}index.md`);
  await page.close();
});

test("without script a link leads there, and no button", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${url}${PAGE}`);
  const link = page.getByRole("link", { name: "View as Markdown" });
  expect(await link.getAttribute("href")).toBe(`/${PAGE}index.md`);
  expect(await page.getByRole("button", { name: "Copy page" }).count()).toBe(0);
  await context.close();
});
