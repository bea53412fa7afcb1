/**
 * Where the characters of a YAML block scalar (`|`, `>`) stand in its file: line
 * by line, without the indentation (YAML 1.2.2, 8.1).
 */
import { CHOMPING_MODE, SCALAR_STYLE, type ScalarEvent } from "js-yaml";
import type { MappedText } from "../text/mapped.ts";
import type { Source } from "../text/source.ts";
import { afterBreak, isBlank, isBreak } from "./characters.ts";
import { PieceBuilder } from "./pieces.ts";

interface Line {
  /** Where the content starts, after the indentation. */
  readonly start: number;
  /** Where the line break is. */
  readonly end: number;
  /** Where the next line starts; `end` for a last line without line break. */
  readonly next: number;
  /** Nothing but indentation. */
  readonly isEmpty: boolean;
}

/** The value of a block scalar, decoded and mapped. */
export function blockText(source: Source, event: ScalarEvent): MappedText {
  const pieces = new PieceBuilder(source);
  const lines = linesOf(source.text, event);
  const isFolded = event.style === SCALAR_STYLE.FOLDED_BLOCK;
  let last = -1;
  let wasIndented = false;
  for (const [index, line] of lines.entries()) {
    if (line.isEmpty) continue;
    const isIndented = isFolded && isBlank(source.text, line.start);
    const between = lines.slice(Math.max(last, 0), index);
    if (last < 0 || !isFolded || isIndented || wasIndented) addBreaks(pieces, source, between);
    else addFold(pieces, source, between);
    pieces.exact(line.start, line.end);
    last = index;
    wasIndented = isIndented;
  }
  const rest = lines.slice(Math.max(last, 0));
  addBreaks(pieces, source, chomped(rest, event, last >= 0));
  return pieces.build();
}

/** One line break between two lines becomes a space; of more, the first is dropped. */
function addFold(pieces: PieceBuilder, source: Source, lines: readonly Line[]): void {
  const [first] = lines;
  if (lines.length === 1 && first !== undefined) pieces.generated(" ", first.end);
  else addBreaks(pieces, source, lines.slice(1));
}

function addBreaks(pieces: PieceBuilder, source: Source, lines: readonly Line[]): void {
  for (const { end, next } of lines) {
    const at = next - 1;
    // A lone CR, or the end of the file, stands for the LF that the value has.
    if (next > end && source.text.charCodeAt(at) === 10) pieces.exact(at, next);
    else pieces.generated("\n", end);
  }
}

/** The lines at the end whose breaks are kept. */
function chomped(lines: readonly Line[], event: ScalarEvent, hasContent: boolean): readonly Line[] {
  if (event.chomping === CHOMPING_MODE.KEEP) return lines;
  return event.chomping === CHOMPING_MODE.CLIP && hasContent ? lines.slice(0, 1) : [];
}

function linesOf(text: string, { valueStart, valueEnd, indent }: ScalarEvent): Line[] {
  const lines: Line[] = [];
  for (let at = valueStart; at < valueEnd; ) {
    let end = at;
    while (end < valueEnd && !isBreak(text, end)) end++;
    const next = end < valueEnd ? afterBreak(text, end) : end;
    const start = afterIndent(text, at, Math.min(end, at + indent));
    // Without an indentation there is no line with content at all.
    lines.push({ start, end, next, isEmpty: indent < 0 || start >= end });
    at = next;
  }
  return lines;
}

function afterIndent(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && text.charCodeAt(at) === 32) at++;
  return at;
}
