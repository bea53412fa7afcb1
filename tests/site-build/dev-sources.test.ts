/** Where words and blocks of a page come from, in dev: outlines, and the editor at their lines. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../helpers/browser.ts";
import { withDevPage } from "../helpers/dev-page.ts";

const FILES = {
  "content/_index.md": "---\ntitle: Home\n---\nWelcome.\n",
  "content/page.md": [
    "---\ntitle: Page\n---\nOwn words {{% greeting %}} and own again {{% greeting %}}.\n",
    '## Head {{< include-from-yaml data="demo" name="words" >}} tail\n',
    '{{% include-from-yaml data="demo" name="outer" %}}\n',
  ].join("\n"),
  "data/partials/greeting.md": "\nplain &amp; words\n",
  "data/partials/inner.md": "Inner *words*.\n",
  "data/demo.yml": [
    "- name: words\n  content: of data\n",
    "- name: outer\n  content: |\n    Before.\n\n    {{% inner %}}\n\n    After {{% greeting %}} it.\n",
  ].join(""),
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The boxes as the browser lays them out, by their labels. */
const boxesOf = (page: Page, label: string) =>
  page.getByRole("button", { name: `Open ${label} in the editor` }).evaluateAll((buttons) =>
    buttons.map((button) => {
      const { top, bottom } = (button.parentElement ?? button).getBoundingClientRect();
      return { top, bottom };
    }),
  );

describe("sources in dev", () => {
  test("words within a line have outlines, and lead to their own lines", async () => {
    await withDevPage(browser, FILES, "page/", async ({ page, server, root }) => {
      const words = page.locator("p span[data-waymark-from='data/partials/greeting.md']");
      await words.first().waitFor();
      expect(await words.allTextContents()).toEqual(Array(3).fill("plain & words"));
      expect(await page.locator("main h2").first().getAttribute("id")).toBe("head-of-data-tail");
      await page.getByRole("button", { name: "No errors" }).waitFor();
      await page.keyboard.down("Alt");
      await expect.poll(() => boxesOf(page, "data/partials/greeting.md")).toHaveLength(3);
      await page.keyboard.up("Alt");
      await words.first().click({ modifiers: ["Alt"] });
      await expect.poll(server.opened).toBe(`${root}/data/partials/greeting.md 2 1\n`);
      await page.locator("main h2 span", { hasText: /^of data$/ }).click({ modifiers: ["Alt"] });
      await expect.poll(server.opened).toContain(`${root}/data/demo.yml 2 12\n`);
      // Words of the page itself have none.
      const own = page.locator("p", { hasText: "Own words" });
      expect(await own.getAttribute("data-waymark-from")).toBeNull();
    });
  });

  test("an include within another is outlined as well, and leads to its own file", async () => {
    await withDevPage(browser, FILES, "page/", async ({ page, server, root }) => {
      await page.getByRole("button", { name: "No errors" }).waitFor();
      await page.getByRole("button", { name: "Sources" }).press("Enter");
      await expect.poll(() => boxesOf(page, "data/demo.yml#outer")).toHaveLength(1);
      const [outer] = await boxesOf(page, "data/demo.yml#outer");
      const [inner] = await boxesOf(page, "data/partials/inner.md");
      if (outer === undefined || inner === undefined) throw new Error("Expected two outlines.");
      expect(outer.top).toBeLessThan(inner.top);
      expect(outer.bottom).toBeGreaterThan(inner.bottom);

      await page
        .getByText("Inner", { exact: false })
        .first()
        .click({ modifiers: ["Alt"] });
      await expect.poll(server.opened).toBe(`${root}/data/partials/inner.md 1 1\n`);
      await page.getByRole("button", { name: "Open data/demo.yml#outer" }).press("Enter");
      await expect.poll(server.opened).toContain(`${root}/data/demo.yml 5 5\n`);
      await page.getByText("After", { exact: false }).click({
        modifiers: ["Alt"],
        position: { x: 2, y: 5 },
      });
      await expect.poll(server.opened).toContain(`${root}/data/demo.yml 9 5\n`);
    });
  });
});
