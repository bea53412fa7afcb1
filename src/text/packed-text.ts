/**
 * A text that is kept for later: its bytes, outside of the heap. A text that was put together
 * from many parts keeps all of them, several times its length, until somebody reads it as one.
 */

export class PackedText {
  readonly #bytes: Buffer;
  readonly #encoding: "utf8" | "utf16le";

  constructor(text: string) {
    // UTF-8 takes half of what JavaScript's own encoding does, but it has no halves of characters.
    this.#encoding = text.isWellFormed() ? "utf8" : "utf16le";
    this.#bytes = Buffer.from(text, this.#encoding);
  }

  /** The same text, made anew each time. */
  toString(): string {
    return this.#bytes.toString(this.#encoding);
  }
}
