/** Texts as bytes. */

const ENCODER = new TextEncoder();

/**
 * A text in UTF-8, in no more memory than it takes: `Buffer.from` takes three times as much for a
 * text that is not all Latin. A half of a character becomes U+FFFD, as in every file that is written.
 */
export function utf8(text: string): Uint8Array {
  return ENCODER.encode(text);
}
