/** Digests: names for contents, the same on every machine. */
import { createHash, hash } from "node:crypto";

/** Hexadecimal; 128 bits are enough to tell any two contents apart. */
const LENGTH = 32;

/** The digest of a list of texts and bytes; where one ends and the next begins counts. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  return (parts.every(isText) ? ofTexts(parts) : ofBytes(parts)).slice(0, LENGTH);
}

/** The same as `ofBytes`, in one call: thousands of short texts are asked for. */
function ofTexts(parts: readonly string[]): string {
  return hash("sha256", parts.map((part) => `${part.length}:${part}`).join(""));
}

function ofBytes(parts: readonly (string | Uint8Array)[]): string {
  const all = createHash("sha256");
  for (const part of parts) {
    all.update(`${part.length}:`);
    all.update(part);
  }
  return all.digest("hex");
}

function isText(part: string | Uint8Array): part is string {
  return typeof part === "string";
}
