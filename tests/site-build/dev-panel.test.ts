/** What pages have for their authors while they write: messages, boxes, sources, the overview. */
import { readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildSite } from "../../src/project/build.ts";
import { Project } from "../../src/project/project.ts";
import { launchBrowser } from "../helpers/browser.ts";
import { withSite } from "../helpers/case.ts";
import { type DevServer, withDevServer } from "../helpers/dev-server.ts";

const FILES = {
  "data/site.yml": "title: Test\nbaseURL: https://example.org/docs/\n",
  "content/_index.md": "---\ntitle: Home\n---\nWelcome.\n",
  "content/page.md": [
    "---\ntitle: Page\n---\nFirst words.\n",
    '{{% include-example file="demo" example="a" %}}\n',
    '{{% include-example file="demo" example="aa" %}}\n',
    'In a line {{< inkludes "x" >}} of text.\n',
    "{{% greeting %}}\n",
    '{{< yaml-table data="rows" >}}\n',
    "Last words.\n",
  ].join("\n"),
  "content/other.md": '---\ntitle: Other\n---\n{{% include-example file="demo" example="a" %}}\n',
  "data/demo.yml": "- name: a\n  description: |\n    Second words.\n\n    Third words.\n",
  "data/rows.yml": "- key: cell\n",
  "data/partials/greeting.md": "Hello.\n\n{{< noet >}}\n",
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A site in dev, and a page of the browser at one of its addresses. */
async function visit(
  path: string,
  use: (page: Page, server: DevServer, root: string) => Promise<void>,
): Promise<void> {
  await withSite(FILES, async (root) => {
    await withDevServer(root, async (server) => {
      const page = await browser.newPage();
      try {
        await page.goto(`${server.url}${path}`);
        await use(page, server, realpathSync(root));
      } finally {
        await page.close();
      }
    });
  });
}

describe("dev", () => {
  test("tells on the page what is wrong, where, and which name is nearest; the page still shows", async () => {
    await visit("page/", async (page, { opened }, root) => {
      const panel = page.getByRole("region", { name: "Messages of Waymark" });
      await panel.waitFor();
      const first = panel.getByRole("listitem").filter({ hasText: 'Unexpected entry "aa"' });
      expect(await first.locator(".near").textContent()).toBe("Did you mean a?");
      expect(await first.locator("mark").textContent()).toBe("aa");
      expect(await first.locator(".now i").textContent()).toBe("8");
      const partial = panel
        .getByRole("listitem")
        .filter({ hasText: 'Unexpected shortcode "noet"' });
      expect(await partial.locator(".place").textContent()).toBe(
        "data/partials/greeting.md:3:5 [shortcode-unknown]",
      );
      expect(await partial.locator(".ways").textContent()).toBe("included at content/page.md:12:1");

      // A link opens the editor, and leaves the page where it is.
      await first.getByRole("link").click();
      await expect.poll(opened).toBe(`${root}/content/page.md 8 42\n`);
      expect(page.url()).toMatch(/\/docs\/page\/$/);

      // What is right is there, and what failed stands in its place.
      await page.getByText("Last words.").waitFor();
      const boxes = page.locator(".waymark-failed");
      expect(await boxes.count()).toBe(3);
      expect(await boxes.first().locator("code").textContent()).toContain('example="aa"');
      expect(await boxes.nth(1).evaluate((box) => box.parentElement?.textContent)).toMatch(
        /^In a line .*inkludes.* of text\.$/,
      );

      // It closes with Escape, stays closed for these messages, and opens by keyboard.
      await panel.press("Escape");
      await expect.poll(() => panel.count()).toBe(0);
      await page.reload();
      const state = page.getByRole("button", { name: "3 errors" });
      await state.waitFor();
      expect(await panel.count()).toBe(0);
      await state.press("Enter");
      await panel.waitFor();
      await page.keyboard.press("Tab");
      await expect
        .poll(() =>
          page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent),
        )
        .toBe("Close");
    });
  });

  test("a data file that is saved half-way tells it, and all is well once it is mended", async () => {
    await visit("other/", async (page, { printed }, root) => {
      const panel = page.getByRole("region", { name: "Messages of Waymark" });
      await page.getByRole("button", { name: "errors" }).waitFor();
      const file = join(root, "data/demo.yml");
      const whole = readFileSync(file, "utf8");
      writeFileSync(file, '- name: a\n  description: "Second');
      await panel.getByText("data/demo.yml:").first().waitFor();
      await expect.poll(printed, { timeout: 20_000 }).toContain("data/demo.yml:");
      writeFileSync(file, whole);
      await page.getByText("Second words.").waitFor();
      await expect.poll(() => panel.count(), { timeout: 20_000 }).toBe(0);
    });
  });

  test("Alt outlines what comes from snippets, and a click opens it at its line", async () => {
    await visit("page/", async (page, { opened }, root) => {
      await page.getByRole("button", { name: "errors" }).waitFor();
      await page.keyboard.press("Escape");
      const labels = page.getByRole("button", { name: /^Open .* in the editor$/ });
      await page.keyboard.down("Alt");
      await expect
        .poll(() => labels.allTextContents())
        .toEqual(["data/demo.yml#a", "data/partials/greeting.md", "data/rows.yml"]);
      await page.getByText("Third words.").click();
      await page.keyboard.up("Alt");
      await expect.poll(opened).toBe(`${root}/data/demo.yml 5 5\n`);
      await expect.poll(() => labels.count()).toBe(0);

      // The toggle is for keyboards.
      await page.getByRole("button", { name: "Sources" }).press("Enter");
      await labels.nth(1).press("Enter");
      await expect.poll(opened).toContain(`${root}/data/partials/greeting.md 1 1\n`);
    });
  });

  test("a build has none of it", async () => {
    const sound = { ...FILES, "data/partials/greeting.md": "Hello.\n" };
    const page = FILES["content/page.md"].replace(/.*(?:"aa"|inkludes).*\n/g, "");
    await withSite({ ...sound, "content/page.md": page }, async (root) => {
      const out = join(root, "out");
      const project = await Project.open(root);
      await project.renderAll();
      await buildSite(project, out);
      const html = readFileSync(join(out, "page/index.html"), "utf8");
      expect(html).toContain("Third words.");
      expect(html).not.toMatch(/waymark-from|waymark-failed|_waymark|src\/dev/);
    });
  });
});
