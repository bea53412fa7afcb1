/**
 * What people search for on this site, each with the section that has to come first
 * or second: the real index and the real dialog, in a real browser.
 */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Project } from "../../src/project/project.ts";
import { searchFiles } from "../../src/search/site-index.ts";
import { launchBrowser } from "../helpers/browser.ts";
import { REPOSITORY } from "../helpers/repository.ts";
import { ask, openDialog, results } from "./dialog.ts";
import { QUERIES } from "./queries.ts";
import { type ServedSite, serveSite } from "./served-site.ts";

let site: ServedSite;
let browser: Browser;
let page: Page;

async function siteIndex(): Promise<ReadonlyMap<string, Uint8Array>> {
  const project = await Project.open(REPOSITORY);
  await project.renderAll();
  return searchFiles(project);
}

beforeAll(async () => {
  [site, browser] = await Promise.all([serveSite(siteIndex()), launchBrowser()]);
  page = await browser.newPage();
  await page.goto(site.url);
  await openDialog(page);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

describe("a search for", () => {
  test.each(Object.entries(QUERIES))("%s", async (query, expected) => {
    await ask(page, query);
    const found = await results(page);
    const first = found.slice(0, 2);
    const wanted = typeof expected === "string" ? [expected] : expected;
    expect(first.some((href) => wanted.includes(href)) ? wanted : first).toEqual(wanted);
  });
});

test("there are enough of them, and each is asked once", () => {
  expect(Object.keys(QUERIES).length).toBeGreaterThanOrEqual(60);
});
