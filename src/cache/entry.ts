/** The bytes of one entry of a cache: marked, compressed, and with a checksum that names its key. */
import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { digestOf } from "./digest.ts";

/** Tells an entry from other files; another format has another mark. */
const MARK = Buffer.from("waymark1");
const CHECKSUM_LENGTH = 32;
const HEAD_LENGTH = MARK.length + CHECKSUM_LENGTH;

/** Fast rather than small: most of a page is written once and read often. */
const COMPRESSION = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** What is written for a key. */
export function packEntry(key: string, bytes: string | Uint8Array): Buffer {
  const plain = typeof bytes === "string" ? Buffer.from(bytes, "utf8") : bytes;
  const body = zstdCompressSync(plain, COMPRESSION);
  return Buffer.concat([MARK, checksum(key, body), body]);
}

/** What was kept under a key; undefined if the entry is damaged or another key's. */
export function unpackEntry(key: string, entry: Buffer): Buffer | undefined {
  const body = entry.subarray(HEAD_LENGTH);
  const isWhole =
    entry.subarray(0, MARK.length).equals(MARK) &&
    entry.subarray(MARK.length, HEAD_LENGTH).equals(checksum(key, body));
  if (!isWhole) return undefined;
  try {
    return zstdDecompressSync(body);
  } catch {
    return undefined;
  }
}

/** The key stands in the checksum: an entry that was copied to another name is foreign. */
function checksum(key: string, body: Uint8Array): Buffer {
  return Buffer.from(digestOf(key, body), "latin1");
}
