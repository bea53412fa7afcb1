/**
 * Puts together the Markdown text of one document: authors' text, what `%`
 * calls insert, and slots for everything that joins the tree after parsing.
 */
import { MappedText, type Origin, type Piece } from "../text/mapped.ts";
import { blankPrefix, containerOf, FenceTracker } from "./container.ts";

/** Something that takes part in Markdown as one opaque word (Hugo: a `<` call's token). */
export interface Slot<T> {
  readonly content: T;
  readonly origin: Origin;
}

/** A document's Markdown text, ready to be parsed. */
export interface SlottedText<T> {
  readonly text: MappedText;
  readonly slots: readonly T[];
  /** Finds slots in strings of the tree; the first group is the slot's index. */
  readonly token: RegExp;
}

/** Noncharacters and private use: the pool for the marks around a slot's number. */
const MARKS = [
  [0xfdd0, 0xfdef],
  [0xe000, 0xf8ff],
] as const;

/** Lines that start a block of their own, or go on with one, without a blank line before. */
const STARTS_BLOCK =
  /^[ \t>]*(?:[-*+](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|#{1,6}(?:[ \t]|$)|`{3,}|~{3,}|\||[-=]+[ \t]*$)/;

/**
 * What follows a text that was inserted on lines of its own: nothing special; a
 * blank line before another such text; a blank line before any paragraph.
 */
type Separation = "none" | "weak" | "strong";

/** As much of a line as its containers, its fence and its first words can need. */
const LINE_HEAD = 1_000;

/** Builds one document's text from its start to its end. */
export class TextBuilder<T> {
  readonly #parts: (Piece | Slot<T>)[] = [];
  readonly #fence = new FenceTracker();
  #line = "";
  #lineStart = 0;
  #previousLine = "";
  #separation: Separation = "none";
  #startsInsert = false;

  /** The head of the current line so far; a slot counts as one letter. */
  get line(): string {
    return this.#line;
  }

  /** Whether the current line is inside of fenced code. */
  get isInFence(): boolean {
    return this.#fence.isOpen;
  }

  /** Adds text; its second and further lines get `prefix`. */
  add(text: MappedText, prefix: string): void {
    let at = 0;
    while (at <= text.length) {
      if (prefix === "") at = this.#addPlainLines(text, at);
      const end = endOfLine(text.text, at);
      const next = afterLineBreak(text.text, end);
      // The last part of a text goes on with what is added next, so it is no blank line.
      const isBlank = next > end && text.text.slice(at, end).trim() === "";
      if (at > 0 && prefix !== "")
        this.#addPrefix(isBlank ? blankPrefix(prefix) : prefix, text.originAt(at));
      for (const piece of text.piecesIn(at, end)) this.#put(piece);
      if (next === end) return;
      this.#parts.push(...text.piecesIn(end, next));
      this.#endLine();
      at = next;
    }
  }

  /**
   * Adds the whole lines from `start` on at once, where nothing can come between them; gives
   * the offset of what is left.
   */
  #addPlainLines(text: MappedText, start: number): number {
    if (this.#separation !== "none") return start;
    let at = start;
    for (;;) {
      const end = endOfLine(text.text, at);
      const next = afterLineBreak(text.text, end);
      if (next === end) break;
      this.#addToLine(text.text.slice(at, end));
      this.#endLine();
      at = next;
    }
    if (at === start) return start;
    this.#parts.push(...text.piecesIn(start, at));
    this.#lineStart = this.#parts.length;
    return at;
  }

  /** Adds a slot. */
  addSlot(content: T, origin: Origin): void {
    this.#separate("x", origin);
    this.#parts.push({ content, origin });
    this.#addToLine("x");
  }

  /** What is added next was asked for by a call that stands on lines of its own. */
  startInsert(isSeparate: boolean): void {
    this.#startsInsert = true;
    if (isSeparate && this.#previousLine.trim() !== "") this.#separation = "strong";
  }

  /**
   * What such a call asked for ends here. Hugo: a text that ends in a line break
   * leaves a blank line, since the call's own line break follows it.
   */
  endInsert(endsInLineBreak: boolean): void {
    this.#startsInsert = false;
    this.#separation = endsInLineBreak ? "strong" : "weak";
  }

  /** The whole text. */
  finish(): SlottedText<T> {
    const plain = this.#parts.map((part) => ("text" in part ? part.text : "")).join("");
    const [open, close] = unusedMarks(plain);
    const slots: T[] = [];
    const pieces = this.#parts.map((part): Piece => {
      if ("text" in part) return part;
      slots.push(part.content);
      return generated(`${open}${slots.length - 1}${close}`, part.origin);
    });
    return {
      text: new MappedText(joined(pieces)),
      slots,
      token: new RegExp(`${open}(\\d+)${close}`, "g"),
    };
  }

  #addPrefix(prefix: string, origin: Origin): void {
    if (prefix !== "") this.#put(generated(prefix, origin));
  }

  #put(piece: Piece): void {
    this.#separate(piece.text, {
      source: piece.source,
      offset: piece.start,
      frame: piece.frame,
    });
    this.#parts.push(piece);
    this.#addToLine(piece.text);
  }

  #addToLine(text: string): void {
    if (this.#line.length < LINE_HEAD) this.#line += text.slice(0, LINE_HEAD);
  }

  /** A blank line before the current line, if `next` would else run on in the block before. */
  #separate(next: string, origin: Origin): void {
    if (this.#separation === "none" || next.trim() === "") return;
    if (!containerOf(this.#line).isOnlyPrefix) return;
    const { prefix } = containerOf(this.#line + next);
    const isDue = this.#separation === "strong" || this.#startsInsert;
    if (isDue && !this.isInFence && !this.#goesOn(this.#line + next)) {
      this.#parts.splice(this.#lineStart, 0, generated(`${blankPrefix(prefix)}\n`, origin));
      this.#lineStart++;
    }
    this.#separation = "none";
    this.#startsInsert = false;
  }

  /** Whether a line needs no blank line before it, or must have none (table rows). */
  #goesOn(line: string): boolean {
    return STARTS_BLOCK.test(line) || (line.includes("|") && this.#previousLine.includes("|"));
  }

  #endLine(): void {
    if (this.#line.replace(/>/g, "").trim() === "") this.#separation = "none";
    this.#fence.line(this.#line);
    this.#previousLine = this.#line;
    this.#line = "";
    this.#lineStart = this.#parts.length;
  }
}

/** Pieces that follow each other in one file, as lines do, are one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last !== undefined && goesOn(last, piece)) {
      result[result.length - 1] = { ...last, text: last.text + piece.text };
    } else result.push(piece);
  }
  return result;
}

function goesOn(last: Piece, next: Piece): boolean {
  const isOne = last.source === next.source && last.frame === next.frame;
  return isOne && last.exact && next.exact && last.start + last.text.length === next.start;
}

function generated(text: string, { source, offset, frame }: Origin): Piece {
  return { text, source, start: offset, exact: false, frame };
}

/** Where the line at `from` ends, without its line break. */
export function endOfLine(text: string, from: number): number {
  const lineFeed = text.indexOf("\n", from);
  const end = lineFeed < 0 ? text.length : lineFeed;
  const length = text.slice(from, end).indexOf("\r");
  return length < 0 ? end : from + length;
}

/** The offset after the line break at `end`; `end` itself if there is none. */
export function afterLineBreak(text: string, end: number): number {
  if (text.startsWith("\r\n", end)) return end + 2;
  return end < text.length ? end + 1 : end;
}

/** Two characters that the text does not contain. */
function unusedMarks(text: string): [string, string] {
  const found: string[] = [];
  for (const [first, last] of MARKS) {
    for (let code = first; code <= last && found.length < 2; code++) {
      const mark = String.fromCharCode(code);
      if (!text.includes(mark)) found.push(mark);
    }
  }
  const [open, close] = found;
  if (open === undefined || close === undefined) {
    throw new Error("The text uses every private character; none is left to mark shortcodes.");
  }
  return [open, close];
}
