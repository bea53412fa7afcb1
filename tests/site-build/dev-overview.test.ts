/** The overview for authors: short lists with pages, a filter over all, followed live. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import axe from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../helpers/browser.ts";
import { type DevPage, withDevPage } from "../helpers/dev-page.ts";

const MANY = 45;

const FILES = {
  "data/site.yml": "title: Test\nbaseURL: https://example.org/docs/\n",
  "content/_index.md": "---\ntitle: Home\n---\nWelcome.\n",
  "content/page.md": [
    "---\ntitle: Page\n---\nFirst words.\n",
    '{{% include-example file="demo" example="a" %}}\n',
    '{{% include-example file="demo" example="aa" %}}\n',
  ].join("\n"),
  "content/other.md": '---\ntitle: Other\n---\n{{% include-example file="demo" example="a" %}}\n',
  "data/demo.yml": "- name: a\n  description: |\n    Second words.\n\n    Third words.\n",
  "data/many.yml": Array.from(
    { length: MANY },
    (_, at) => `- name: one-${at}\n  content: Words of number ${at}.\n`,
  ).join(""),
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const visit = (path: string, use: (open: DevPage) => Promise<void>): Promise<void> =>
  withDevPage(browser, FILES, path, use);

describe("the overview", () => {
  test("lists files, messages and shortcodes; leads to snippets with their users", async () => {
    await visit("_waymark/", async ({ page }) => {
      await page.locator("#messages + ol").getByText("content/page.md:8:42").waitFor();
      await page.getByRole("link", { name: "Snippets 46" }).waitFor();
      await page.getByRole("link", { name: "data/demo.yml", exact: true }).click();
      const snippet = page.getByRole("article", { name: "a", exact: true });
      await snippet.getByText("Third words.").waitFor();
      await snippet.getByText("Used by 2 pages").click();
      const other = snippet.getByRole("link", { name: "Other", exact: true });
      expect(await other.getAttribute("href")).toBe("/docs/other/");
      await snippet.getByText("content/page.md:6:1").waitFor();

      await page.getByRole("link", { name: /^Shortcodes/ }).click();
      await page.waitForURL(/show=shortcodes$/);
      await page.getByRole("searchbox", { name: "Filter" }).fill("version-added");
      const shortcode = page.getByRole("article", { name: "version-added", exact: true });
      expect(await shortcode.getByRole("table").textContent()).toContain("Parameter");

      await page.addScriptTag({ content: axe.source });
      const faults = await page.evaluate(async () => {
        const { violations } = await (
          window as unknown as { axe: typeof import("axe-core") }
        ).axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      expect(faults).toEqual([]);
    });
  });

  test("filters all snippets as one types, and follows what is saved", async () => {
    await visit("_waymark/", async ({ page, root }) => {
      const filter = page.getByRole("searchbox", { name: "Filter" });
      await filter.fill("third words");
      await page.getByText("1 item", { exact: true }).waitFor();
      const snippet = page.getByRole("article", { name: "a", exact: true });
      expect(await snippet.isVisible()).toBe(true);
      await expect.poll(() => page.url()).toContain("q=third+words");
      await snippet.getByText("Used by 2 pages").click();
      const file = join(root, "data/demo.yml");
      writeFileSync(file, readFileSync(file, "utf8").replace("Second words", "Edited words"));
      await snippet.getByText("Edited words.").waitFor({ timeout: 30_000 });
      expect(await snippet.getByText("content/page.md:6:1").isVisible()).toBe(true);
      expect(await filter.inputValue()).toBe("third words");
      await filter.fill("number 44");
      await page.getByRole("article", { name: "one-44", exact: true }).waitFor();
    });
  });

  test("works without script: pages of a list, and the filter as a form", async () => {
    await visit("", async ({ server }) => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(`${server.url}_waymark/?in=data%2Fmany.yml`);
      expect(await page.getByRole("article").count()).toBe(20);
      await page.getByRole("link", { name: "Next" }).click();
      await page.getByText("21 to 40 of 45 snippets").waitFor();
      await page.getByText("Words of number 39.").waitFor();
      await page.getByRole("searchbox", { name: "Filter" }).fill("one-4");
      await page.getByRole("button", { name: "Find" }).click();
      await page.getByText("6 items").waitFor();
      await page.getByRole("link", { name: "one-44" }).click();
      await page.getByText("Nothing uses it.").waitFor();
      expect(await page.getByRole("article").count()).toBe(1);
      await context.close();
    });
  });
});
