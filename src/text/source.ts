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
  /** Whether counting code points differs from counting code units. */
  #hasPairs: boolean | undefined;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
  }

  /** The line and column of an offset; offsets outside of the text are clamped. */
  placeAt(offset: number): Place {
    const at = Math.max(0, Math.min(offset, this.text.length));
    const line = this.#lineIndex(at);
    const start = this.#starts()[line] ?? 0;
    this.#hasPairs ??= /[\ud800-\udfff]/.test(this.text);
    const count = this.#hasPairs ? countCodePoints(this.text, start, at) : at - start;
    return { line: line + 1, column: count + 1 };
  }

  /** The text of a line (from 1) without its line break; empty if there is no such line. */
  lineText(line: number): string {
    const starts = this.#starts();
    const start = starts[line - 1];
    if (start === undefined) return "";
    const end = starts[line] ?? this.text.length;
    return this.text.slice(start, end).replace(/[\r\n]+$/, "");
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
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Offsets of line starts; LF, CRLF and a lone CR end a line (CommonMark 2.1). */
function lineStarts(text: string): number[] {
  const starts = [0];
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
    const isTrail = code >= 0xdc00 && code <= 0xdfff && i > start;
    if (!isTrail || !isLead(text.charCodeAt(i - 1))) count++;
  }
  return count;
}

function isLead(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
