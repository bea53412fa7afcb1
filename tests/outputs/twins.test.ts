/** Markdown twins say what their pages say, whatever stands there. */
import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Project } from "../../src/project/project.ts";
import { siteOutputs } from "../../src/project/site-outputs.ts";
import { withSite } from "../helpers/case.ts";
import { seedFolder } from "../helpers/repository.ts";
import { SEED_PLACES, writeSeedSite } from "../helpers/seed-site.ts";
import { ODD } from "./odd-markdown.ts";
import { bodyOfTwin, saidByArticle, saidByMarkdown } from "./page-words.ts";

/** What a page's article says, and what its twin says below title and description. */
function both(project: Project, path: string) {
  const page = project.site.pages.find((candidate) => candidate.path === path);
  if (page === undefined) throw new Error(`No page ${path}`);
  const twin = siteOutputs(project).get(`${page.url.slice(1)}index.md`)?.text ?? "";
  const { description } = page.frontMatter;
  const [title, ...said] = saidByMarkdown(bodyOfTwin(twin)).headings;
  const twinSaid = saidByMarkdown(bodyOfTwin(twin));
  const start = [page.title, description].filter((part) => part !== undefined).join(" ");
  expect(title).toBe(`h1 ${page.title}`);
  expect(twinSaid.text.startsWith(start)).toBe(true);
  return {
    twin,
    page: saidByArticle(project.article(page).html),
    said: { ...twinSaid, headings: said, text: twinSaid.text.slice(start.length).trim() },
  };
}

const seeds = seedFolder();

describe.runIf(seeds !== undefined)("the seeds", () => {
  let root: string;
  let project: Project;

  beforeAll(async () => {
    root = writeSeedSite(seeds ?? "");
    project = await Project.open(root);
    await project.renderAll();
  });

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test.each(Object.values(SEED_PLACES))("%s", (path) => {
    const { page, said, twin } = both(project, path);
    expect(said.text).toContain(page.text);
    expect(said.headings).toEqual(page.headings);
    expect(said.code).toEqual(page.code);
    expect(said.links).toEqual(expect.arrayContaining([...page.links]));
    expect(said.images).toEqual(page.images);
    expect(twin).not.toMatch(/\{\{[<%]|[<%]\}\}/);
  });
});

test.each(ODD)("odd Markdown: %s", async (_, markdown) => {
  const files = {
    "content/_index.md": "---\ntitle: Home\n---\nHome.\n",
    "content/a.md": `---\ntitle: "A *page*"\n---\n${markdown}`,
    "content/b.md": "---\ntitle: B\n---\n## Part\n",
    "static/i.png": "",
  };
  await withSite(files, async (root) => {
    const project = await Project.open(root);
    await project.renderAll();
    const { page, said } = both(project, "content/a.md");
    expect(page.text + page.code.join("")).not.toBe("");
    expect(said).toEqual(page);
  });
});
