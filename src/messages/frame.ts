/** Places as messages print them, and the source line with a place marked. */
import type { Range } from "../text/source.ts";
import type { Span } from "./diagnostic.ts";

/** `file:line:column`. */
export function placeOf({ source, start }: Span): string {
  const { line, column } = source.placeAt(start);
  return `${source.path}:${line}:${column}`;
}

/** A source line, cut around the place, and the marks below it. */
export interface Frame {
  /** The number of the line, and blanks of its length. */
  readonly gutter: readonly [string, string];
  readonly line: string;
  readonly indent: string;
  readonly marks: string;
}

/** Longer source lines are cut, so that a minified line does not fill the screen. */
const MAX_LINE = 160;

/** The line of a place; undefined for an empty one. */
export function frameOf({ source, start, end }: Span): Frame | undefined {
  const line = source.lineAt(start);
  if (line.start === line.end) return undefined;
  const window = windowOf(source.text, line, start);
  const number = String(source.placeAt(start).line);
  const before = lengthOf(source.text.slice(window.start, start));
  const marked = lengthOf(source.text.slice(start, Math.min(end, window.end)));
  return {
    gutter: [number, " ".repeat(number.length)],
    line: source.text.slice(window.start, window.end).replaceAll("\t", " "),
    indent: " ".repeat(before),
    marks: "^".repeat(Math.max(1, marked)),
  };
}

/** The source line as it is, cut around the place. */
export function sourceLineOf({ source, start }: Span): string {
  const line = windowOf(source.text, source.lineAt(start), start);
  return source.text.slice(line.start, line.end);
}

/** The part of a line around an offset; it splits no surrogate pair. */
function windowOf(text: string, line: Range, at: number): Range {
  const wanted = Math.min(at - MAX_LINE / 2, line.end - MAX_LINE);
  const start = Math.max(line.start, wanted);
  const end = Math.min(line.end, start + MAX_LINE);
  return { start: start + Number(isTrail(text, start)), end: end - Number(isTrail(text, end)) };
}

function isTrail(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

/** Length in code points. */
function lengthOf(text: string): number {
  return [...text].length;
}
