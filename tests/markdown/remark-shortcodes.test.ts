/** The plugin on stock remark gives the tree that the build's own parser gives. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Root } from "mdast";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import { type Processor, unified } from "unified";
import { VFile } from "vfile";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { definitionListSyntax } from "../../src/markdown/definition-list.ts";
import { createParser, type ParserKind } from "../../src/markdown/parser.ts";
import { remarkShortcodes } from "../../src/markdown/remark-shortcodes.ts";
import { Project } from "../../src/project/project.ts";
import type { Host } from "../../src/shortcodes/types.ts";
import { inRepository, seedFolder } from "../helpers/repository.ts";

/** Every Markdown file of a folder, by path. */
function texts(folder: string, extension: string): [string, string][] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(extension))
    .map((name) => [name, readFileSync(join(folder, name), "utf8")]);
}

/**
 * Files with definition lists or bare addresses, which stock remark places or reads in
 * another way than the dialect does: for these, the stock parser with the dialect's steps.
 */
const WITH_DIALECT: ReadonlySet<string> = new Set([
  "authoring/links.md",
  "authoring/markdown.md",
  "sql/create-source/_index.md",
]);

const seeds = seedFolder();
const files = [
  ...texts(inRepository("content"), ".md"),
  ...(seeds === undefined ? [] : texts(seeds, ".txt")),
];

describe("stock remark", () => {
  let root: string;
  let host: Host;

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), "waymark-stock-"));
    for (const folder of ["content", "data", "public"]) {
      cpSync(inRepository(folder), join(root, folder), { recursive: true });
    }
    host = (await Project.open(root)).host(undefined);
  });

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test.each(files)("gives the same tree for %s", (path, value) => {
    const own = withParser("satteri").use(remarkShortcodes, { host });
    const stock = WITH_DIALECT.has(path)
      ? withParser("remark").use(remarkShortcodes, { host })
      : remark()
          .use(remarkGfm, { singleTilde: false })
          .use(definitionListSyntax)
          .use(remarkShortcodes, { host });
    const [first, second] = [own, stock].map((processor): Root => {
      const file = new VFile({ path, value });
      return processor.parse(file) as Root;
    });
    expect(second?.type).toBe("root");
    expect(plain(first)).toEqual(plain(second));
  });
});

function withParser(kind: ParserKind): Processor {
  const parse = createParser(kind);
  return unified().use(function () {
    this.parser = (text) => parse(text);
  });
}

/** Trees as plain data, so that fields without a value count like missing ones. */
function plain(tree: unknown): unknown {
  return JSON.parse(JSON.stringify(tree, (_, value) => value ?? undefined));
}
