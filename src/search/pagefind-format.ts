/**
 * The files of a Pagefind 1.5 index as values. Each is CBOR (RFC 8949) behind a mark,
 * compressed with gzip; structures are lists with fields in a fixed order.
 */
import { gunzipSync, gzipSync } from "node:zlib";
import { decode, encode } from "cborg";

/** Where a word stands on a page. */
export type PageWord = readonly [
  /** The page's number; in files, less that of the entry before. */
  page: number,
  /**
   * Positions, each less the one before; a negative number sets the weight of those that
   * follow, the first of which is counted from the start again.
   */
  positions: readonly number[],
  /** Positions in metadata; `-1 - n` before those in field n. */
  metaPositions: readonly number[],
];

/** A word with the pages that have it, and with its spellings with diacritics. */
export type IndexedWord = readonly [
  word: string,
  pages: readonly PageWord[],
  variants: readonly (readonly [form: string, pages: readonly PageWord[]])[],
];

/** `index/*.pf_index`: a run of words, in order of their UTF-8 bytes. */
export type WordChunk = readonly [words: readonly IndexedWord[]];

/** `filter/*.pf_filter`: the pages of each value of a filter. */
export type FilterChunk = readonly [
  filter: string,
  values: readonly (readonly [value: string, pages: readonly number[]])[],
];

/** `pagefind.*.pf_meta`: what is loaded first, and names the rest. */
export type IndexMeta = readonly [
  version: string,
  pages: readonly (readonly [hash: string, wordCount: number])[],
  chunks: readonly (readonly [from: string, to: string, hash: string])[],
  filters: readonly (readonly [filter: string, hash: string])[],
  sorts: readonly (readonly [sort: string, pages: readonly number[]])[],
  metaFields: readonly string[],
];

/** `fragment/*.pf_fragment`, which is JSON: a page as results show it, as far as the index needs it. */
export interface Fragment {
  readonly url: string;
  readonly word_count: number;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly meta: Readonly<Record<string, string>>;
}

/** `pagefind-entry.json`. */
export interface IndexEntry {
  readonly version: string;
  readonly languages: Readonly<Record<string, EntryLanguage>>;
}

interface EntryLanguage {
  readonly hash: string;
  /** The language of the WebAssembly; null for one that Pagefind has no stemmer for. */
  readonly wasm: string | null;
  readonly page_count: number;
}

const MARK = Buffer.from("pagefind_dcd");

/** What stands in a file behind the mark. Throws what is no file of Pagefind. */
export function unpackBytes(file: Uint8Array): Buffer {
  const bytes = gunzipSync(file);
  if (!bytes.subarray(0, MARK.length).equals(MARK)) throw new Error("no file of Pagefind");
  return bytes.subarray(MARK.length);
}

/** A file for some bytes. */
export function packBytes(bytes: Uint8Array): Buffer {
  return gzipSync(Buffer.concat([MARK, bytes]), { level: 6 });
}

/** An entry of positions in metadata, with another number if it names a field; `numbers` holds the new ones. */
export function withField(position: number, numbers: readonly number[]): number {
  return position < 0 ? -1 - (numbers[-1 - position] ?? 0) : position;
}

/** The structure in a file; its shape is that of the pinned version of Pagefind. */
export function unpackCbor<T>(file: Uint8Array): T {
  return decode(unpackBytes(file)) as T;
}

/** The CBOR of a structure. */
export function toCbor(value: WordChunk | FilterChunk | IndexMeta): Uint8Array {
  return encode(value);
}
