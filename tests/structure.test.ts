/** Imports point one way: each folder may use those before it, never those after. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { preProcessFile } from "typescript";
import { describe, expect, test } from "vitest";
import { inRepository } from "./helpers/repository.ts";

/** What each folder of src/ may import, besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  text: [],
  timing: [],
  cache: [],
  messages: ["text"],
  data: ["text", "timing", "messages"],
  shortcodes: ["text", "timing", "messages", "data"],
  diagrams: ["text", "messages", "data", "shortcodes"],
  site: ["text", "messages", "data", "shortcodes"],
  markdown: ["text", "timing", "messages", "data", "shortcodes", "site"],
  search: ["text", "cache", "messages", "shortcodes", "site"],
  outputs: ["text", "messages", "shortcodes", "site", "markdown", "hosting"],
  checks: ["text", "messages", "data", "shortcodes", "site", "markdown"],
  project: [
    "text",
    "timing",
    "cache",
    "messages",
    "data",
    "shortcodes",
    "diagrams",
    "site",
    "markdown",
    "search",
    "outputs",
    "checks",
    "offline",
    "print",
  ],
  offline: [],
  print: ["site"],
  hosting: [],
  client: ["text", "search", "styles"],
  dev: ["client"],
  components: ["site", "client"],
  layouts: ["site", "print", "project", "components", "client", "styles", "dev"],
  pages: ["site", "print", "project", "layouts", "components"],
  "pages-internal": ["site", "project", "components", "layouts"],
  editor: ["text", "messages", "data", "shortcodes", "diagrams", "site", "markdown", "project"],
  commands: ["text", "timing", "cache", "messages", "hosting", "project", "editor"],
};

const FILES = readdirSync(inRepository("src"), { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\.(ts|astro)$/.test(path) && path.includes("/"));

function importsOf(path: string): string[] {
  const text = readFileSync(inRepository("src", path), "utf8");
  const script = path.endsWith(".astro") ? (text.split(/^---$/m)[1] ?? "") : text;
  return preProcessFile(script)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((target) => target.startsWith("."))
    .map((target) => join(dirname(path), target));
}

describe("imports", () => {
  test("every folder of src/ has its place", () => {
    const folders = new Set(FILES.map((path) => path.split("/")[0]));
    expect([...folders].filter((folder) => !(String(folder) in MAY_IMPORT))).toEqual([]);
  });

  test("point one way", () => {
    const wrong = FILES.flatMap((path) => {
      const [folder = ""] = path.split("/");
      return importsOf(path)
        .filter((target) => {
          const [other = ""] = target.split("/");
          return other !== folder && !MAY_IMPORT[folder]?.includes(other);
        })
        .map((target) => `${path} imports ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  test("only the outer ring knows Astro", () => {
    const inner = FILES.filter((path) =>
      /^(text|timing|messages|data|shortcodes|diagrams|site|markdown|search|outputs|checks)\//.test(
        path,
      ),
    );
    const wrong = inner.filter((path) =>
      /from "(astro|vite)[":/]/.test(readFileSync(inRepository("src", path), "utf8")),
    );
    expect(wrong).toEqual([]);
  });
});
