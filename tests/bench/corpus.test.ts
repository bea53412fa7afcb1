/** The pages of the benchmark: the same for the same seed, what a guide has, without faults. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Project } from "../../src/project/project.ts";
import { withSite } from "../helpers/case.ts";
import { type CorpusOptions, writeCorpus } from "./corpus/write.ts";

/** All files below a folder, by path. */
function filesIn(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(
    files.sort().map((file) => [file.slice(folder.length), readFileSync(file, "utf8")]),
  );
}

const written = (options: CorpusOptions): Promise<Record<string, string>> =>
  withSite({}, async (root) => {
    writeCorpus(root, options);
    return filesIn(root);
  });

describe("the corpus", () => {
  test("is the same for the same seed, and another for another one", async () => {
    const options = { dialect: "hugo", pages: 24 } as const;
    const first = await written(options);
    expect(await written(options)).toEqual(first);
    expect(await written({ ...options, seed: 21 })).not.toEqual(first);
  });

  test("has guides of about 10 KB with four to eight code blocks, and shared snippets", async () => {
    await withSite({}, async (root) => {
      const { meanBytes, meanCode } = writeCorpus(root, { dialect: "hugo", pages: 60 });
      expect(meanBytes).toBeGreaterThan(9_000);
      expect(meanBytes).toBeLessThan(11_500);
      expect(meanCode).toBeGreaterThan(4);
      expect(meanCode).toBeLessThan(8);
      const text = Object.values(filesIn(join(root, "content"))).join("\n");
      for (const call of ["note", "warning", "tabs", "include-md", "include-from-yaml"])
        expect(text).toContain(call);
    });
  });

  test("has no fault that Waymark knows, nested menus, and snippets that pages share", async () => {
    await withSite({}, async (root) => {
      writeCorpus(root, { dialect: "hugo", pages: 45 });
      const project = await Project.open(root);
      await project.renderAll();
      expect(project.diagnostics()).toEqual([]);
      // The home page, a part, three sections.
      expect(project.publishedPages).toHaveLength(45 + 1 + 1 + 3);
      const [part] = project.site.menus.get("main") ?? [];
      expect(part?.children).toHaveLength(3);
      expect(part?.children.map(({ children }) => children.length)).toEqual([20, 20, 5]);
      const uses = [...project.uses.all()].filter(({ kind }) => kind === "file");
      const targets = new Set(uses.map(({ target }) => target));
      expect(targets.size).toBeLessThan(uses.length / 2);
    });
  });

  test("has the same words in each dialect, and no call where a generator has none", async () => {
    const hugo = await written({ dialect: "hugo", pages: 5 });
    const codes = (files: Record<string, string>): number =>
      Object.entries(files)
        .filter(([path]) => path.endsWith(".md"))
        .map(([, text]) => text.match(/^ *```\w+$/gm)?.length ?? 0)
        .reduce((sum, count) => sum + count, 0);
    for (const dialect of ["starlight", "vitepress"] as const) {
      const files = await written({ dialect, pages: 5 });
      const text = Object.values(files).join("\n");
      expect(text).not.toContain("{{");
      expect(text).not.toContain("](page:");
      expect(text).toContain(":::");
      expect(codes(files)).toBeGreaterThan(codes(hugo));
    }
  });

  test("written anew takes away what was there before, but no settings", async () => {
    await withSite({ "docs/.vitepress/config.mjs": "export default {};" }, async (root) => {
      writeCorpus(root, { dialect: "vitepress", pages: 30 });
      writeCorpus(root, { dialect: "vitepress", pages: 3 });
      const paths = Object.keys(filesIn(root));
      expect(paths).toContain("/docs/.vitepress/config.mjs");
      expect(paths.filter((path) => /\d{5}\.md$/.test(path))).toHaveLength(3);
    });
  });
});
