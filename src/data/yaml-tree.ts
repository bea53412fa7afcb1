/** Builds the data tree of the YAML parser's events; every value gets its place. */
import { COLLECTION_STYLE, EVENT_ID, type Event, SCALAR_STYLE, type ScalarEvent } from "js-yaml";
import type { Finding } from "../messages/diagnostic.ts";
import { MappedText } from "../text/mapped.ts";
import type { Range, Source } from "../text/source.ts";
import { MAX_ALIASED } from "./limits.ts";
import { MapBuilder } from "./map-builder.ts";
import { scalarText } from "./scalar-text.ts";
import type { DataMap, DataNode, DataScalar, ParsedData } from "./types.ts";
import { absentPlace, afterGap, documentStart, flowEnd } from "./yaml-gaps.ts";
import { collectionTagProblem, isMergeTag, plainValue, taggedValue } from "./yaml-value.ts";

type SequenceEvent = Extract<Event, { type: typeof EVENT_ID.SEQUENCE }>;
type MappingEvent = Extract<Event, { type: typeof EVENT_ID.MAPPING }>;
type AliasEvent = Extract<Event, { type: typeof EVENT_ID.ALIAS }>;

/** A key as a map needs it. */
interface Key {
  readonly node: DataNode;
  readonly isMerge: boolean;
}

export class TreeBuilder {
  readonly #source: Source;
  /** The source with blanks for what is not YAML, at the same offsets. */
  readonly #text: string;
  readonly #events: readonly Event[];
  /** Undefined while the anchor's own value is being read. */
  readonly #anchors = new Map<string, DataNode | undefined>();
  readonly #sizes = new Map<DataNode, number>();
  /** Stands where something was refused; complaints about it would be second ones. */
  readonly #refusals = new Set<DataNode>();
  readonly #problems: Finding[] = [];
  #next = 0;
  /** The end of the last token. */
  #at = 0;
  #aliased = 0;

  constructor(source: Source, text: string, events: readonly Event[]) {
    this.#source = source;
    this.#text = text;
    this.#events = events;
  }

  /** The first document's value, undefined for an empty file; other documents are a problem. */
  build(): ParsedData {
    const document = this.#events[this.#next++];
    if (document?.type !== EVENT_ID.DOCUMENT) return { value: undefined, problems: [] };
    if (document.explicitStart) this.#at = documentStart(this.#text);
    const node = this.#node();
    this.#next++;
    if (this.#next < this.#events.length) this.#reportDocument();
    const isEmpty = node.kind === "scalar" && node.text.length === 0 && node.value === null;
    return { value: isEmpty ? undefined : node, problems: this.#problems };
  }

  #reportDocument(): void {
    const start = afterGap(this.#text, this.#at);
    const end = Math.min(start + 3, this.#text.length);
    this.#problem("Unexpected second YAML document, expected one in a file", { start, end });
  }

  #node(): DataNode {
    const event = this.#events[this.#next++];
    switch (event?.type) {
      case EVENT_ID.SCALAR:
        return this.#anchored(event, () => this.#scalar(event));
      case EVENT_ID.SEQUENCE:
        return this.#anchored(event, () => this.#list(event));
      case EVENT_ID.MAPPING:
        return this.#anchored(event, () => this.#map(event));
      case EVENT_ID.ALIAS:
        return this.#alias(event);
      default:
        throw new Error(`Unexpected YAML event ${event?.type}, expected that of a value`);
    }
  }

  #anchored(event: { anchorStart: number; anchorEnd: number }, read: () => DataNode): DataNode {
    if (event.anchorStart < 0) return read();
    const name = this.#text.slice(event.anchorStart, event.anchorEnd);
    this.#anchors.set(name, undefined);
    const node = read();
    this.#anchors.set(name, node);
    return node;
  }

  #scalar(event: ScalarEvent): DataScalar {
    const text = scalarText(this.#source, event);
    const range = this.#scalarRange(event, text.pieces[0]?.start);
    this.#at = range.end;
    const tag = this.#tagOf(event);
    if (tag === "") {
      const isPlain = event.style === SCALAR_STYLE.PLAIN;
      return { kind: "scalar", value: isPlain ? plainValue(text.text) : text.text, text, range };
    }
    const typed = taggedValue(text.text, tag);
    if (!typed.ok) {
      this.#problem(typed.message, { start: event.tagStart, end: event.tagEnd });
    }
    return { kind: "scalar", value: typed.ok ? typed.value : text.text, text, range };
  }

  /** With its quotes; a block from its first character to its last that is no blank. */
  #scalarRange(event: ScalarEvent, first: number | undefined): Range {
    const { valueStart, valueEnd, style } = event;
    if (valueStart < 0) {
      const at = absentPlace(this.#text, Math.max(this.#at, event.tagEnd, event.anchorEnd));
      return { start: at, end: at };
    }
    if (style === SCALAR_STYLE.PLAIN) return { start: valueStart, end: valueEnd };
    if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED) {
      return { start: valueStart - 1, end: valueEnd + 1 };
    }
    let end = valueEnd;
    while (end > valueStart && /\s/.test(this.#text[end - 1] ?? "")) end--;
    return { start: Math.min(first ?? valueStart, end), end };
  }

  #list(event: SequenceEvent): DataNode {
    this.#checkTag(event, "seq");
    this.#at = event.style === COLLECTION_STYLE.FLOW ? event.start + 1 : event.start;
    const items: DataNode[] = [];
    while (!this.#isAtEnd()) items.push(this.#node());
    this.#next++;
    if (event.style === COLLECTION_STYLE.FLOW) this.#at = flowEnd(this.#text, this.#at);
    return { kind: "list", items, range: { start: event.start, end: this.#at } };
  }

  #map(event: MappingEvent): DataMap {
    this.#checkTag(event, "map");
    const hasBrackets = this.#hasBrackets(event);
    this.#at = hasBrackets ? event.start + 1 : event.start;
    const map = new MapBuilder(this.#source);
    while (!this.#isAtEnd()) this.#pair(map);
    this.#next++;
    if (hasBrackets) this.#at = flowEnd(this.#text, this.#at);
    return map.build({ start: event.start, end: this.#at });
  }

  #pair(map: MapBuilder): void {
    const { node, isMerge } = this.#key();
    const value = this.#node();
    if (isMerge) this.#merge(map, value);
    else if (node.kind === "scalar") {
      const repeated = map.add(node.text.text, node.range, value);
      if (repeated !== undefined) this.#problems.push(repeated);
    } else this.#problem(`Unexpected ${node.kind} as a key, expected text`, node.range);
  }

  /** A plain `<<` merges, a quoted one is a key like others (YAML's merge type). */
  #key(): Key {
    const event = this.#events[this.#next];
    const node = this.#node();
    if (event?.type !== EVENT_ID.SCALAR) return { node, isMerge: false };
    const tag = this.#tagOf(event);
    const isPlain = event.style === SCALAR_STYLE.PLAIN && tag === "";
    const isMerge = node.kind === "scalar" && node.text.text === "<<" && isPlain;
    return { node, isMerge: isMerge || isMergeTag(tag) };
  }

  #merge(map: MapBuilder, value: DataNode): void {
    const values = value.kind === "list" ? value.items : [value];
    for (const item of values) {
      if (item.kind === "map") map.merge(item);
      else if (!this.#refusals.has(item))
        this.#problem(`Unexpected ${item.kind} after "<<", expected a map`, item.range);
    }
  }

  /** The value of the anchor, at the alias's place; its text stays where it is written. */
  #alias({ anchorStart, anchorEnd }: AliasEvent): DataNode {
    const name = this.#text.slice(anchorStart, anchorEnd);
    const range = { start: anchorStart - 1, end: anchorEnd };
    this.#at = anchorEnd;
    const node = this.#anchors.get(name);
    if (node === undefined) {
      const message = `Unexpected alias "*${name}", expected the name of an anchor that ends before it`;
      return this.#refused(message, range);
    }
    // One complaint is enough for a file that is refused.
    if (this.#aliased > MAX_ALIASED) return this.#nothing(range);
    this.#aliased += this.#size(node);
    if (this.#aliased > MAX_ALIASED) {
      const message = `Unexpected alias "*${name}", expected aliases to stand for at most ${MAX_ALIASED} characters`;
      return this.#refused(message, range);
    }
    const copy = { ...node, range };
    this.#sizes.set(copy, this.#size(node));
    return copy;
  }

  /** Nothing, in the place of what cannot be read. */
  #refused(message: string, range: Range): DataScalar {
    this.#problem(message, range);
    return this.#nothing(range);
  }

  #nothing(range: Range): DataScalar {
    const node: DataScalar = { kind: "scalar", value: null, text: new MappedText([]), range };
    this.#refusals.add(node);
    return node;
  }

  /** Values and characters that a node stands for, those of aliases counted each time. */
  #size(node: DataNode): number {
    const known = this.#sizes.get(node);
    if (known !== undefined) return known;
    let size = 1;
    if (node.kind === "scalar") size += node.text.length;
    if (node.kind === "list") for (const item of node.items) size += this.#size(item);
    if (node.kind === "map") for (const { value } of node.pairs) size += this.#size(value);
    this.#sizes.set(node, size);
    return size;
  }

  #isAtEnd(): boolean {
    return this.#events[this.#next]?.type === EVENT_ID.POP;
  }

  /**
   * Whether a map is written in braces. A lone pair in a flow list (`[a: 1]`) is
   * not; if its key is a map in braces, that map's event follows at the same place.
   */
  #hasBrackets({ start, style }: MappingEvent): boolean {
    if (style !== COLLECTION_STYLE.FLOW || this.#text[start] !== "{") return false;
    const inner = this.#events[this.#next];
    return !(inner?.type === EVENT_ID.MAPPING && inner.start === start);
  }

  #tagOf(event: { tagStart: number; tagEnd: number }): string {
    return event.tagStart < 0 ? "" : this.#text.slice(event.tagStart, event.tagEnd);
  }

  #checkTag(event: SequenceEvent | MappingEvent, kind: "seq" | "map"): void {
    const tag = this.#tagOf(event);
    const message = tag === "" ? undefined : collectionTagProblem(tag, kind);
    if (message !== undefined) this.#problem(message, { start: event.tagStart, end: event.tagEnd });
  }

  #problem(message: string, range: Range): void {
    this.#problems.push({ id: "data-syntax", message, span: { source: this.#source, ...range } });
  }
}
