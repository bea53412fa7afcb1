/** Reads typed fields from data trees; what has the wrong type is told with its place. */
import { kindName } from "../data/node.ts";
import type { DataMap, DataNode, DataPair } from "../data/types.ts";
import type { DiagnosticId } from "../messages/catalog.ts";
import type { Finding } from "../messages/diagnostic.ts";
import type { Range, Source } from "../text/source.ts";

/** A map's fields by name in lower case (Hugo: keys have no case). */
export class Fields {
  readonly #source: Source;
  readonly #id: DiagnosticId;
  readonly #pairs = new Map<string, DataPair>();
  readonly #report: (finding: Finding) => void;

  constructor(
    source: Source,
    map: DataMap | undefined,
    id: DiagnosticId,
    report: (finding: Finding) => void,
  ) {
    this.#source = source;
    this.#id = id;
    this.#report = report;
    for (const pair of map?.pairs ?? []) this.#pairs.set(pair.key.toLowerCase(), pair);
  }

  /** The pairs that are there, in order. */
  pairs(): Iterable<DataPair> {
    return this.#pairs.values();
  }

  node(...names: string[]): DataNode | undefined {
    for (const name of names) {
      const pair = this.#pairs.get(name.toLowerCase());
      if (pair !== undefined && !isNothing(pair.value)) return pair.value;
    }
    return undefined;
  }

  /** Any scalar as its text, as written (Hugo: `1.10` is "1.10" where a string is asked for). */
  text(...names: string[]): string | undefined {
    return this.#read(names, "text", (node) =>
      node.kind === "scalar" ? node.text.text : undefined,
    );
  }

  boolean(name: string): boolean | undefined {
    return this.#read([name], "true or false", (node) => {
      if (node.kind !== "scalar") return undefined;
      if (typeof node.value === "boolean") return node.value;
      const text = node.text.text.toLowerCase();
      return text === "true" || text === "false" ? text === "true" : undefined;
    });
  }

  integer(name: string): number | undefined {
    return this.#read([name], "a whole number", (node) => {
      const value = node.kind === "scalar" ? Number(node.value) : Number.NaN;
      return Number.isInteger(value) ? value : undefined;
    });
  }

  /** One text or a list of texts. */
  texts(name: string): DataNode[] {
    const node = this.node(name);
    if (node === undefined) return [];
    const items = node.kind === "list" ? node.items : [node];
    const isText = items.every((item) => item.kind === "scalar" && typeof item.value === "string");
    if (isText) return [...items];
    this.wrong(name, node, "a text or a list of texts");
    return [];
  }

  map(name: string): DataMap | undefined {
    return this.#read([name], "a map", (node) => (node.kind === "map" ? node : undefined));
  }

  list(name: string): readonly DataNode[] | undefined {
    return this.#read([name], "a list", (node) => (node.kind === "list" ? node.items : undefined));
  }

  wrong(name: string, node: DataNode, expected: string): void {
    const shown = node.kind === "scalar" ? `"${node.text.text}"` : kindName(node);
    this.complain(this.#id, `Unexpected ${shown} in "${name}", expected ${expected}`, node.range);
  }

  complain(id: DiagnosticId, message: string, { start, end }: Range, suggestion?: string): void {
    this.#report({ id, message, suggestion, span: { source: this.#source, start, end } });
  }

  #read<T>(
    names: string[],
    expected: string,
    read: (node: DataNode) => T | undefined,
  ): T | undefined {
    const node = this.node(...names);
    if (node === undefined) return undefined;
    const value = read(node);
    if (value === undefined) this.wrong(names[0] ?? "", node, expected);
    return value;
  }
}

function isNothing(node: DataNode): boolean {
  return node.kind === "scalar" && node.value === null;
}
