/** Digests: names for contents, the same on every machine. */
import { createHash } from "node:crypto";

/** Hexadecimal; 128 bits are enough to tell any two contents apart. */
const LENGTH = 32;

/** The digest of a list of texts and bytes; where one ends and the next begins counts. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const all = createHash("sha256");
  for (const part of parts) {
    all.update(`${part.length}:`);
    all.update(part);
  }
  return all.digest("hex").slice(0, LENGTH);
}
