/**
 * A text file as the authors wrote it, with a way from offsets to lines.
 * Offsets count UTF-16 code units from 0; lines and columns count from 1, and a
 * column counts Unicode code points, as editors show it.
 */

/** A place in a source: what a diagnostic prints. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A half-open range of offsets in a source. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** One file's text. `path` is relative to the site's root, with `/`. */
export class Source {
  readonly path: string;
  readonly text: string;
  #lineStarts: number[] | undefined;
  /** The line that was asked for last. */
  #lastLine = 0;
  /** Whether counting code points differs from counting code units. */
  #hasPairs: boolean | undefined;
  #counted = { start: -1, at: -1, count: 0 };

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
  }

  /** The line and column of an offset; offsets outside of the text are clamped. */
  placeAt(offset: number): Place {
    const at = Math.max(0, Math.min(offset, this.text.length));
    const line = this.#lineIndex(at);
    const start = this.#starts()[line] ?? 0;
    return { line: line + 1, column: this.#codePoints(start, at) + 1 };
  }

  /** Code points of a line up to an offset; goes on from the last answer where it can. */
  #codePoints(start: number, at: number): number {
    this.#hasPairs ??= /[\ud800-\udfff]/.test(this.text);
    if (!this.#hasPairs) return at - start;
    const isLater = this.#counted.start === start && this.#counted.at <= at;
    const from = isLater ? this.#counted : { start, at: start, count: 0 };
    const count = from.count + countCodePoints(this.text, from.at, at);
    this.#counted = { start, at, count };
    return count;
  }

  /** The range of the line that holds an offset, without its line break. */
  lineAt(offset: number): Range {
    const line = this.#lineIndex(Math.max(0, Math.min(offset, this.text.length)));
    const start = this.#starts()[line] ?? 0;
    let end = this.#starts()[line + 1] ?? this.text.length;
    while (end > start && /[\r\n]/.test(this.text[end - 1] ?? "")) end--;
    return { start, end };
  }

  /** The place of an offset as syntax trees count it (unist): columns in code units. */
  pointAt(offset: number): { line: number; column: number; offset: number } {
    const line = this.#lineIndex(offset);
    return { line: line + 1, column: offset - (this.#starts()[line] ?? 0) + 1, offset };
  }

  #starts(): number[] {
    this.#lineStarts ??= lineStarts(this.text);
    return this.#lineStarts;
  }

  #lineIndex(offset: number): number {
    const starts = this.#starts();
    const { length } = this.text;
    const nextStart = starts[this.#lastLine + 1] ?? length + 1;
    // What is asked for next often stands in the same line.
    if ((starts[this.#lastLine] ?? 0) <= offset && offset < nextStart) return this.#lastLine;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    this.#lastLine = low;
    return low;
  }
}

/** Offsets of line starts; LF, CRLF and a lone CR end a line (CommonMark 2.1). */
function lineStarts(text: string): number[] {
  const starts = [0];
  if (!text.includes("\r")) {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

function countCodePoints(text: string, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const isTrail = code >= 0xdc00 && code <= 0xdfff && i > 0;
    if (!isTrail || !isLead(text.charCodeAt(i - 1))) count++;
  }
  return count;
}

function isLead(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
