/** The lists of all pages for language models. */
import { describe, expect, test } from "vitest";
import { Project } from "../../src/project/project.ts";
import { siteOutputs } from "../../src/project/site-outputs.ts";
import { withSite } from "../helpers/case.ts";
import { inRepository } from "../helpers/repository.ts";

const ORIGIN = "https://docs.example.com";

/** The texts of a site's outputs, by path. */
async function outputsOf(root: string): Promise<{ project: Project; texts: Map<string, string> }> {
  const project = await Project.open(root);
  await project.renderAll();
  const texts = new Map([...siteOutputs(project)].map(([path, { text }]) => [path, text]));
  return { project, texts };
}

/** All targets of links in the list at `path` and in those that it leads to. */
function walk(texts: ReadonlyMap<string, string>, path: string, prefix: string): Set<string> {
  const found = new Set<string>();
  const read = (file: string): void => {
    const text = texts.get(file) ?? "";
    expect(text.length, file).toBeGreaterThan(0);
    expect(text.length, file).toBeLessThan(50_000);
    for (const [, url = ""] of text.matchAll(/\]\(([^)]*)\)/g)) {
      expect(url.startsWith(prefix), url).toBe(true);
      const target = decodeURI(url.slice(prefix.length));
      expect(texts.has(target), url).toBe(true);
      if (found.has(target)) continue;
      found.add(target);
      if (/(^|\/)llms(-\d+)?\.txt$/.test(target)) read(target);
    }
  };
  read(path);
  return found;
}

function pages(count: number, folder: string, about: string): Record<string, string> {
  const files: Record<string, string> = {
    [`content/${folder}/_index.md`]: `---\ntitle: ${folder}\n---\nText.\n`,
  };
  for (let i = 0; i < count; i++) {
    files[`content/${folder}/p${i}.md`] =
      `---\ntitle: "Page [${i}] of *${folder}*"\ndescription: ${about}\n---\nText ${i}.\n`;
  }
  return files;
}

test("the shipped site's list has each listed page once, and the full text all of them in menu order", async () => {
  const { project, texts } = await outputsOf(inRepository("."));
  const targets = walk(texts, "llms.txt", "/");
  const listed = project.publishedPages.filter(({ isListed, kind }) => isListed || kind === "home");
  for (const { url } of listed) expect([...targets]).toContain(`${url.slice(1)}index.md`);
  const index = texts.get("llms.txt") ?? "";
  expect(index).toMatch(/^# .+\n\n> .+\n/);
  const links = [...index.matchAll(/\]\(\/([^)]*)index\.md\)/g)].map(([, path]) => `/${path}`);
  expect(new Set(links).size).toBe(links.length);
  const full = texts.get("llms-full.txt") ?? "";
  const sources = [...full.matchAll(/^Source: (.*)$/gm)].map(([, url]) => url);
  expect(sources.filter((url) => links.includes(String(url)))).toEqual(links);
});

describe("lists stay below 50,000 characters", () => {
  const about = `About ${"many words ".repeat(12)}end.`;
  const FILES = {
    "content/_index.md": "---\ntitle: Home\n---\nHome.\n",
    ...pages(150, "one", about),
    ...pages(450, "two", about),
    ...pages(150, "one/below", about),
  };

  test.each([
    { settings: { "data/site.yml": "" }, prefix: "/" },
    { settings: { "data/site.yml": "base: /docs/\n" }, prefix: "/docs/" },
    { settings: { "data/site.yml": `baseURL: ${ORIGIN}/\n` }, prefix: `${ORIGIN}/` },
    { settings: { "data/site.yml": `baseURL: ${ORIGIN}/docs/\n` }, prefix: `${ORIGIN}/docs/` },
  ])("with links that start with $prefix", async ({ settings, prefix }) => {
    await withSite({ ...FILES, ...settings }, async (root) => {
      const { project, texts } = await outputsOf(root);
      const targets = walk(texts, "llms.txt", prefix);
      expect([...targets]).toEqual(expect.arrayContaining(["one/llms.txt", "two/llms.txt"]));
      const missing = project.publishedPages.filter(
        ({ url }) => !targets.has(`${url.slice(1)}index.md`),
      );
      expect(missing.map(({ url }) => url)).toEqual([]);
    });
  });
});

test("pages that no list names are in none; a list of the site's own stays", async () => {
  const files = {
    "content/_index.md": "---\ntitle: Home\n---\nHome.\n",
    "content/a.md": "---\ntitle: A\n---\nSeen.\n",
    "content/b.md": "---\ntitle: B\nbuild: { list: never }\n---\nHidden.\n",
    "static/llms-full.txt": "Own.\n",
  };
  await withSite(files, async (root) => {
    const { texts } = await outputsOf(root);
    expect(texts.get("llms.txt")).toContain("[A](/a/index.md)");
    expect(texts.get("llms.txt")).not.toContain("/b/");
    expect(texts.has("b/index.md")).toBe(true);
    expect(texts.has("llms-full.txt")).toBe(false);
  });
});
