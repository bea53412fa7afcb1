/** The bytes of one entry of a cache that has a file of its own: marked, compressed, and with a checksum that names its key. */
import { compress, decompress } from "./compression.ts";
import { digestOf } from "./digest.ts";

/** Tells an entry from other files; another format has another mark. */
const MARK = Buffer.from("waymark1");
const CHECKSUM_LENGTH = 32;
const HEAD_LENGTH = MARK.length + CHECKSUM_LENGTH;

/** What is written for a key. */
export function packEntry(key: string, bytes: Uint8Array): Buffer {
  const body = compress(bytes);
  return Buffer.concat([MARK, checksum(key, body), body]);
}

/** What was kept under a key; undefined if the entry is damaged or another key's. */
export function unpackEntry(key: string, entry: Buffer): Buffer | undefined {
  const body = entry.subarray(HEAD_LENGTH);
  const isWhole =
    entry.subarray(0, MARK.length).equals(MARK) &&
    entry.subarray(MARK.length, HEAD_LENGTH).equals(checksum(key, body));
  return isWhole ? decompress(body) : undefined;
}

/** The key stands in the checksum: an entry that was copied to another name is foreign. */
function checksum(key: string, body: Uint8Array): Buffer {
  return Buffer.from(digestOf(key, body), "latin1");
}
