/** A real browser for tests: it comes with the packages, nothing else is installed. */
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as driver } from "playwright-core";

let launched: Promise<Browser> | undefined;

/**
 * Chromium without a window, launched once per test file; close it in `afterAll`.
 * Unpacks itself to the temporary folder on first use.
 */
export async function launchBrowser(): Promise<Browser> {
  launched ??= launch();
  const browser = await launched;
  if (browser.isConnected()) return browser;
  launched = launch();
  return launched;
}

async function launch(): Promise<Browser> {
  return driver.launch({
    args: chromium.args,
    executablePath: await chromium.executablePath(),
    headless: true,
  });
}
