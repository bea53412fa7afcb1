/** How what is kept is compressed. */
import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";

/** Fast rather than small: most of a page is written once and read often. */
const OPTIONS = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

export function compress(bytes: Uint8Array): Buffer {
  return zstdCompressSync(bytes, OPTIONS);
}

/** Undefined if the bytes are none that were compressed. */
export function decompress(bytes: Uint8Array): Buffer | undefined {
  try {
    return zstdDecompressSync(bytes);
  } catch {
    return undefined;
  }
}
