/**
 * An index made of the shares of its pages: the same files as Pagefind's own but for their
 * names and the order within them, which is fixed here. So the same pages give the same bytes,
 * whichever of them were new, and Pagefind reads only those that are.
 */
import { createHash } from "node:crypto";
import {
  ENTRY_FILE,
  entryOf,
  type Files,
  fieldsOf,
  type PageShare,
  withFields,
} from "./page-shares.ts";
import {
  type FilterChunk,
  type Fragment,
  type IndexEntry,
  type IndexedWord,
  type IndexMeta,
  type PageWord,
  packBytes,
  toCbor,
} from "./pagefind-format.ts";

/** Positions in a chunk, from which on it is full (Pagefind: `index_chunk_size`). */
const CHUNK_SIZE = 20_000;

/** Digits of a name: what is served for a year must never mean something else. */
const HASH_LENGTH = 12;

/**
 * The files of the index of `shares`, in the order in which its pages count. `common` are
 * files of an index of the same language: those that do not depend on pages are taken over.
 */
export function joinShares(
  shares: readonly PageShare[],
  language: string,
  common: Files,
): Map<string, Uint8Array> {
  const files = new Map(common);
  const entry = entryOf(common);
  if (shares.length === 0) return files.set(ENTRY_FILE, jsonOf({ ...entry, languages: {} }));
  const put = (path: (name: string) => string, bytes: string | Uint8Array): string => {
    const name = `${language}_${hashOf(bytes)}`;
    files.set(path(name), packBytes(bytes));
    return name;
  };
  const pages = shares.map(({ fragment, words }) => ({
    fragment,
    words,
    about: JSON.parse(fragment) as Fragment,
  }));
  const fields = [...new Set(pages.flatMap(({ about }) => fieldsOf(about)))].sort();
  const meta: IndexMeta = [
    entry.version,
    pages.map(({ fragment, about }) => [
      put((name) => `fragment/${name}.pf_fragment`, fragment),
      about.word_count,
    ]),
    withRanges(chunksOf(wordsOf(pages, fields))).map(({ from, to, words }) => [
      from,
      to,
      put((name) => `index/${name}.pf_index`, toCbor([words])),
    ]),
    filtersOf(pages).map((filter) => [
      filter[0],
      put((name) => `filter/${name}.pf_filter`, toCbor(filter)),
    ]),
    [],
    fields,
  ];
  const hash = put((name) => `pagefind.${name}.pf_meta`, toCbor(meta));
  const languages = Object.entries(entry.languages).map(([name, about]) => [
    name,
    { ...about, hash, page_count: pages.length },
  ]);
  return files.set(
    ENTRY_FILE,
    jsonOf({ ...entry, languages: Object.fromEntries(languages) as IndexEntry["languages"] }),
  );
}

interface JoinedPage extends PageShare {
  readonly about: Fragment;
}

/** All words in order, each with its pages in order. */
function wordsOf(pages: readonly JoinedPage[], fields: readonly string[]): IndexedWord[] {
  const byWord = new Map<string, Map<string, PageWord[]>>();
  for (const [number, { words, about }] of pages.entries()) {
    const numbers = fieldsOf(about).map((field) => fields.indexOf(field));
    for (const [word, form, positions, metaPositions] of words) {
      const forms = entryIn(byWord, word, () => new Map<string, PageWord[]>());
      entryIn(forms, form, () => []).push([number, positions, withFields(metaPositions, numbers)]);
    }
  }
  return inByteOrder(byWord).map(([word, forms]) => [
    word,
    byDifference(forms.get("") ?? []),
    inByteOrder(forms)
      .filter(([form]) => form !== "")
      .map(([form, found]) => [form, byDifference(found)] as const),
  ]);
}

/** Pages are noted by how far each is from the one before. */
function byDifference(pages: readonly PageWord[]): PageWord[] {
  return pages.map(([page, positions, metaPositions], index) => [
    page - (pages[index - 1]?.[0] ?? 0),
    positions,
    metaPositions,
  ]);
}

function chunksOf(words: readonly IndexedWord[]): IndexedWord[][] {
  const chunks: IndexedWord[][] = [];
  let size = CHUNK_SIZE;
  for (const word of words) {
    if (size >= CHUNK_SIZE) {
      chunks.push([]);
      size = 0;
    }
    chunks.at(-1)?.push(word);
    for (const [, { length }, meta] of word[1]) size += length + meta.length + 1;
  }
  return chunks;
}

interface Chunk {
  /** What the first word begins with, as far as it takes to tell it from the word before. */
  from: string;
  /** What the last word begins with, as far as it takes to tell it from the word after. */
  to: string;
  readonly words: readonly IndexedWord[];
}

/** The words that each chunk answers for, shortened where two chunks meet as Pagefind does it. */
function withRanges(chunks: readonly (readonly IndexedWord[])[]): Chunk[] {
  const all = chunks.map((words): Chunk => {
    return { from: words[0]?.[0] ?? "", to: words.at(-1)?.[0] ?? "", words };
  });
  for (const [index, next] of all.entries()) {
    const before = all[index - 1];
    if (before === undefined) continue;
    const { to } = before;
    const end = beginningApart(to, next.from);
    // A shortened end must not come before the chunk's own beginning.
    if (compareBytes(end, before.from) >= 0) before.to = end;
    next.from = beginningApart(next.from, to);
  }
  return all;
}

/** The beginning of a word, up to and with the first character that the other word has not. */
function beginningApart(word: string, other: string): string {
  const characters = [...word];
  const others = [...other];
  const same = characters.findIndex((character, index) => character !== others[index]);
  return same === -1 ? word : characters.slice(0, same + 1).join("");
}

function filtersOf(pages: readonly JoinedPage[]): FilterChunk[] {
  const byFilter = new Map<string, Map<string, number[]>>();
  for (const [number, { about }] of pages.entries()) {
    for (const [filter, values] of Object.entries(about.filters)) {
      const byValue = entryIn(byFilter, filter, () => new Map<string, number[]>());
      for (const value of values) entryIn(byValue, value, () => []).push(number);
    }
  }
  return inByteOrder(byFilter).map(([filter, values]) => [filter, inByteOrder(values)]);
}

function jsonOf(entry: IndexEntry): Uint8Array {
  return Buffer.from(JSON.stringify(entry));
}

/** Pagefind's WebAssembly compares words by their bytes, which is another order than JavaScript's. */
function inByteOrder<T>(entries: ReadonlyMap<string, T>): [string, T][] {
  return [...entries]
    .map(([key, value]) => ({ key, value, bytes: Buffer.from(key) }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ key, value }) => [key, value]);
}

function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function entryIn<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function hashOf(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, HASH_LENGTH);
}
