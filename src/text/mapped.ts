/**
 * Text that was put together from pieces of several files and still knows, for
 * each of its characters, where it stands in which file and which calls brought
 * it here. Diagnostics and node positions come from this map.
 */
import { Source } from "./source.ts";

/**
 * The call that brought a text in, and the one that brought that call in. The
 * outermost frame is a page itself and has no parent.
 */
export interface Frame {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  /** What was included, for showing a cycle: `data/a.yml#name`, a partial's or a page's path. */
  readonly target: string;
  readonly parent: Frame | undefined;
}

/** A run of characters with one origin. */
export interface Piece {
  readonly text: string;
  readonly source: Source;
  /** Offset in `source` of the first character. */
  readonly start: number;
  /**
   * Whether `text` stands in `source` character for character. If not (generated
   * text, folded YAML), all of it has the origin `start`.
   */
  readonly exact: boolean;
  readonly frame: Frame | undefined;
}

/** Where a character of a mapped text comes from. */
export interface Origin {
  readonly source: Source;
  readonly offset: number;
  readonly frame: Frame | undefined;
}

const NOWHERE = new Source("", "");

/** Immutable mapped text; offsets are those of `text`. */
export class MappedText {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly #ends: readonly number[];

  constructor(pieces: readonly Piece[]) {
    this.pieces = pieces.filter((piece) => piece.text.length > 0);
    this.text = this.pieces.map((piece) => piece.text).join("");
    let end = 0;
    this.#ends = this.pieces.map((piece) => {
      end += piece.text.length;
      return end;
    });
  }

  /** A range of a file, by default from `start` to the end, as it stands there. */
  static of(source: Source, start = 0, end = source.text.length, frame?: Frame): MappedText {
    return new MappedText([
      { text: source.text.slice(start, end), source, start, exact: true, frame },
    ]);
  }

  /** Generated text that belongs to the place `origin`. */
  static generated(text: string, origin: Origin): MappedText {
    const { source, offset, frame } = origin;
    return new MappedText([{ text, source, start: offset, exact: false, frame }]);
  }

  static join(parts: readonly MappedText[]): MappedText {
    return new MappedText(parts.flatMap((part) => part.pieces));
  }

  get length(): number {
    return this.text.length;
  }

  /** The same text from `start` to `end`. */
  slice(start: number, end: number = this.length): MappedText {
    return new MappedText(this.piecesIn(start, end));
  }

  /** The pieces of the text from `start` to `end`. */
  piecesIn(start: number, end: number): Piece[] {
    const pieces: Piece[] = [];
    for (let i = this.#pieceAt(start); i < this.pieces.length; i++) {
      const piece = this.pieces[i];
      const pieceEnd = this.#ends[i];
      if (piece === undefined || pieceEnd === undefined) break;
      const pieceStart = pieceEnd - piece.text.length;
      if (pieceStart >= end) break;
      const from = Math.max(start, pieceStart) - pieceStart;
      const to = Math.min(end, pieceEnd) - pieceStart;
      if (to <= from) continue;
      pieces.push({
        ...piece,
        text: piece.text.slice(from, to),
        start: piece.exact ? piece.start + from : piece.start,
      });
    }
    return pieces;
  }

  /** The same text, without blanks and line breaks at its end. */
  trimEnd(): MappedText {
    return this.slice(0, this.text.trimEnd().length);
  }

  /** The same text, as if the calls of `frame` had brought it here. */
  within(frame: Frame | undefined): MappedText {
    return new MappedText(this.pieces.map((piece) => ({ ...piece, frame: piece.frame ?? frame })));
  }

  /** The origin of the character at `offset`; at the end, that after the last character. */
  originAt(offset: number): Origin {
    const index = Math.min(this.#pieceAt(offset), this.pieces.length - 1);
    const piece = this.pieces[index];
    if (piece === undefined) return { source: NOWHERE, offset: 0, frame: undefined };
    const pieceStart = (this.#ends[index] ?? 0) - piece.text.length;
    const delta = piece.exact ? Math.max(0, Math.min(offset - pieceStart, piece.text.length)) : 0;
    return { source: piece.source, offset: piece.start + delta, frame: piece.frame };
  }

  /**
   * The file range of the characters from `start` to `end`. If they come from
   * several files, the range ends where the first file's part ends.
   */
  spanAt(start: number, end: number): MappedSpan {
    const index = this.#pieceAt(start);
    const piece = this.pieces[index];
    const pieceEnd = this.#ends[index] ?? 0;
    if (piece?.exact && end > start && end <= pieceEnd) {
      const shift = piece.start - (pieceEnd - piece.text.length);
      const { source, frame } = piece;
      return { source, start: start + shift, end: end + shift, frame };
    }
    const first = this.originAt(start);
    const last = end > start ? this.originAt(end - 1) : first;
    const isSame = last.source === first.source && last.offset >= first.offset;
    const lastEnd = last.offset + (this.#isExactAt(end - 1) ? 1 : 0);
    const spanEnd = end > start && isSame ? Math.max(first.offset, lastEnd) : first.offset;
    return { source: first.source, start: first.offset, end: spanEnd, frame: first.frame };
  }

  #isExactAt(offset: number): boolean {
    return this.pieces[this.#pieceAt(offset)]?.exact ?? false;
  }

  /** The index of the piece that holds `offset`. */
  #pieceAt(offset: number): number {
    let low = 0;
    let high = this.#ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ends[middle] ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** A range of one file, with the calls that brought it here. */
export interface MappedSpan {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  readonly frame: Frame | undefined;
}

/** The calls that led to a frame's text, innermost first; none for a page's own text. */
export function chainOf(frame: Frame | undefined): Frame[] {
  const chain: Frame[] = [];
  for (let at = frame; at?.parent !== undefined; at = at.parent) chain.push(at);
  return chain;
}

/** The frame of a page's own text. */
export function pageFrame(source: Source): Frame {
  return { source, start: 0, end: 0, target: source.path, parent: undefined };
}
