/** Where among the fields of front matter or settings a cursor stands, in a text that may be unfinished. */
import { type DataFormat, formatOfPath } from "../data/parse.ts";
import { splitFrontMatter } from "../text/front-matter.ts";
import type { Range, Source } from "../text/source.ts";
import { flowPlace } from "./flow-place.ts";
import { tomlPlace } from "./toml-place.ts";
import { yamlPlace } from "./yaml-place.ts";

/** A name or a value that is being written. */
export interface FieldPlace {
  /** The names of the maps that it stands in, outermost first. */
  readonly path: readonly string[];
  /** `header`: a name between the brackets of a table of TOML. */
  readonly kind: "name" | "value" | "header";
  /** The field whose value is written; empty for a name. */
  readonly key: string;
  /** Where it begins in the file, with its quote. */
  readonly start: number;
  /** The quote that is open, or none. */
  readonly quote: string;
}

/** The text of front matter or settings around a place. */
export interface FieldText {
  readonly format: DataFormat;
  readonly range: Range;
  readonly kind: "matter" | "settings" | "entries";
}

const OPENERS = [
  [/^\ufeff?\s*---[ \t]*\r?\n/, "yaml"],
  [/^\ufeff?\s*\+\+\+[ \t]*\r?\n/, "toml"],
  [/^\ufeff?\s*(?=\{(?!\{))/, "json"],
] as const;

/** The fields that an offset is in: front matter, closed or not yet, or a file of settings. */
export function fieldTextAt(source: Source, offset: number): FieldText | undefined {
  const { path, text } = source;
  if (/^data\/site\.[a-z]+$/.test(path)) {
    const format = formatOfPath(path);
    return format && { format, range: { start: 0, end: text.length }, kind: "settings" };
  }
  if (!/\.(?:md|markdown)$/.test(path)) return undefined;
  const { format, range, bodyStart } = splitFrontMatter(source);
  if (format !== "none")
    return range.start <= offset && offset <= range.end && offset < bodyStart
      ? { format, range, kind: "matter" }
      : undefined;
  for (const [opener, unclosed] of OPENERS) {
    const start = opener.exec(text)?.[0].length;
    if (start === undefined || offset < start) continue;
    // What nobody has closed yet ends with its paragraph: the first line may be a thematic break.
    const before = text.slice(start, offset);
    if (/\n[ \t]*\r?\n/.test(before) || (unclosed === "yaml" && !areFields(before))) continue;
    return { format: unclosed, range: { start, end: offset }, kind: "matter" };
  }
  return undefined;
}

/** The text of a data file that is a list of entries, or begins like one; undefined for others. */
export function entryTextOf({ path, text }: Source): FieldText | undefined {
  const format = formatOfPath(path);
  if (format === undefined || !/^data\/(?!diagrams\/|site\.|placeholders\.)/.test(path))
    return undefined;
  const isList = /^(?:\s*(?:#.*|---)?(?:\r\n|\r|\n))*\s*(?:-(?:\s|$)|\[)/.test(text);
  const isNamed = /(?:^|[\s{,"])name"?\s*:/m.test(text);
  const isFirst = text.trim().split(/\r\n|\r|\n/).length === 1;
  if (!isList || !(isNamed || isFirst)) return undefined;
  return { format, range: { start: 0, end: text.length }, kind: "entries" };
}

/** Whether lines may be those of YAML, the last one unfinished. */
function areFields(before: string): boolean {
  return before
    .split(/\r\n|\r|\n/)
    .every((line) => /^\s*(?:#.*|-?\s*["']?[\w-]*["']?\s*(?::(?:\s.*)?)?|- .*)$/.test(line));
}

/** What is written where an offset stands in some fields; undefined where no field is. */
export function fieldPlace(
  { text }: Source,
  offset: number,
  { format, range }: FieldText,
): FieldPlace | undefined {
  const before = text.slice(0, offset);
  if (format === "yaml") return yamlPlace(before, range.start);
  if (format === "toml") return tomlPlace(before, range.start);
  const found = flowPlace(before, range.start, { separator: ":" });
  return "kind" in found ? found : undefined;
}
