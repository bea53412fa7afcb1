/** Which pages are laid out again, and which are taken over from the last output. */
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { openStore } from "../../src/cache/store.ts";
import { generatePages } from "../../src/project/generate.ts";
import { MadePages } from "../../src/project/made-pages.ts";
import { OutputFolder } from "../../src/project/output-folder.ts";
import { Project } from "../../src/project/project.ts";
import type { Shell } from "../../src/project/shell.ts";
import { withSite } from "../helpers/case.ts";
import { inRepository } from "../helpers/repository.ts";

const menu = (title: string, weight: number): string =>
  `---\ntitle: ${title}\nmenu: { main: { weight: ${weight} } }\n---\nText of ${title}.\n`;

const SITE = {
  "content/_index.md": "---\ntitle: Home\n---\n",
  "content/a.md": menu("A", 1),
  "content/b.md": menu("B", 2),
  "content/c.md": menu("C", 3),
  "content/s/_index.md": "---\ntitle: S\n---\n",
  "content/s/d.md": "---\ntitle: D\n---\nText of D.\n",
  "static/files/x.txt": "x",
};

let made: string[] = [];
beforeEach(() => {
  made = [];
});

/** Lays out nothing, but notes what it is asked for. */
function shellOf(root: string): Shell {
  return {
    assets: join(root, "static", "files"),
    page: async ({ kind, url, printed }, { article, view } = {}) => {
      // The home page shows parts of the whole site.
      if (kind === "print") made.push(String(printed));
      else if (kind === "page" && url !== "/") made.push(url);
      return `<p style="color: red">${url}</p>${article ?? ""}${[view?.own, ...(view?.pages ?? [])].map((page) => page?.html ?? "").join("")}`;
    },
    lost: async () => "",
    branch: async () => "",
  };
}

/** One build, and the pages that it laid out. */
async function build(root: string): Promise<string[]> {
  made = [];
  const cache = openStore(join(root, "cache"));
  const project = await Project.open(root, { cache, isBuild: true });
  await project.renderAll();
  const [next, out] = [join(root, "next"), join(root, "dist")];
  rmSync(next, { recursive: true, force: true });
  const output = new OutputFolder(next, out);
  const before = new MadePages(project, output, out, cache);
  const needs = await generatePages(project, shellOf(root), output, before);
  expect([...needs.list()]).toMatchObject([{ kind: "code", text: "color: red" }]);
  rmSync(out, { recursive: true, force: true });
  renameSync(next, out);
  return made.sort();
}

describe("pages are laid out again", () => {
  test("where what they show has changed, and nowhere else", async () => {
    await withSite(SITE, async (root) => {
      const all = ["/a/", "/b/", "/c/", "/print/", "/s/", "/s/d/", "/s/print/"];
      expect(await build(root)).toEqual(all);
      expect(await build(root)).toEqual([]);
      writeFileSync(join(root, "content/a.md"), `${menu("A", 1)}\nMore.\n`);
      expect(await build(root)).toEqual(["/a/", "/print/"]);
      writeFileSync(join(root, "content/s/d.md"), "---\ntitle: D\n---\nMore of D.\n");
      expect(await build(root)).toEqual(["/print/", "/s/d/", "/s/print/"]);
      writeFileSync(join(root, "content/c.md"), menu("New name", 3));
      expect(await build(root)).toEqual(all);
      expect(await build(root)).toEqual([]);
    });
  });

  test("where their file is not what was written", async () => {
    await withSite(SITE, async (root) => {
      await build(root);
      const file = (name: string): string => join(root, "dist", name, "index.html");
      const whole = readFileSync(file("a"), "utf8");
      writeFileSync(file("a"), whole.replace("red", "rad"));
      rmSync(file("b"));
      rmSync(file("s/print"));
      expect(await build(root)).toEqual(["/a/", "/b/", "/s/print/"]);
      expect(readFileSync(file("a"), "utf8")).toBe(whole);
    });
  });
});

test("the layout of a page shows nothing that it is not given", () => {
  const parts = new Set(["src/layouts/Guide.astro", "src/layouts/Print.astro"]);
  for (const part of parts) {
    const text = readFileSync(inRepository(part), "utf8");
    expect(text, part).not.toMatch(
      /currentProject|import\.meta\.env|process\.env|Date\.now|new Date\(\)/,
    );
    for (const [, target = ""] of text.matchAll(/from "(\.[^"]+\.astro)"/g))
      parts.add(join(part, "..", target));
  }
  expect(parts.size).toBeGreaterThan(8);
});
