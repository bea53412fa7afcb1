/**
 * Which lines of a Markdown text are code, seen line by line: fences (CommonMark 4.5) in
 * any containers, and bodies of the shortcode `highlight`. For comments that must count
 * before Markdown is parsed, and must not where a page shows how to write them.
 */
import type { Line } from "./lines.ts";

/** What may stand before a fence: quotes, list items, blanks. */
const FENCE = /^((?:[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t])*)(`{3,}|~{3,})([^\r\n]*)$/;
const HIGHLIGHT = /\{\{[<%]\s*(\/?)\s*highlight\b/g;

interface Fence {
  readonly marks: string;
  readonly indent: number;
}

/** For each line, whether it stands in code; the lines of fences do. */
export function codeLines(text: string, lines: readonly Line[]): boolean[] {
  let fence: Fence | undefined;
  let isHighlight = false;
  return lines.map(({ start, end }) => {
    const line = text.slice(start, end);
    if (fence !== undefined && !hasEnded(line, fence)) {
      if (closes(line, fence)) fence = undefined;
      return true;
    }
    fence = fenceOf(line);
    const wasHighlight = isHighlight;
    for (const [, slash] of line.matchAll(HIGHLIGHT)) isHighlight = slash === "";
    return fence !== undefined || wasHighlight || isHighlight;
  });
}

function fenceOf(line: string): Fence | undefined {
  const [, before = "", marks = "", rest = ""] = FENCE.exec(line) ?? [];
  // What follows backticks holds none: that is code within a line.
  if (marks === "" || (marks.startsWith("`") && rest.includes("`"))) return undefined;
  return { marks, indent: before.length };
}

function closes(line: string, { marks }: Fence): boolean {
  const bare = line.replace(/^[ \t>]*/, "").trimEnd();
  return bare.length >= marks.length && bare === marks.charAt(0).repeat(bare.length);
}

/** The list item of a fence ends where a line is indented less. */
function hasEnded(line: string, { indent }: Fence): boolean {
  return indent >= 2 && line.trim() !== "" && line.search(/[^ \t>]/) < indent - 1;
}

/** Whether an offset of a line stands between backticks (CommonMark 6.1). */
export function isInCodeSpan(line: string, offset: number): boolean {
  const runs = [...line.matchAll(/`+/g)];
  for (let i = 0; i < runs.length; i++) {
    const open = runs[i];
    const length = open?.[0].length;
    const close = runs.findIndex((run, at) => at > i && run[0].length === length);
    if (open === undefined || close < 0) continue;
    if (open.index > offset) return false;
    if ((runs[close]?.index ?? 0) > offset) return true;
    i = close;
  }
  return false;
}
