/** Saves as editors and tools make them: through other files, in series, in places that are new. */
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../helpers/browser.ts";
import { type DevPage, withDevPage } from "../helpers/dev-page.ts";

const page = (title: string, body: string): string => `---\ntitle: ${title}\n---\n${body}\n`;

const FILES = {
  "data/site.yml": "title: Test\n",
  "content/_index.md": page("Home", "Welcome."),
  "content/page.md": page("Page", "Start words."),
  "content/odd.md":
    `\ufeff${page("Odd", 'Odd words.\n\n{{% include-from-yaml data="odd" name="a" %}}')}`.replaceAll(
      "\n",
      "\r\n",
    ),
  "data/odd.yml": "\ufeff- name: a\r\n  content: |\r\n    Yaml words.\r\n",
  "content/bad.md": "---\ntitle: [Bad\n---\nBad words. {{< note\n",
  "content/sec/inner.md": page("Inner", "Inner words."),
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const visit = (path: string, use: (open: DevPage) => Promise<void>): Promise<void> =>
  withDevPage(browser, FILES, path, use);

const shows = (where: Page, text: string): Promise<void> =>
  where.locator("body", { hasText: text }).waitFor({ state: "attached", timeout: 30_000 });

function put(root: string, path: string, text: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

describe("dev follows", () => {
  test("editors that write another file and rename it, again and again", async () => {
    await visit("page/", async ({ page: tab, root }) => {
      const file = join(root, "content/page.md");
      for (const words of ["One", "Two", "Three"]) {
        renameSync(file, `${file}~`);
        writeFileSync(file, page("Page", `${words} kept a copy.`));
        rmSync(`${file}~`);
        await shows(tab, `${words} kept a copy.`);
        writeFileSync(`${file}.tmp`, page("Page", `${words} renamed over.`));
        renameSync(`${file}.tmp`, file);
        await shows(tab, `${words} renamed over.`);
      }
      for (let at = 0; at < 60; at++) {
        put(root, "content/page.md", page("Page", `Series ${at}.`));
        await new Promise((done) => setImmediate(done));
      }
      await shows(tab, "Series 59.");
    });
  });

  test("files with carriage returns and byte order marks, and pages that were broken at the start", async () => {
    await visit("odd/", async ({ page: tab, root, server }) => {
      await shows(tab, "Yaml words.");
      const edit = (path: string, from: string, to: string): void =>
        writeFileSync(join(root, path), readFileSync(join(root, path), "utf8").replace(from, to));
      edit("data/odd.yml", "Yaml words", "Yaml edited");
      await shows(tab, "Yaml edited.");
      edit("content/odd.md", "Odd words", "Odd edited");
      await shows(tab, "Odd edited.");
      await tab.goto(`${server.url}bad/`);
      const panel = tab.getByRole("region", { name: "Messages of Waymark" });
      await panel.getByText("content/bad.md").first().waitFor();
      put(root, "content/bad.md", page("Bad", "Good words."));
      await shows(tab, "Good words.");
      await expect.poll(() => panel.count(), { timeout: 30_000 }).toBe(0);
    });
  });

  test("links to files and folders elsewhere, and where these lead to later", async () => {
    await visit("page/", async ({ page: tab, root, server }) => {
      put(root, "elsewhere/one.md", page("Linked", "Linked words."));
      put(root, "elsewhere/folder/deep.md", page("Deep", "Deep words."));
      symlinkSync(join(root, "elsewhere/one.md"), join(root, "content/linked.md"));
      symlinkSync(join(root, "elsewhere/folder"), join(root, "content/folder"));
      const statusOf = async (path: string): Promise<number> =>
        (await fetch(`${server.url}${path}`)).status;
      await expect.poll(() => statusOf("folder/deep/"), { timeout: 30_000 }).toBe(200);
      await tab.goto(`${server.url}folder/deep/`);
      put(root, "elsewhere/folder/deep.md", page("Deep", "Deep edited."));
      await shows(tab, "Deep edited.");
      await tab.goto(`${server.url}linked/`);
      put(root, "elsewhere/one.md", page("Linked", "Linked edited."));
      await shows(tab, "Linked edited.");
      put(root, "elsewhere/two.md", page("Linked", "Other target."));
      rmSync(join(root, "content/linked.md"));
      symlinkSync(join(root, "elsewhere/two.md"), join(root, "content/linked.md"));
      await shows(tab, "Other target.");
    });
  });

  test("what is included from folders that nothing was included from, at once and before it is there", async () => {
    await visit("page/", async ({ page: tab, root }) => {
      put(root, "elsewhere/own.md", "---\ntitle: Its own\n---\nOwn one.\n");
      const include = (name: string): string => `{{% include-md file="${name}" %}}`;
      put(root, "content/page.md", page("Page", include("elsewhere/own.md")));
      await shows(tab, "Own one.");
      put(root, "elsewhere/own.md", "---\ntitle: Its own\n---\nOwn two.\n");
      await shows(tab, "Own two.");
      expect(await tab.getByText("Its own").count()).toBe(0);
      put(root, "content/page.md", page("Page", include("later/file.md")));
      await tab.locator(".waymark-failed").waitFor();
      put(root, "later/file.md", "Later words.\n");
      await shows(tab, "Later words.");
      put(root, "data/new/deep/list.yml", "- name: a\n  content: New folder.\n");
      put(
        root,
        "content/page.md",
        page("Page", '{{% include-from-yaml data="new/deep/list" name="a" %}}'),
      );
      await shows(tab, "New folder.");
      put(root, "data/new/deep/list.yml", "- name: a\n  content: Folder edited.\n");
      await shows(tab, "Folder edited.");
    });
  });

  test("folders that are renamed, in every open browser; and tells of another base path", async () => {
    await visit("sec/inner/", async ({ page: tab, root, server }) => {
      const other = await browser.newPage();
      await other.goto(`${server.url}page/`);
      await shows(other, "Start words.");
      renameSync(join(root, "content/sec"), join(root, "content/moved"));
      await tab.getByText("No page stands at this address").waitFor({ timeout: 30_000 });
      put(root, "content/page.md", page("Page", "Page edited."));
      await shows(other, "Page edited.");
      put(root, "content/moved/inner.md", page("Inner", "Inner edited."));
      await other.goto(`${server.url}moved/inner/`);
      await shows(other, "Inner edited.");
      put(root, "content/moved/inner.md", page("Inner", "Inner again."));
      await shows(other, "Inner again.");
      await other.close();

      put(root, "data/site.yml", "title: Test\nbaseURL: https://example.org/docs/\n");
      await expect
        .poll(server.printed, { timeout: 30_000 })
        .toContain(
          'Not reloaded: the base path is now /docs/ and was /: start "npm run dev" again',
        );
      expect((await fetch(`${server.url}page/`)).status).toBe(200);
    });
  });
});
