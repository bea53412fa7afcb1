/** Every page's Markdown twin says what the page says. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { bodyOfTwin, saidByMarkdown, saidByPage } from "../outputs/page-words.ts";

const { folder } = inject("shippedSite");

/** Pages of the content; aliases and the views of sections for print are others. */
const PAGES = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("index.html") && existsSync(join(folder, twinOf(path))))
  .map((path) => path.replaceAll("\\", "/"));

function twinOf(path: string): string {
  return path.replace(/\.html$/, ".md");
}

test("all pages have one", () => {
  const links = /rel="alternate" type="text\/markdown" href="\/([^"]*)"/;
  const all = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".html"))
    .flatMap((path) => links.exec(readFileSync(join(folder, path), "utf8"))?.[1] ?? []);
  expect(all.sort()).toEqual(PAGES.map(twinOf).sort());
  expect(all.length).toBeGreaterThan(60);
});

describe("rendered again, it has the same text, headings, code and links", () => {
  test.each(PAGES)("%s", (path) => {
    const page = saidByPage(readFileSync(join(folder, path), "utf8"));
    const twin = readFileSync(join(folder, twinOf(path)), "utf8");
    expect(saidByMarkdown(bodyOfTwin(twin))).toEqual(page);
  });
});
