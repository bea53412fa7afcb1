/** The place at the end of an unfinished text of YAML: by the indentation of the lines above it. */
import type { FieldPlace } from "./field-place.ts";
import { flowPlace } from "./flow-place.ts";

/** The line up to the cursor: blanks, the marks of items, a name, and its value. */
const NAME = /^(\s*(?:- +)*)(["']?)([\w-]*)$/;
const VALUE = /^(\s*(?:- +)*)["']?([\w-]+)["']?:\s+(?![|>])(.*)$/;
/** A line that opens a map. */
const PARENT = /^(\s*(?:- +)*)["']?([\w-]+)["']?:\s*(?:#.*)?$/;
const BLOCK = /^(\s*)(?:- +)*[^#]*[:-] +[|>][-+\d]*\s*(?:#.*)?$/;

/** What stands at the end of `before`, whose text of YAML begins at `start`. */
export function yamlPlace(before: string, start: number): FieldPlace | undefined {
  const lines = before.slice(start).split(/\r\n|\r|\n/);
  const line = lines.pop() ?? "";
  const from = before.length - line.length;
  if (isInBlock(lines, line)) return undefined;
  const name = NAME.exec(line);
  if (name !== null) {
    const [, marks = "", quote = "", word = ""] = name;
    const path = parentsOf(lines, marks.length);
    const begin = before.length - word.length - quote.length;
    return { path, kind: "name", key: "", start: begin, quote };
  }
  const value = VALUE.exec(line);
  if (value === null) return undefined;
  const [, marks = "", key = "", text = ""] = value;
  const path = parentsOf(lines, marks.length);
  const first = from + line.length - text.length;
  if (/^[[{]/.test(text)) {
    const syntax = { separator: ":", hasSpaces: true } as const;
    const found = flowPlace(before, first, syntax);
    if (!("kind" in found)) return undefined;
    const isOwn = found.kind === "value" && found.key === "";
    if (isOwn) return { ...found, path: [...path, ...found.path], key };
    return { ...found, path: [...path, key, ...found.path] };
  }
  const quote = /^["']/.exec(text)?.[0] ?? "";
  // A value that has ended, and a comment.
  if (/\s#/.test(text) || (quote !== "" && text.indexOf(quote, 1) > 0)) return undefined;
  return { path, kind: "value", key, start: first, quote };
}

/** The names of the maps that a line with an indentation stands in, outermost first. */
function parentsOf(lines: readonly string[], indent: number): string[] {
  const names: string[] = [];
  let below = indent;
  for (const line of lines.toReversed()) {
    const [, blanks = "", name = ""] = PARENT.exec(line) ?? [];
    if (name === "" || blanks.length >= below) continue;
    names.unshift(name);
    below = blanks.length;
  }
  return names;
}

/** Whether a line is one of a block's text. */
function isInBlock(lines: readonly string[], line: string): boolean {
  let below = indentOf(line);
  for (const above of lines.toReversed()) {
    const isBlank = above.trim() === "";
    if (isBlank || indentOf(above) >= below) continue;
    if (BLOCK.test(above)) return true;
    below = indentOf(above);
  }
  return false;
}

function indentOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}
