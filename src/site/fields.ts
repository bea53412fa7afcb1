/** Reads typed fields from data trees; what has the wrong type is told with its place. */
import { kindName } from "../data/node.ts";
import type { DataMap, DataNode, DataPair } from "../data/types.ts";
import type { DiagnosticId } from "../messages/catalog.ts";
import type { Finding } from "../messages/diagnostic.ts";
import type { Range, Source } from "../text/source.ts";

/** One file's fields, or those of a map in it. */
export interface FieldLayer {
  readonly source: Source;
  readonly pairs: readonly DataPair[];
}

/** A field and the file that it is written in. */
export interface Field extends DataPair {
  readonly source: Source;
}

/** How faults are told: the id for wrong types, and who takes them. */
export interface FieldReport {
  readonly id: DiagnosticId;
  readonly report: (finding: Finding) => void;
}

/** Fields by name in lower case (Hugo: keys have no case); the first layer wins. */
export class Fields {
  readonly layers: readonly FieldLayer[];
  readonly #report: FieldReport;
  readonly #fields = new Map<string, Field>();

  constructor(layers: readonly FieldLayer[], report: FieldReport) {
    this.layers = layers;
    this.#report = report;
    for (const layer of layers) this.#addLayer(layer);
  }

  /** The field of the first name that has a value. */
  field(...names: string[]): Field | undefined {
    for (const name of names) {
      const field = this.#fields.get(name.toLowerCase());
      if (field !== undefined && !isNothing(field.value)) return field;
    }
    return undefined;
  }

  node(...names: string[]): DataNode | undefined {
    return this.field(...names)?.value;
  }

  /** Any scalar as its text, as written (Hugo casts; `1.10` stays "1.10" here). */
  text(...names: string[]): string | undefined {
    return this.#read(names, "text", textOf);
  }

  boolean(...names: string[]): boolean | undefined {
    return this.#read(names, "true or false", (node) => {
      const text = textOf(node)?.toLowerCase();
      return text === "true" || text === "false" ? text === "true" : undefined;
    });
  }

  /** A whole number; Hugo: also one in quotes. */
  integer(...names: string[]): number | undefined {
    return this.#read(names, "a whole number", (node) => {
      const text = textOf(node)?.trim() ?? "";
      const value = text === "" ? Number.NaN : Number(text);
      return Number.isSafeInteger(value) ? value : undefined;
    });
  }

  /** One of some words; `false` and `true` may stand for words too. */
  word<T extends string>(name: string, words: readonly T[], flags?: [T, T]): T | undefined {
    return this.#read([name], words.join(", "), (node) => {
      const text = textOf(node)?.toLowerCase();
      if (flags !== undefined && (text === "false" || text === "true")) {
        return flags[text === "true" ? 1 : 0];
      }
      return words.find((word) => word.toLowerCase() === text);
    });
  }

  /** One text or a list of texts; other items of a list are told. */
  texts(...names: string[]): DataNode[] {
    const field = this.field(...names);
    if (field?.value.kind !== "list") {
      const expected = "a text or a list of texts";
      return this.#read(names, expected, (node) => (isText(node) ? [node] : undefined)) ?? [];
    }
    const { key, value } = field;
    for (const item of value.items) if (!isText(item)) this.wrong(key, item, "text");
    return value.items.filter(isText);
  }

  map(...names: string[]): DataMap | undefined {
    return this.#read(names, "a map", (node) => (node.kind === "map" ? node : undefined));
  }

  /** The fields of a map. */
  inner(name: string): Fields | undefined {
    const map = this.map(name);
    return map === undefined ? undefined : this.of(name, map);
  }

  /** The items of a list, whatever they are. */
  list(name: string): readonly DataNode[] {
    const list = this.#read([name], "a list", (node) => (node.kind === "list" ? node : undefined));
    return list?.items ?? [];
  }

  /** A list's maps as fields; other items are told. */
  items(name: string): Fields[] {
    return this.list(name).flatMap((item) => {
      if (item.kind === "map" && item.pairs.length > 0) return [this.of(name, item)];
      this.wrong(name, item, item.kind === "map" ? "a map with fields" : "a map");
      return [];
    });
  }

  /** The fields of a map that stands in the field `name`. */
  of(name: string, map: DataMap): Fields {
    const source = this.field(name)?.source;
    return new Fields(source === undefined ? [] : [{ source, pairs: map.pairs }], this.#report);
  }

  /** Tells that a value of the field `name` is of the wrong type. */
  wrong(name: string, node: DataNode, expected: string): void {
    const message = `Unexpected ${shown(node)} in "${name}", expected ${expected}`;
    this.complain(name, this.#report.id, message, node.range);
  }

  /** Tells of a fault in the file of the field `name`. */
  complain(
    name: string,
    id: DiagnosticId,
    message: string,
    { start, end }: Range,
    suggestion?: string,
  ): void {
    const source = this.field(name)?.source ?? this.layers[0]?.source;
    if (source === undefined) return;
    this.#report.report({ id, message, suggestion, span: { source, start, end } });
  }

  /** Within a file the last of two keys that differ in case counts, and is told. */
  #addLayer({ source, pairs }: FieldLayer): void {
    const own = new Map<string, Field>();
    for (const pair of pairs) {
      const first = own.get(pair.key.toLowerCase());
      if (first !== undefined) this.#tellSecond(pair, first);
      own.set(pair.key.toLowerCase(), { ...pair, source });
    }
    for (const [key, field] of own) {
      const known = this.#fields.get(key);
      if (known === undefined || isNothing(known.value)) this.#fields.set(key, field);
    }
  }

  #tellSecond({ key, keyRange }: DataPair, { source, ...first }: Field): void {
    const { line } = source.placeAt(first.keyRange.start);
    const message = `Unexpected second field "${key}", expected each once: "${first.key}" in line ${line} is the same in another case`;
    const related = [{ what: "the first field", span: { source, ...first.keyRange } }];
    const span = { source, ...keyRange };
    this.#report.report({ id: this.#report.id, message, span, related });
  }

  #read<T>(
    names: string[],
    expected: string,
    read: (node: DataNode) => T | undefined,
  ): T | undefined {
    const field = this.field(...names);
    if (field === undefined) return undefined;
    const value = read(field.value);
    if (value === undefined) this.wrong(field.key, field.value, expected);
    return value;
  }
}

/** A scalar's text as written; undefined for lists, maps and nothing. */
export function textOf(node: DataNode | undefined): string | undefined {
  return node?.kind === "scalar" && node.value !== null ? node.text.text : undefined;
}

function isText(node: DataNode): boolean {
  return node.kind === "scalar" && typeof node.value === "string";
}

function isNothing(node: DataNode): boolean {
  return node.kind === "scalar" && node.value === null;
}

function shown(node: DataNode): string {
  return node.kind === "scalar" ? `"${node.text.text}"` : kindName(node);
}
