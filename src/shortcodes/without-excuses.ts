/** Markdown without the comments that excuse diagnostics: no page shows a trace of them. */
import { EXCUSE_WORD, type ExcuseComment, htmlExcuses } from "../text/excuse-comments.ts";
import { MappedText } from "../text/mapped.ts";
import type { Range } from "../text/source.ts";

/**
 * The text without them. A line that holds nothing else goes with its line break, so that
 * lists, tables and paragraphs around it stay whole.
 */
export function withoutExcuses(mapped: MappedText): MappedText {
  if (!mapped.text.includes(EXCUSE_WORD)) return mapped;
  const parts: MappedText[] = [];
  let at = 0;
  for (const comment of htmlExcuses(mapped.text)) {
    const { start, end } = removedWith(comment, mapped.text, at);
    parts.push(mapped.slice(at, start));
    at = end;
  }
  return MappedText.join([...parts, mapped.slice(at)]);
}

/** What goes with a comment; nothing before `from`. */
function removedWith({ range, isAlone }: ExcuseComment, text: string, from: number): Range {
  const lineStart = Math.max(text.slice(0, range.start).search(/[^\r\n]*$/), from);
  const before = text.slice(lineStart, range.start);
  if (isAlone && /^[ \t>]*$/.test(before))
    return { start: lineStart, end: breakAfter(text, range.end) };
  if (isAlone) return inItem(before, range, text);
  const blanks = /[ \t]*$/.exec(before)?.[0].length ?? 0;
  const after = /^[ \t]*/.exec(text.slice(range.end))?.[0].length ?? 0;
  const isLast = /^(?:[\r\n]|$)/.test(text.slice(range.end + after));
  if (isLast) return { start: range.start - blanks, end: range.end + after };
  // One side keeps its blanks, so that words stay apart.
  return { start: range.start, end: range.end + (blanks > 0 || before === "" ? after : 0) };
}

/** The first thing of a list item: the item's text moves to where the comment was. */
function inItem(before: string, { start, end }: Range, text: string): Range {
  const gap = /^[ \t]*(?:(?:\r\n|\n|\r)[ \t>]*)+/.exec(text.slice(end))?.[0] ?? "";
  const indent = gap.length - (gap.search(/[^\r\n]*$/) ?? 0);
  const isOfItem = indent >= before.length - 1 && end + gap.length < text.length;
  return { start, end: isOfItem && gap !== "" ? end + gap.length : end };
}

/** The end of the line break after an offset, or of the text. */
function breakAfter(text: string, at: number): number {
  return at + (/^[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(at))?.[0].length ?? 0);
}
