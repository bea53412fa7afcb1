/** Texts as bytes. */

const ENCODER = new TextEncoder();

/** UTF-8: bytes for each 16 bits of a text, at most. */
const WIDEST = 3;

/** Longer files get memory of their own (in bytes). */
const MAX_SHARED = 4 * 1024 * 1024;

let shared = new Uint8Array(0);

/**
 * A text in UTF-8, in no more memory than it takes: `Buffer.from` takes three times as much for a
 * text that is not all Latin. A half of a character becomes U+FFFD, as in every file that is written.
 */
export function utf8(text: string): Uint8Array {
  return ENCODER.encode(text);
}

/**
 * Texts and bytes as one piece of UTF-8. It stands in memory that the next call takes again, so it
 * must be used up before: to find new memory for each file takes longer than to fill it.
 */
export function joinedForNow(parts: readonly (string | Uint8Array)[]): Uint8Array {
  const most = parts.reduce((sum, part) => sum + mostBytesOf(part), 0);
  const memory = most > MAX_SHARED ? new Uint8Array(most) : sharedMemory(most);
  let end = 0;
  for (const part of parts) {
    if (typeof part === "string") end += ENCODER.encodeInto(part, memory.subarray(end)).written;
    else {
      memory.set(part, end);
      end += part.length;
    }
  }
  return memory.subarray(0, end);
}

function mostBytesOf(part: string | Uint8Array): number {
  return typeof part === "string" ? WIDEST * part.length : part.length;
}

function sharedMemory(size: number): Uint8Array {
  if (shared.length < size) shared = new Uint8Array(Math.min(MAX_SHARED, 2 * size));
  return shared;
}
