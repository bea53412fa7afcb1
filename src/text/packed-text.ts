/**
 * A text that is kept for later: its bytes, outside of the heap. A text that was put together
 * from many parts keeps all of them, several times its length, until somebody reads it as one.
 */

/** Latin 1 takes half of what JavaScript's own encoding does; most texts need no more. */
const BEYOND_LATIN_1 = /[^\0-\xff]/;

export class PackedText {
  readonly #bytes: Buffer;
  readonly #encoding: "latin1" | "utf16le";

  constructor(text: string) {
    this.#encoding = BEYOND_LATIN_1.test(text) ? "utf16le" : "latin1";
    this.#bytes = Buffer.from(text, this.#encoding);
  }

  /** The same text, made anew each time. */
  toString(): string {
    return this.#bytes.toString(this.#encoding);
  }
}
