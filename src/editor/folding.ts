/** What can be folded in a page: its front matter, sections, code, and calls with their bodies. */
import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver/node";
import { codeLines } from "../text/code-regions.ts";
import { splitFrontMatter } from "../text/front-matter.ts";
import { linesOf } from "../text/lines.ts";
import type { Asked } from "./document.ts";
import { headingsOf } from "./headings.ts";
import { positionAt } from "./places.ts";

/** The ranges of lines. Data has none: editors fold it by its indentation. */
export function foldingOf(asked: Asked): FoldingRange[] {
  const { calls, source } = asked;
  if (!/\.(?:md|markdown|html)$/.test(source.path)) return [];
  const found: FoldingRange[] = [];
  const add = (start: number, end: number, kind?: FoldingRangeKind): void => {
    const startLine = positionAt(source, start).line;
    const endLine = positionAt(source, end).line;
    if (endLine > startLine) found.push({ startLine, endLine, ...(kind && { kind }) });
  };
  const { bodyStart, range, format } = splitFrontMatter(source);
  const matterEnd = source.text.slice(0, bodyStart).trimEnd().length;
  if (format !== "none") add(Math.max(0, range.start - 1), matterEnd, FoldingRangeKind.Region);
  for (const { section } of headingsOf(asked)) add(section.start, section.end);
  for (const { openRange, closeRange } of calls)
    if (closeRange !== undefined) add(openRange.start, closeRange.start);
  const lines = linesOf(source.text);
  const isCode = codeLines(source.text, lines);
  let first: number | undefined;
  for (const [index, { start, end }] of lines.entries()) {
    if (isCode[index] && start >= bodyStart) first ??= start;
    const isLast = isCode[index + 1] !== true;
    if (first !== undefined && isLast) {
      add(first, end);
      first = undefined;
    }
  }
  return found;
}
