/** The open page follows its sources: each kind of file, in place, as the reader has left the page. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../helpers/browser.ts";
import { type DevPage, withDevPage } from "../helpers/dev-page.ts";

const FILES = {
  "data/site.yml":
    "title: Gauges\nfooterText: Foot words\nstyles: [/own.css]\nparams:\n  version: one\n",
  "content/_index.md": "---\ntitle: Home\n---\nWelcome.\n",
  "content/page.md": [
    "---\ntitle: Page\n---\nFirst words.\n",
    '{{< tabs >}}\n{{< tab "Alpha" >}}In alpha.{{< /tab >}}\n{{< tab "Beta" >}}In beta.{{< /tab >}}\n{{< /tabs >}}\n',
    '{{< details "More" >}}Hidden words.{{< /details >}}\n',
    ...Array.from({ length: 30 }, (_, at) => `Filler ${at}: a line of words to scroll past.\n`),
    '{{% include-from-yaml data="yaml" name="a" %}}\n',
    '{{< yaml-table data="json" >}}\n',
    '{{< yaml-table data="toml" >}}\n',
    "{{% told %}}\n",
    '{{< marked "x" >}}\n',
    '{{% include-md file="shared/part.md" %}}\n',
    "Version {{< param version >}}.\n",
    "```sql\nSELECT 1;\n```\n",
    ...Array.from({ length: 30 }, (_, at) => `After ${at}: a line of words.\n`),
  ].join("\n"),
  "content/other.md": "---\ntitle: Other\n---\nOther words.\n",
  "content/draft.md": "---\ntitle: Hidden\ndraft: true\n---\nDraft words.\n",
  "data/yaml.yml": "- name: a\n  content: |\n    Yaml words.\n",
  "data/json.json": '[{ "key": "Json words" }]\n',
  "data/toml.toml": '[[rows]]\nkey = "x"\n',
  "data/partials/told.md": "Markdown partial.\n",
  "layouts/shortcodes/marked.html": "<b>Template {{ .Get 0 }}</b>\n",
  "shared/part.md": "Included words.\n",
  "public/own.css": "h1 { --own: first; }\n",
};

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

function visit(path: string, use: (open: DevPage) => Promise<void>): Promise<void> {
  return withDevPage(browser, FILES, path, use);
}

function save({ root }: DevPage, path: string, change: (text: string) => string): void {
  const file = join(root, path);
  writeFileSync(file, change(readFileSync(file, "utf8")));
}

/** What a reader has done to the page, and a mark that no loading anew leaves. */
async function settle(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "Beta" }).click();
  await page.getByText("More", { exact: true }).click();
  await page.evaluate(() => {
    localStorage.theme = "dark";
    document.documentElement.dataset.theme = "dark";
    (window as unknown as { isKept: boolean }).isKept = true;
  });
  await page.getByText("Filler 29").evaluate((line) => line.scrollIntoView({ block: "start" }));
}

const stateOf = (page: Page): Promise<object> =>
  page.evaluate(() => {
    const line = [...document.querySelectorAll("p")].find((p) =>
      p.textContent?.includes("Filler 29"),
    );
    return {
      isKept: (window as unknown as { isKept?: boolean }).isKept === true,
      theme: document.documentElement.dataset.theme,
      tab: document.querySelector('[role="tab"][aria-selected="true"]')?.textContent,
      isOpen: document.querySelector<HTMLDetailsElement>("main details")?.open,
      top: Math.round(line?.getBoundingClientRect().top ?? -1),
      isScrolled: scrollY > 0,
    };
  });

/** Waits until the page shows a text, also in what is closed. */
function shows(page: Page, text: string): Promise<void> {
  return page.locator("body", { hasText: text }).waitFor({ state: "attached", timeout: 30_000 });
}

describe("the open page", () => {
  test("follows each kind of file; scroll, tabs, details and theme stay", async () => {
    await visit("page/", async (open) => {
      const { page } = open;
      await page.getByRole("tab", { name: "Beta" }).waitFor();
      await page.locator("figure.code button.copy").first().waitFor();
      await settle(page);
      const before = await stateOf(page);
      expect(before).toMatchObject({ isKept: true, theme: "dark", tab: "Beta", isOpen: true });
      expect(before).toMatchObject({ isScrolled: true });
      const edits: readonly (readonly [path: string, from: string, to: string])[] = [
        ["content/page.md", "First words", "Page edited"],
        ["data/yaml.yml", "Yaml words", "Yaml edited"],
        ["data/json.json", "Json words", "Json edited"],
        ["data/toml.toml", '"x"', '"Toml edited"'],
        ["data/partials/told.md", "Markdown partial", "Markdown edited"],
        ["layouts/shortcodes/marked.html", "Template", "Template edited"],
        ["shared/part.md", "Included words", "Included edited"],
        ["data/site.yml", "version: one", "version: Setting edited"],
        ["data/site.yml", "Foot words", "Foot edited"],
        ["content/page.md", "In beta.", "Beta edited."],
        ["content/page.md", "SELECT 1;", "SELECT 'Code edited';"],
      ];
      for (const [path, from, to] of edits) {
        save(open, path, (text) => text.replace(from, to));
        await shows(page, to.replace(/^.*: |["';]|SELECT /g, ""));
      }
      await expect.poll(() => stateOf(page)).toEqual(before);
      // What was put into the page works as what was there before.
      await page.locator("figure.code button.copy").first().waitFor();
      save(open, "content/page.md", (text) => text.replace('tab "Alpha"', 'tab "Gamma"'));
      await page.getByRole("tab", { name: "Gamma" }).waitFor();
      await page.getByRole("tab", { name: "Gamma" }).click();
      expect(await page.getByText("In alpha.").isVisible()).toBe(true);

      // A style sheet of the site.
      save(open, "public/own.css", (text) => text.replace("first", "second"));
      await expect
        .poll(
          () =>
            page.evaluate(() =>
              getComputedStyle(document.querySelector("h1") ?? document.body)
                .getPropertyValue("--own")
                .trim(),
            ),
          { timeout: 30_000 },
        )
        .toBe("second");
      expect(await stateOf(page)).toMatchObject({ isKept: true, theme: "dark", isOpen: true });
    });
  });

  test("follows new, renamed and deleted files, drafts, and broken data", async () => {
    await visit("other/", async (open) => {
      const { page, root, server } = open;
      const nav = page.getByRole("navigation", { name: "Pages" });
      await nav.getByRole("link", { name: "Page" }).waitFor();

      writeFileSync(join(root, "content/new.md"), "---\ntitle: Newcomer\n---\nNew words.\n");
      await nav.getByRole("link", { name: "Newcomer" }).waitFor({ timeout: 30_000 });
      renameSync(join(root, "content/new.md"), join(root, "content/moved.md"));
      await expect
        .poll(() => nav.getByRole("link", { name: "Newcomer" }).getAttribute("href"), {
          timeout: 30_000,
        })
        .toMatch(/\/moved\/$/);
      save(open, "content/draft.md", (text) => text.replace("draft: true", "draft: false"));
      await nav.getByRole("link", { name: "Hidden" }).waitFor({ timeout: 30_000 });
      rmSync(join(root, "content/moved.md"));
      await nav
        .getByRole("link", { name: "Newcomer" })
        .waitFor({ state: "detached", timeout: 30_000 });
      expect((await fetch(`${server.url}moved/`)).status).toBe(404);

      // The page itself goes, and comes back.
      await page.goto(`${server.url}page/`);
      await shows(page, "Yaml words");
      mkdirSync(join(root, "data/kept"));
      renameSync(join(root, "data/yaml.yml"), join(root, "data/kept/yaml.yml"));
      const panel = page.getByRole("region", { name: "Messages of Waymark" });
      await panel.getByText('"yaml"').first().waitFor({ timeout: 30_000 });
      await page.locator(".waymark-failed").first().waitFor();
      renameSync(join(root, "data/kept/yaml.yml"), join(root, "data/yaml.yml"));
      await page.locator(".waymark-failed").first().waitFor({ state: "detached", timeout: 30_000 });
      await shows(page, "Yaml words");

      const file = join(root, "data/yaml.yml");
      const whole = readFileSync(file, "utf8");
      writeFileSync(file, whole.replace("name: a", 'name: "a'));
      await page.locator(".waymark-failed").first().waitFor({ timeout: 30_000 });
      await panel.getByText("data/yaml.yml").first().waitFor({ timeout: 30_000 });
      writeFileSync(file, "");
      writeFileSync(file, whole.replace("Yaml words", "Whole words"));
      await shows(page, "Whole words");
      await expect.poll(() => panel.count(), { timeout: 30_000 }).toBe(0);

      rmSync(join(root, "content/page.md"));
      await page
        .getByRole("heading", { name: "No page stands at this address" })
        .waitFor({ timeout: 30_000 });
    });
  });

  test("follows what is put into it later: fences, cells, labels", async () => {
    await visit("other/", async (open) => {
      const { page } = open;
      const body = [
        "Other words.",
        "```sql\nSELECT 'fence one';\n```",
        "| A | B |\n| --- | --- |\n| cell one | {{% told %}} |",
        '{{< tabs >}}\n{{< tab "Label one" >}}First panel.{{< /tab >}}\n{{< tab "Label two" >}}Second panel.{{< /tab >}}\n{{< /tabs >}}',
      ].join("\n\n");
      const edit = (from: string, to: string): void =>
        save(open, "content/other.md", (text) => text.replace(from, to));
      await page.evaluate(() => {
        (window as unknown as { isKept: boolean }).isKept = true;
      });
      edit("Other words.", body);
      const code = page.locator("figure.code", { hasText: "fence one" });
      await code.getByRole("button", { name: "Copy" }).waitFor({ timeout: 30_000 });
      await page.getByRole("tab", { name: "Label two" }).click();

      edit("fence one", "fence two");
      const again = page.locator("figure.code", { hasText: "fence two" });
      await again.getByRole("button", { name: "Copy" }).waitFor({ timeout: 30_000 });
      edit("cell one", "cell `two`");
      await page.locator("td code, th code", { hasText: "two" }).waitFor({ timeout: 30_000 });
      save(open, "data/partials/told.md", (text) => text.replace("partial", "in a cell"));
      await page.locator("td", { hasText: "Markdown in a cell." }).waitFor({ timeout: 30_000 });
      // The chosen tab stays the chosen one under its new name, and the others can be chosen.
      edit("Label two", "Label three");
      const renamed = page.getByRole("tab", { name: "Label three" });
      await renamed.waitFor({ timeout: 30_000 });
      edit("Label one", "Label zero");
      await page.getByRole("tab", { name: "Label zero" }).waitFor({ timeout: 30_000 });
      await page.getByRole("tab", { name: "Label zero" }).click();
      expect(await page.getByText("First panel.").isVisible()).toBe(true);
      await renamed.click();
      expect(await page.getByText("Second panel.").isVisible()).toBe(true);
      expect(await page.getByText("First panel.").isVisible()).toBe(false);
      // A tab and a row that are new.
      edit("{{< /tabs >}}", '{{< tab "Label new" >}}New panel.{{< /tab >}}\n{{< /tabs >}}');
      await page.getByRole("tab", { name: "Label new" }).click();
      expect(await page.getByText("New panel.").isVisible()).toBe(true);
      edit("| cell `two`", "| row before | x |\n| cell `two`");
      await page.getByText("row before").waitFor({ timeout: 30_000 });
      expect(await page.evaluate(() => "isKept" in window)).toBe(true);
    });
  });

  test("a failed call shows in its place wherever it stands", async () => {
    await visit("other/", async (open) => {
      const { page } = open;
      const body = [
        "```sql\nSELECT {{< nope1 >}};\n```",
        "In `a {{< nope2 >}} b`, a [link]({{< nope3 >}}).",
        "| A |\n| --- |\n| {{< nope4 >}} |",
        '{{< tabs >}}\n{{< tab "One" >}}First.{{< /tab >}}\n{{< tabb "Two" >}}Second.{{< /tabb >}}\n{{< /tabs >}}',
        '<p title="{{< nope5 >}}">Raw.</p>',
        "Last words.",
      ].join("\n\n");
      save(open, "content/other.md", (text) => text.replace("Other words.", body));
      await shows(page, "Last words.");
      const failed = page.locator(".waymark-failed > code, .waymark-failed > p > code");
      await expect
        .poll(() => failed.allTextContents())
        .toEqual([
          ...[1, 2, 3, 4].map((at) => `{{< nope${at} >}}`),
          '{{< tabb "Two" >}}',
          "{{< nope5 >}}",
        ]);
      for (const box of await failed.all()) expect(await box.isVisible()).toBe(true);
      expect(await page.getByRole("tab").allTextContents()).toEqual(["One"]);
    });
  });
});
