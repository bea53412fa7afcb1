/** Opens pages of the shipped site, each in a browser context of its own. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect, inject } from "vitest";

/**
 * Opens `path` (from the site's root, without first slash), hands the page to `use`, and
 * fails on any error of a script or on the console.
 */
export async function visit(
  browser: Browser,
  path: string,
  use: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("pageerror", ({ message }) => problems.push(message));
  page.on("console", (message) => {
    // The page that is not there answers 404, which the browser tells as an error.
    if (message.type() === "error" && !message.text().includes("404"))
      problems.push(message.text());
  });
  try {
    await page.goto(inject("shippedSite").url + path);
    await use(page);
    expect(problems).toEqual([]);
  } finally {
    await context.close();
  }
}
