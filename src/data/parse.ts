/** Parses a data file by its format. */
import { parse as parseToml, TomlError } from "smol-toml";
import { MappedText } from "../text/mapped.ts";
import type { Range, Source } from "../text/source.ts";
import type { DataNode } from "./types.ts";
import { type ParsedData, parseYaml } from "./yaml.ts";

export type DataFormat = "yaml" | "toml" | "json";

/** The format of a path's extension; undefined if it is none of data's. */
export function formatOfPath(path: string): DataFormat | undefined {
  const extension = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase();
  if (extension === "yml" || extension === "yaml") return "yaml";
  return extension === "toml" || extension === "json" ? extension : undefined;
}

/** The tree of a source's range, by default all of it, and what is wrong with it. */
export function parseDataFile(
  source: Source,
  format: DataFormat,
  range: Range = { start: 0, end: source.text.length },
): ParsedData {
  if (format === "yaml") return parseYaml(source, range);
  return format === "toml" ? parseTomlData(source, range) : parseJson(source, range);
}

/**
 * TOML's parser gives no places, so every value has that of the file's start,
 * or better: of the first line that names its key.
 */
function parseTomlData(source: Source, range: Range): ParsedData {
  const text = source.text.slice(range.start, range.end).replace(/^\ufeff/, "");
  try {
    return { value: fromPlain(parseToml(text), source, range, ""), problems: [] };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const at = range.start + offsetOf(text, error.line, error.column);
    const reason = error.message.split("\n", 1)[0]?.replace(/^Invalid TOML document: /, "");
    const message = `Unexpected TOML: ${reason}`;
    return {
      value: undefined,
      problems: [{ id: "data-syntax", message, span: { source, start: at, end: at } }],
    };
  }
}

function offsetOf(text: string, line: number, column: number): number {
  const before = text.split("\n").slice(0, line - 1);
  return before.reduce((sum, part) => sum + part.length + 1, 0) + column - 1;
}

function fromPlain(value: unknown, source: Source, range: Range, key: string): DataNode {
  const place = keyRange(source, range, key);
  if (Array.isArray(value)) {
    return {
      kind: "list",
      items: value.map((item) => fromPlain(item, source, range, key)),
      range: place,
    };
  }
  if (typeof value === "object" && value !== null && !(value instanceof Date)) {
    const pairs = Object.entries(value).map(([name, item]) => ({
      key: name,
      keyRange: keyRange(source, range, name),
      value: fromPlain(item, source, range, name),
    }));
    return { kind: "map", pairs, range: place };
  }
  const scalar =
    value instanceof Date ? value.toISOString() : (value as string | number | boolean | null);
  const origin = { source, offset: place.start, frame: undefined };
  return {
    kind: "scalar",
    value: scalar,
    text: MappedText.generated(String(scalar ?? ""), origin),
    range: place,
  };
}

function keyRange(source: Source, range: Range, key: string): Range {
  if (key === "") return { start: range.start, end: range.start };
  const escaped = key.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const expression = new RegExp(
    `^[ \\t]*(?:\\[\\[?)?[ \\t]*["']?(${escaped})["']?[ \\t]*[=\\].]`,
    "m",
  );
  const found = expression.exec(source.text.slice(range.start, range.end));
  if (found === null) return { start: range.start, end: range.start };
  const start = range.start + found.index + found[0].indexOf(key);
  return { start, end: start + key.length };
}

/** JSON is read strictly first; YAML, which includes it, then gives the places. */
function parseJson(source: Source, range: Range): ParsedData {
  const text = source.text.slice(range.start, range.end).replace(/^\ufeff/, " ");
  try {
    JSON.parse(text);
  } catch (error) {
    const reason = (error as Error).message;
    const at = Number(/position (\d+)/.exec(reason)?.[1] ?? 0);
    const start = Math.min(range.start + at, range.end);
    const message = `Unexpected JSON: ${reason.replace(/ \(line.*$/, "")}`;
    return {
      value: undefined,
      problems: [{ id: "data-syntax", message, span: { source, start, end: start } }],
    };
  }
  return parseYaml(source, range);
}
