/** TOML as a data tree. Its parser tells the places of errors; those of values are found beside it. */
import { parse, TomlError } from "smol-toml";
import type { Finding } from "../messages/diagnostic.ts";
import { MappedText } from "../text/mapped.ts";
import type { Range, Source } from "../text/source.ts";
import { flowText } from "./flow-text.ts";
import { MAX_DEPTH } from "./limits.ts";
import { type TomlPlace, tomlPlaces } from "./toml-places.ts";
import type { DataNode, DataPair, DataScalar, ParsedData } from "./types.ts";

/**
 * Parses the range of a source that holds TOML, by default all of it. The text of a value
 * is exact where it stands in the source without escapes. Dates become text. The first error leaves no value. Never throws for a text.
 */
export function parseToml(
  source: Source,
  range: Range = { start: 0, end: source.text.length },
): ParsedData {
  const isMarked = source.text[range.start] === "\ufeff";
  const start = isMarked ? range.start + 1 : range.start;
  const text = source.text.slice(start, range.end);
  try {
    const table: unknown = parse(text, { maxDepth: MAX_DEPTH });
    return new TomlTree(source, start).read(table, tomlPlaces(text, start));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return { value: undefined, problems: [problemOf(error, text, source, start)] };
  }
}

function problemOf(error: TomlError, text: string, source: Source, textStart: number): Finding {
  const offset = Math.min(offsetOf(text, error.line, error.column), text.length);
  const start = textStart + offset;
  const end = textStart + Math.min(offset + 1, text.length);
  const [reason = ""] = error.message.replace(/^Invalid TOML document: /, "").split("\n", 1);
  return { id: "data-syntax", message: `Unexpected TOML: ${reason}`, span: { source, start, end } };
}

/** The parser counts lines by LF, from 1; columns are code units, from 1. */
function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let i = 1; i < line; i++) start = text.indexOf("\n", start) + 1;
  return start + column - 1;
}

class TomlTree {
  readonly #source: Source;
  readonly #range: Range;
  readonly #problems: Finding[] = [];

  constructor(source: Source, start: number) {
    this.#source = source;
    this.#range = { start, end: start };
  }

  read(table: unknown, place: TomlPlace): ParsedData {
    const value = this.#node(table, 1, place);
    const isEmpty = value.kind === "map" && value.pairs.length === 0;
    return { value: isEmpty ? undefined : value, problems: this.#problems };
  }

  #node(value: unknown, depth: number, place: TomlPlace | undefined): DataNode {
    // Dotted keys nest without any bracket, so that the parser does not count them.
    if (depth > MAX_DEPTH) return this.#tooDeep();
    const range = place?.range ?? this.#range;
    const inner = (key: string | number): TomlPlace | undefined => place?.inner.get(key);
    if (Array.isArray(value)) {
      return {
        kind: "list",
        items: value.map((item, at) => this.#node(item, depth + 1, inner(at))),
        range,
      };
    }
    if (isTable(value)) {
      const pairs = Object.entries(value).map(
        ([key, item]): DataPair => ({
          key,
          keyRange: inner(key)?.keyRange ?? range,
          value: this.#node(item, depth + 1, inner(key)),
        }),
      );
      return { kind: "map", pairs, range };
    }
    return this.#scalar(scalarOf(value), place);
  }

  #scalar(value: DataScalar["value"], place?: TomlPlace): DataScalar {
    const range = place?.range ?? this.#range;
    return { kind: "scalar", value, text: this.#textOf(String(value ?? ""), range, place), range };
  }

  /** A line break right after three quotes is none of the text; escapes of one line are YAML's too. */
  #textOf(text: string, { start, end }: Range, place: TomlPlace | undefined): MappedText {
    const source = this.#source;
    if (place === undefined)
      return MappedText.generated(text, { source, offset: start, frame: undefined });
    const first = place.textStart ?? start;
    const gap = /^\r?\n/.exec(source.text.slice(first, first + 2))?.[0].length ?? 0;
    for (const at of [first, first + gap])
      if (source.text.startsWith(text, at)) return MappedText.of(source, at, at + text.length);
    const decoded = flowText(source, { start: first, end: Math.max(first, end - 1) }, "double");
    if (decoded.text === text) return decoded;
    return MappedText.generated(text, { source, offset: first, frame: undefined });
  }

  #tooDeep(): DataScalar {
    if (this.#problems.length === 0) {
      const message = `Unexpected nesting, expected at most ${MAX_DEPTH} levels`;
      const span = { source: this.#source, ...this.#range };
      this.#problems.push({ id: "data-syntax", message, span });
    }
    return this.#scalar(null);
  }
}

/** Everything else that is an object is a date. */
function isTable(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function scalarOf(value: unknown): DataScalar["value"] {
  if (typeof value === "number" || typeof value === "boolean") return value;
  return value instanceof Date ? value.toISOString() : String(value);
}
