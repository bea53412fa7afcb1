/** The manual explains each diagnostic once, and the messages that it shows are real. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CATALOG, type CatalogEntry } from "../../src/messages/catalog.ts";
import { asText } from "../../src/messages/report.ts";
import { Project } from "../../src/project/project.ts";
import { sectionsOf } from "../../src/search/sections.ts";
import { inRepository, REPOSITORY } from "../helpers/repository.ts";
import { check } from "./run.ts";

const LIST = "/authoring/diagnostics/";
const IDS = Object.keys(CATALOG);

const project = await Project.open(REPOSITORY);
const PAGES = project.publishedPages.map((page) => ({ page, article: project.article(page) }));
/** The pages below the list. */
const REFERENCE = PAGES.filter(({ page: { url } }) => url.startsWith(LIST) && url !== LIST);

describe("the reference", () => {
  const headings = PAGES.flatMap(({ page, article }) =>
    [...article.html.matchAll(/<h[1-6] id="([^"]+)"/g)].map(([, id = ""]) => ({ id, page })),
  );

  test.each(IDS)("has %s as one heading", (id) => {
    const found = headings.filter((heading) => heading.id === id);
    expect(found.map(({ page }) => page.url)).toEqual([expect.stringMatching(`^${LIST}.+`)]);
  });

  test("has all of them in tables of contents", () => {
    const ids = REFERENCE.flatMap(({ article }) => article.toc.map(({ id }) => id));
    expect(ids.sort()).toEqual([...IDS].sort());
  });

  test("is searched by id, with all that the catalog says", () => {
    const sections = REFERENCE.flatMap(({ article }) => sectionsOf(article.html).sections);
    const lines = new Map(sections.map((section) => [section.title, section.lines]));
    for (const [id, entry] of Object.entries<CatalogEntry>(CATALOG)) {
      const texts = lines.get(id)?.map(({ text }) => text) ?? [];
      expect(texts[0]).toMatch(new RegExp(`^${entry.level} `));
      expect(texts).toContain(`For example: ${entry.message.replace(/\s+/g, " ")}`);
      expect(texts.filter((text) => /^(?:Why|What to do)\. /.test(text))).toHaveLength(2);
    }
  });
});

test("the list has a row for each id, which leads to the heading", () => {
  const html = PAGES.find(({ page }) => page.url === LIST)?.article.html ?? "";
  const rows = [...html.matchAll(/<span id="([^"]+)"><a href="([^"]+)">/g)];
  expect(rows.map(([, id]) => id)).toEqual(IDS);
  for (const [, id = "", href = ""] of rows) {
    const [url, fragment] = href.split("#");
    expect(fragment).toBe(id);
    expect(PAGES.find(({ page }) => page.url === url)?.article.ids).toContain(id);
  }
});

describe("a message in the manual", () => {
  const files = {
    "content/guides/install.md": "---\ntitle: Install\n---\n",
    "content/guides/link.md": "---\ntitle: Link\n---\nSee the [installation](/guides/instal/).\n",
    "content/guides/backup.md":
      '---\ntitle: Back up\n---\n\nChoose a quiet hour.\n\n1. Open a terminal.\n\n1. {{% include-example file="examples/backup" example="run-backup" %}}\n',
    "data/examples/backup.yml":
      "- name: run-backup\n  description: |\n    Copy the database:\n\n    {{< wraning >}}\n    Stop all writers first.\n    {{< /wraning >}}\n",
  };

  test.each(["checks.md", "diagnostics/_index.md"])("of %s is a real one", async (path) => {
    const text = readFileSync(inRepository("content/authoring", path), "utf8");
    const shown = text.replace(/\{\{<\/\*(.*?)\*\/>\}\}/g, "{{<$1>}}");
    const messages = (await check(files)).map(asText);
    expect(messages).toHaveLength(2);
    expect(messages.some((message) => shown.includes(`\n${message}\n\`\`\``))).toBe(true);
  });
});
