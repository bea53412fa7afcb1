/** Builds maps with keys that are there once. */
import type { Finding } from "../messages/diagnostic.ts";
import type { Range, Source } from "../text/source.ts";
import type { DataMap, DataNode, DataPair } from "./types.ts";

/** One map under construction. */
export class MapBuilder {
  readonly #source: Source;
  readonly #pairs = new Map<string, DataPair>();
  readonly #merged: DataMap[] = [];

  constructor(source: Source) {
    this.#source = source;
  }

  /** Adds a pair. A key that is there already keeps its first value; the finding says so. */
  add(key: string, keyRange: Range, value: DataNode): Finding | undefined {
    const first = this.#pairs.get(key);
    if (first === undefined) {
      this.#pairs.set(key, { key, keyRange, value });
      return undefined;
    }
    const { line } = this.#source.placeAt(first.keyRange.start);
    const message = `Unexpected second key "${key}", expected each key once; the first is in line ${line}`;
    const source = this.#source;
    const related = [{ what: "the first key", span: { source, ...first.keyRange } }];
    return { id: "data-syntax", message, span: { source, ...keyRange }, related };
  }

  /** Adds the pairs of another map whose keys this one lacks; earlier merges win (YAML's `<<`). */
  merge(map: DataMap): void {
    this.#merged.push(map);
  }

  /** The map; merged pairs stand after its own. */
  build(range: Range): DataMap {
    for (const pair of this.#merged.flatMap(({ pairs }) => pairs)) {
      if (!this.#pairs.has(pair.key)) this.#pairs.set(pair.key, pair);
    }
    return { kind: "map", pairs: [...this.#pairs.values()], range };
  }
}
