/**
 * An index made of the shares of its pages: the same files as Pagefind's own but for their
 * names and the order within them, which is fixed here. So the same pages give the same bytes,
 * whichever of them were new, and Pagefind reads only those that are.
 */
import { createHash } from "node:crypto";
import { utf8 } from "../text/utf8.ts";
import { entryIn, inByteOrder } from "./maps.ts";
import { ENTRY_FILE, entryOf, type Files, type PageShare } from "./page-shares.ts";
import {
  type FilterChunk,
  type Fragment,
  type IndexEntry,
  type IndexedWord,
  type IndexMeta,
  packBytes,
  toCbor,
} from "./pagefind-format.ts";
import { WordTable } from "./word-table.ts";

/** Positions in a chunk, from which on it is full (Pagefind: `index_chunk_size`). */
const CHUNK_SIZE = 20_000;

/** Digits of a name: what is served for a year must never mean something else. */
const HASH_LENGTH = 12;

interface JoinedPage {
  /** Its number in the order in which pages count. */
  readonly number: number;
  /** The name of its fragment, and the fragment's file. */
  readonly name: string;
  readonly file: Uint8Array;
  readonly wordCount: number;
  readonly filters: Fragment["filters"];
}

/** A file of words, and the words that it answers for. */
interface Chunk {
  from: string;
  to: string;
  readonly name: string;
}

/** An index in the making. */
export class JoinedIndex {
  readonly #language: string;
  readonly #pages: JoinedPage[] = [];
  readonly #table = new WordTable();
  /** The names of metadata, in the order in which they were met. */
  readonly #fields: string[] = [];

  constructor(language: string) {
    this.#language = language;
  }

  /** Adds a page's share. Pages count in the order of their numbers, in whichever they are added. */
  add(number: number, { fragment, about, words }: PageShare): void {
    const { wordCount, filters } = about;
    const name = this.#nameOf(fragment);
    this.#pages.push({ number, name, file: fragment, wordCount, filters });
    const fields = about.fields.map((field) => this.#fieldNumber(field));
    this.#table.add(number, words, fields);
  }

  /**
   * The files, by path. `common` are files of an index of the same language: those that do not
   * depend on pages are taken over.
   */
  files(common: Files): Map<string, Uint8Array> {
    const files = new Map(common);
    const entry = entryOf(common);
    const pages = this.#pages.sort((a, b) => a.number - b.number);
    if (pages.length === 0) return files.set(ENTRY_FILE, jsonOf({ ...entry, languages: {} }));
    const put = (path: (name: string) => string, bytes: Uint8Array): string => {
      const name = this.#nameOf(bytes);
      files.set(path(name), packBytes(bytes));
      return name;
    };
    for (const { name, file } of pages) files.set(`fragment/${name}.pf_fragment`, file);
    const fields = [...this.#fields].sort();
    const words = this.#table.words(
      numbersIn(pages.map(({ number }) => number)),
      this.#fields.map((field) => fields.indexOf(field)),
    );
    const putWords = (chunk: readonly IndexedWord[]): string =>
      put((name) => `index/${name}.pf_index`, toCbor([chunk]));
    const meta: IndexMeta = [
      entry.version,
      pages.map(({ name, wordCount }) => [name, wordCount]),
      chunksOf(words, putWords).map(({ from, to, name }) => [from, to, name]),
      filtersOf(pages).map((filter) => [
        filter[0],
        put((name) => `filter/${name}.pf_filter`, toCbor(filter)),
      ]),
      [],
      fields,
    ];
    const hash = put((name) => `pagefind.${name}.pf_meta`, toCbor(meta));
    const about = { hash, page_count: pages.length };
    return files.set(ENTRY_FILE, jsonOf(withPages(entry, about)));
  }

  #fieldNumber(field: string): number {
    const known = this.#fields.indexOf(field);
    return known === -1 ? this.#fields.push(field) - 1 : known;
  }

  #nameOf(bytes: Uint8Array): string {
    const hash = createHash("sha256").update(bytes).digest("hex");
    return `${this.#language}_${hash.slice(0, HASH_LENGTH)}`;
  }
}

/** The place of each number among numbers in order. */
function numbersIn(numbers: readonly number[]): number[] {
  const places: number[] = [];
  for (const [place, number] of numbers.entries()) places[number] = place;
  return places;
}

/** Words in files; where two of them meet, words are shortened as Pagefind does it. */
function chunksOf(
  words: Iterable<IndexedWord>,
  put: (words: readonly IndexedWord[]) => string,
): Chunk[] {
  const chunks: Chunk[] = [];
  let open: IndexedWord[] = [];
  let size = 0;
  const close = (): void => {
    const [first, last] = [open[0], open.at(-1)];
    if (first === undefined || last === undefined) return;
    addChunk(chunks, { from: first[0], to: last[0], name: put(open) });
    open = [];
    size = 0;
  };
  for (const word of words) {
    open.push(word);
    size += positionsOf(word);
    if (size >= CHUNK_SIZE) close();
  }
  close();
  return chunks;
}

function positionsOf([, pages]: IndexedWord): number {
  return pages.reduce((sum, [, positions, meta]) => sum + positions.length + meta.length + 1, 0);
}

/** Adds a chunk; the words between two chunks are those that neither has. */
function addChunk(chunks: Chunk[], chunk: Chunk): void {
  const before = chunks.at(-1);
  if (before !== undefined) {
    const [{ to }, { from }] = [before, chunk];
    const end = beginningApart(to, from);
    // A shortened end must not come before the chunk's own beginning.
    if (Buffer.compare(Buffer.from(end), Buffer.from(before.from)) >= 0) before.to = end;
    chunk.from = beginningApart(from, to);
  }
  chunks.push(chunk);
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
  for (const [number, { filters }] of pages.entries()) {
    for (const [filter, values] of Object.entries(filters)) {
      const byValue = entryIn(byFilter, filter, () => new Map<string, number[]>());
      for (const value of values) entryIn(byValue, value, () => []).push(number);
    }
  }
  return inByteOrder(byFilter).map(([filter, values]) => [filter, inByteOrder(values)]);
}

/** The entry file's content for other pages. */
function withPages(entry: IndexEntry, about: { hash: string; page_count: number }): IndexEntry {
  const languages = Object.entries(entry.languages).map(([name, { wasm }]) => [
    name,
    { wasm, ...about },
  ]);
  return { ...entry, languages: Object.fromEntries(languages) as IndexEntry["languages"] };
}

function jsonOf(entry: IndexEntry): Uint8Array {
  return utf8(JSON.stringify(entry));
}
