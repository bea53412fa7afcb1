/** The paragraphs, cells of tables and code blocks that stand in content and data files, as written there. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path/posix";
import type { Nodes } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { formatOfPath, parseDataFile } from "../../../src/data/parse.ts";
import type { DataNode } from "../../../src/data/types.ts";
import { createParser } from "../../../src/markdown/parser.ts";
import { splitFrontMatter } from "../../../src/text/front-matter.ts";
import { Source } from "../../../src/text/source.ts";
import { inRepository } from "../../helpers/repository.ts";

export interface TextBlock {
  readonly kind: "prose" | "code";
  /** `file:line`. */
  readonly place: string;
  readonly text: string;
  /** How many lines it has in its file. */
  readonly lines: number;
}

const parse = createParser("satteri");
/** Calls and template actions are no text; they may run over lines, which stay. */
const TAG = /\{\{(?:[<%][\s\S]*?[>%]|[\s\S]*?)\}\}/g;
/** Keys of entries whose values are code as they stand. */
const CODE_KEYS = new Set(["code", "results", "syntax"]);

/** The blocks of all text files below some folders of the repository. */
export function blocksOf(...folders: string[]): TextBlock[] {
  return folders.flatMap((folder) =>
    readdirSync(inRepository(folder), { recursive: true, encoding: "utf8" })
      .map((name) => join(folder, name.replaceAll("\\", "/")))
      .filter((path) => /\.(md|ya?ml|toml|json)$/.test(path))
      .sort()
      .flatMap((path) => blocksIn(path, readFileSync(inRepository(path), "utf8"))),
  );
}

/** The blocks of one file. */
export function blocksIn(path: string, text: string): TextBlock[] {
  const source = new Source(path, text);
  const format = formatOfPath(path);
  if (format !== undefined) {
    const { value } = parseDataFile(source, format);
    return value === undefined ? [] : dataBlocks(source, value, false);
  }
  const { bodyStart } = splitFrontMatter(source);
  const { line } = source.placeAt(bodyStart);
  return markdownBlocks(path, line - 1, text.slice(bodyStart));
}

function dataBlocks(source: Source, node: DataNode, isCode: boolean): TextBlock[] {
  if (node.kind === "list") return node.items.flatMap((item) => dataBlocks(source, item, isCode));
  if (node.kind === "map")
    return node.pairs.flatMap(({ key, value }) => dataBlocks(source, value, CODE_KEYS.has(key)));
  if (typeof node.value !== "string") return [];
  const before = source.placeAt(node.range.start).line - 1;
  if (!isCode) return markdownBlocks(source.path, before, node.value);
  const text = withoutTags(node.value).trim();
  return text === ""
    ? []
    : [{ kind: "code", place: `${source.path}:${before + 1}`, text, lines: linesOf(text) }];
}

function markdownBlocks(path: string, before: number, text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === "paragraph" || node.type === "tableCell" || node.type === "code") {
      const { start, end } = node.position ?? { start: { line: 1 }, end: { line: 1 } };
      const kind = node.type === "code" ? "code" : "prose";
      const own = textOf(node);
      const lines = kind === "code" ? linesOf(own) : end.line - start.line + 1;
      if (own.trim() !== "")
        blocks.push({ kind, place: `${path}:${before + start.line}`, text: own, lines });
    } else if ("children" in node) {
      for (const child of node.children) visit(child);
    }
  };
  visit(parse(withoutTags(text)));
  return blocks;
}

/** The same text with blanks in the place of tags, so that lines and columns stay. */
function withoutTags(text: string): string {
  return text.replace(TAG, (tag) => tag.replace(/[^\n]/g, " "));
}

function linesOf(text: string): number {
  return text.trim().split("\n").length;
}
