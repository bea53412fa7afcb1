/** The search dialog as a test uses it: opened, asked, read. */
import type { Page } from "playwright-core";

/** Opens the dialog by keyboard. */
export async function openDialog(page: Page): Promise<void> {
  await page.focus("#open");
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog[open]");
}

/** Types a query and waits for its answer. */
export async function ask(page: Page, query: string): Promise<void> {
  await page.evaluate(() => {
    const status = document.querySelector("[role=status]");
    if (status !== null) status.textContent = "…";
  });
  await page.fill("input", query);
  await page.waitForFunction(() => document.querySelector("[role=status]")?.textContent !== "…");
}

/** Where the results lead, without the base, in the order in which they are shown. */
export async function results(page: Page): Promise<string[]> {
  return page.$$eval<string[], HTMLAnchorElement>("[role=option]", (options) =>
    options.map(({ pathname, hash }) =>
      decodeURIComponent(pathname + hash).replace(/^\/docs(?=\/)/, ""),
    ),
  );
}
