/** Findings at places of a page's tree. */
import type { Nodes } from "mdast";
import type { Finding } from "../messages/diagnostic.ts";
import { chainOf, type MappedSpan } from "../text/mapped.ts";

/** Where a node comes from; undefined for one that nothing in a file stands for. */
export type OriginOf = (node: Nodes) => MappedSpan | undefined;

/** A finding without its place. */
export type Fault = Omit<Finding, "span" | "chain" | "pages">;

/** A fault at a place, with the calls that led there. */
export function findingAt(fault: Fault, { source, start, end, frame }: MappedSpan): Finding {
  return { ...fault, span: { source, start, end }, chain: chainOf(frame) };
}

/** The part of a span that holds `text`, looked for from `from` on; the whole without it. */
export function partOf(span: MappedSpan, text: string, from = 0): MappedSpan {
  const at = span.source.text.indexOf(text, span.start + from);
  const isWithin = text !== "" && at !== -1 && at + text.length <= span.end;
  return isWithin ? { ...span, start: at, end: at + text.length } : span;
}
