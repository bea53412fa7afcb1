/**
 * A text that is kept for later: its bytes, outside of the heap. A text that was put together
 * from many parts keeps all of them, several times its length, until somebody reads it as one.
 */
import { utf8 } from "./utf8.ts";

export class PackedText {
  /** UTF-8. */
  readonly bytes: Uint8Array;

  constructor(text: string | Uint8Array) {
    this.bytes = typeof text === "string" ? utf8(text) : text;
  }

  /** The text, made anew each time. */
  toString(): string {
    const { buffer, byteOffset, byteLength } = this.bytes;
    return Buffer.from(buffer, byteOffset, byteLength).toString("utf8");
  }
}
