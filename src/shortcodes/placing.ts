/** Where a call stands on its line, and what that means for what it inserts. */
import type { Frame, MappedSpan } from "../text/mapped.ts";
import { pageFrame } from "../text/mapped.ts";
import { containerOf } from "./container.ts";
import type { BodyNode } from "./dedent.ts";
import type { TextBuilder } from "./text-builder.ts";

/** What further lines of an inserted text need to stay where its call stands. */
export function linePrefix<T>(builder: TextBuilder<T>): string {
  // In code, a marker is a character like any other.
  if (builder.isInFence) return /^[ \t>]*/.exec(builder.line)?.[0] ?? "";
  return containerOf(builder.line).prefix;
}

/** Whether nothing but blanks follows a node on its line. */
export function endsItsLine(nodes: readonly BodyNode[], index: number, atEnd: boolean): boolean {
  const next = nodes[index + 1];
  if (next === undefined) return atEnd;
  if (next.type !== "text") return false;
  if (/^[ \t]*[\r\n]/.test(next.text.text)) return true;
  return next.text.text.trim() === "" && index + 2 === nodes.length && atEnd;
}

/** The frame of what the call at `span` brings in. */
export function frameOf(span: MappedSpan, target: string): Frame {
  const { source, start, end, frame } = span;
  return { source, start, end, target, parent: frame ?? pageFrame(source) };
}
