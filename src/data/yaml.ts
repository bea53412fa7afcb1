/**
 * YAML as a tree whose every value knows its place, from js-yaml's events. YAML
 * 1.2's core schema, with merge keys; dates stay text, as Hugo leaves them.
 */
import {
  CORE_SCHEMA,
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  type ScalarEvent,
  YAMLException,
} from "js-yaml";
import type { Finding } from "../messages/diagnostic.ts";
import { MappedText } from "../text/mapped.ts";
import type { Range, Source } from "../text/source.ts";
import { scalarText } from "./scalar-text.ts";
import type { DataMap, DataNode, DataPair } from "./types.ts";

/** A parsed file, or what is left of it, and what is wrong. */
export interface ParsedData {
  readonly value: DataNode | undefined;
  readonly problems: readonly Finding[];
}

/** Collections within collections. */
const MAX_DEPTH = 100;

/** Values that aliases may add to a file: beyond that lies an alias bomb. */
const MAX_ALIASED = 20_000;

/** Parses the range of a source that holds YAML, by default all of it. */
export function parseYaml(
  source: Source,
  range: Range = { start: 0, end: source.text.length },
): ParsedData {
  // Blanks in front keep the offsets; the parser takes a byte order mark itself.
  const front = source.text.slice(0, range.start).replace(/[^\r\n]/g, " ");
  const text = front + source.text.slice(range.start, range.end);
  try {
    return new TreeBuilder(source, text, parseEvents(text, { maxDepth: MAX_DEPTH })).build();
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { value: undefined, problems: [syntaxProblem(source, error, range)] };
  }
}

function syntaxProblem(source: Source, error: YAMLException, range: Range): Finding {
  const at = Math.min(error.mark?.position ?? range.start, range.end);
  const message = `Unexpected YAML: ${error.reason}`;
  return { id: "data-syntax", message, span: { source, start: at, end: at } };
}

/** Stops building; the problem says why. */
class Refused extends Error {}

class TreeBuilder {
  readonly #source: Source;
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #anchors = new Map<string, DataNode>();
  readonly #sizes = new Map<DataNode, number>();
  readonly #problems: Finding[] = [];
  #at = 0;
  #end = 0;
  #aliased = 0;

  constructor(source: Source, text: string, events: readonly Event[]) {
    this.#source = source;
    this.#text = text;
    this.#events = events;
  }

  build(): ParsedData {
    const documents = this.#events.filter(({ type }) => type === EVENT_ID.DOCUMENT);
    if (documents.length > 1) {
      this.#problem("Unexpected second YAML document, expected one in a file", {
        start: 0,
        end: 0,
      });
      return { value: undefined, problems: this.#problems };
    }
    this.#at = 1;
    const first = this.#events[1];
    if (first === undefined || first.type === EVENT_ID.POP) {
      return { value: undefined, problems: this.#problems };
    }
    try {
      return { value: this.#node(), problems: this.#problems };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { value: undefined, problems: this.#problems };
    }
  }

  #node(): DataNode {
    const event = this.#events[this.#at++];
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        return this.#anchored(event, this.#scalar(event));
      case EVENT_ID.SEQUENCE: {
        const items: DataNode[] = [];
        while (!this.#isAtPop()) items.push(this.#node());
        this.#at++;
        const range = { start: event.start, end: this.#end };
        return this.#anchored(event, { kind: "list", items, range });
      }
      case EVENT_ID.MAPPING:
        return this.#anchored(event, this.#map(event.start));
      case EVENT_ID.ALIAS:
        return this.#alias(event.anchorStart, event.anchorEnd);
      default:
        throw new Error(`Unexpected YAML event ${event?.type}`);
    }
  }

  #isAtPop(): boolean {
    return this.#events[this.#at]?.type === EVENT_ID.POP;
  }

  #scalar(event: ScalarEvent): DataNode {
    const isEmpty = event.valueStart < 0;
    const start = isEmpty ? this.#end : event.valueStart;
    const end = isEmpty ? this.#end : event.valueEnd;
    this.#end = Math.max(this.#end, end);
    const range = { start, end };
    const text = isEmpty ? "" : getScalarValue(this.#text, event);
    const mapped = isEmpty
      ? MappedText.of(this.#source, start, start)
      : scalarText(this.#source, event, text);
    return { kind: "scalar", value: this.#value(event, text), text: mapped, range };
  }

  /** Only plain scalars are anything but text; a tag says what is meant. */
  #value(event: ScalarEvent, text: string): string | number | boolean | null {
    const tag = event.tagStart < 0 ? "" : this.#text.slice(event.tagStart, event.tagEnd);
    const isPlain = event.style === 1;
    if (tag === "!!str" || tag === "!" || (!isPlain && tag === "")) return text;
    const { value } = CORE_SCHEMA.resolveImplicitScalarTag(text);
    if (typeof value === "number" || typeof value === "boolean" || value === null) return value;
    return text;
  }

  #map(start: number): DataMap {
    const pairs: DataPair[] = [];
    const merged: DataMap[] = [];
    const known = new Map<string, Range>();
    while (!this.#isAtPop()) {
      const key = this.#node();
      const value = this.#node();
      if (key.kind !== "scalar") {
        this.#problem("Unexpected key that is a list or a map, expected text", key.range);
        continue;
      }
      const name = key.text.text;
      if (name === "<<") {
        merged.push(...mapsOf(value));
        continue;
      }
      const first = known.get(name);
      if (first !== undefined) {
        const { line } = this.#source.placeAt(first.start);
        this.#problem(`Unexpected second key "${name}", the first is in line ${line}`, key.range);
        continue;
      }
      known.set(name, key.range);
      pairs.push({ key: name, keyRange: key.range, value });
    }
    this.#at++;
    for (const pair of merged.flatMap((map) => map.pairs)) {
      if (!known.has(pair.key)) pairs.push(pair);
      known.set(pair.key, pair.keyRange);
    }
    return { kind: "map", pairs, range: { start, end: this.#end } };
  }

  #anchored(event: { anchorStart: number; anchorEnd: number }, node: DataNode): DataNode {
    if (event.anchorStart >= 0) {
      this.#anchors.set(this.#text.slice(event.anchorStart, event.anchorEnd), node);
    }
    return node;
  }

  #alias(start: number, end: number): DataNode {
    const name = this.#text.slice(start, end);
    this.#end = Math.max(this.#end, end);
    const node = this.#anchors.get(name);
    if (node === undefined) {
      this.#problem(`Unexpected alias "*${name}", expected the name of an anchor before it`, {
        start: start - 1,
        end,
      });
      throw new Refused();
    }
    this.#aliased += this.#size(node);
    if (this.#aliased > MAX_ALIASED) {
      this.#problem(`Unexpected aliases that stand for more than ${MAX_ALIASED} values`, {
        start: start - 1,
        end,
      });
      throw new Refused();
    }
    return node;
  }

  /** How many values a node stands for, aliases counted each time. */
  #size(node: DataNode): number {
    const known = this.#sizes.get(node);
    if (known !== undefined) return known;
    let size = 1;
    if (node.kind === "list") for (const item of node.items) size += this.#size(item);
    if (node.kind === "map") for (const { value } of node.pairs) size += this.#size(value);
    this.#sizes.set(node, size);
    return size;
  }

  #problem(message: string, range: Range): void {
    this.#problems.push({ id: "data-syntax", message, span: { source: this.#source, ...range } });
  }
}

function mapsOf(node: DataNode): DataMap[] {
  if (node.kind === "map") return [node];
  return node.kind === "list" ? node.items.flatMap(mapsOf) : [];
}
