/** What tests of data read from trees. */
import { expect } from "vitest";
import { get, toPlain } from "../../src/data/node.ts";
import type { DataNode, ParsedData } from "../../src/data/types.ts";
import type { Finding } from "../../src/messages/diagnostic.ts";
import type { MappedText } from "../../src/text/mapped.ts";
import type { Range } from "../../src/text/source.ts";

/** `line:column: message [id]`, with the suggestion. */
export function line({ id, message, span, suggestion }: Finding): string {
  const place = span.source.placeAt(span.start);
  const near = suggestion === undefined ? "" : ` (${suggestion}?)`;
  return `${place.line}:${place.column}: ${message}${near} [${id}]`;
}

/** The source text of each problem's range. */
export function marked({ span }: Finding): string {
  return span.source.text.slice(span.start, span.end);
}

export function plainOf({ value }: ParsedData): unknown {
  return value && toPlain(value);
}

/** The text of the value at a path of keys and indexes. */
export function textAt(root: DataNode | undefined, ...path: (string | number)[]): MappedText {
  const node = nodeAt(root, ...path);
  if (node.kind !== "scalar") throw new Error(`Unexpected ${node.kind} at ${path.join(".")}`);
  return node.text;
}

export function nodeAt(root: DataNode | undefined, ...path: (string | number)[]): DataNode {
  let node = root;
  for (const step of path) {
    if (typeof step === "string") node = get(node, step);
    else node = node?.kind === "list" ? node.items[step] : undefined;
  }
  if (node === undefined) throw new Error(`Nothing at ${path.join(".")}`);
  return node;
}

/** `text@line:column` of each piece; `~` before those that are not exact. */
export function piecesOf(text: MappedText): string[] {
  return text.pieces.map((piece) => {
    const place = piece.source.placeAt(piece.start);
    const mark = piece.exact ? "" : "~";
    return `${mark}${JSON.stringify(piece.text)}@${place.line}:${place.column}`;
  });
}

/** All scalars' texts of a tree, and all ranges. */
export function* nodesOf(node: DataNode): Generator<DataNode> {
  yield node;
  if (node.kind === "list") for (const item of node.items) yield* nodesOf(item);
  if (node.kind === "map") for (const { value } of node.pairs) yield* nodesOf(value);
}

/** A range lies in the text. */
export function expectInside({ start, end }: Range, file: string): void {
  expect(start).toBeGreaterThanOrEqual(0);
  expect(end).toBeGreaterThanOrEqual(start);
  expect(end).toBeLessThanOrEqual(file.length);
}

/** Every exact piece stands in the file character for character. */
export function expectExact(mapped: MappedText, file: string): void {
  for (const { text, start, exact } of mapped.pieces) {
    if (exact) expect(file.slice(start, start + text.length)).toBe(text);
    expect(start).toBeLessThanOrEqual(file.length);
  }
}
