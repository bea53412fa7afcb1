/** How long a reader waits for the first result on the shipped site, in a real browser. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { buildSite } from "../../src/project/build.ts";
import { Project } from "../../src/project/project.ts";
import { launchBrowser } from "../helpers/browser.ts";
import { REPOSITORY } from "../helpers/repository.ts";
import { serve } from "../helpers/serve.ts";

/** First letters, each typed in a browser that has nothing of the site yet. */
const LETTERS = ["r", "s", "p", "c", "m"];
/** From the key that opens the dialog to the first letter: nobody is faster. */
const HAND_MS = 150;

/** Milliseconds from the first letter to the first result, by how the dialog was opened. */
export type FirstResults = ReadonlyMap<string, readonly number[]>;

/** Builds and serves the site of the repository, and measures. */
export async function firstResults(): Promise<FirstResults> {
  const work = mkdtempSync(join(tmpdir(), "waymark-bench-"));
  const folder = join(work, "site");
  const project = await Project.open(REPOSITORY);
  await project.renderAll();
  await buildSite(project, folder);
  const [served, browser] = await Promise.all([serve(folder), launchBrowser()]);
  try {
    const cold: number[] = [];
    const pointed: number[] = [];
    const warm: number[] = [];
    for (const letter of LETTERS) {
      await inNewBrowser(browser, served.url, async (page) => {
        await page.keyboard.press("/");
        await page.locator("dialog[open]").waitFor();
        await page.waitForTimeout(HAND_MS);
        cold.push(await firstResult(page, letter));
        await page.locator('dialog .hits[aria-busy="false"]').waitFor();
        await page.locator("dialog input").fill("");
        warm.push(await firstResult(page, letter));
      });
      await inNewBrowser(browser, served.url, async (page) => {
        await page.locator("header [data-search]:visible").hover();
        await page.waitForTimeout(HAND_MS);
        await page.locator("header [data-search]:visible").click();
        await page.locator("dialog[open]").waitFor();
        await page.waitForTimeout(HAND_MS);
        pointed.push(await firstResult(page, letter));
      });
    }
    return new Map([
      ["opened by key for the first time", cold],
      ["opened by pointer for the first time", pointed],
      ["asked again", warm],
    ]);
  } finally {
    await browser.close();
    await served.close();
    rmSync(work, { recursive: true, force: true });
  }
}

async function inNewBrowser(
  browser: Browser,
  url: string,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url, { waitUntil: "networkidle" });
  await use(page);
  await context.close();
}

/** From the event of a letter to the frame that shows an option, measured in the page. */
async function firstResult(page: Page, letter: string): Promise<number> {
  return page.evaluate(
    (text) =>
      new Promise<number>((resolve) => {
        const dialog = document.querySelector("dialog.search");
        const input = dialog?.querySelector("input");
        if (!dialog || !input) throw new Error("The dialog is not open.");
        const start = performance.now();
        const observer = new MutationObserver(() => {
          if (dialog.querySelector("[role=option]") === null) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.now() - start));
        });
        observer.observe(dialog, { childList: true, subtree: true });
        input.value = text;
        input.dispatchEvent(new Event("input", { bubbles: true }));
      }),
    letter,
  );
}
