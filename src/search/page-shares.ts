/**
 * What each page brings to an index, taken out of an index that Pagefind made. Shares do not
 * depend on the other pages: they can be kept, and any set of them makes an index again
 * (src/search/joined-index.ts).
 */
import {
  type Fragment,
  type IndexEntry,
  type IndexMeta,
  type PageWord,
  unpackBytes,
  unpackCbor,
  type WordChunk,
  withField,
} from "./pagefind-format.ts";

/** The words of one page, flat: as a list for each they would be most of the memory that a site takes. */
export interface SharedWords {
  /** Each word, followed by its spelling if that has diacritics which the word has not, else nothing. */
  readonly names: readonly string[];
  /**
   * Of each word in turn: how many positions, these, how many in metadata, these. Fields are
   * numbered among the page's own, in order of their names.
   */
  readonly numbers: Int32Array;
}

/** One page's part of an index. */
export interface PageShare {
  /** The file of its fragment. */
  readonly fragment: Uint8Array;
  readonly about: PageAbout;
  readonly words: SharedWords;
}

/** What the index itself says of a page. */
export interface PageAbout {
  readonly wordCount: number;
  readonly filters: Fragment["filters"];
  /** The names of its metadata, in the order in which its words number them. */
  readonly fields: readonly string[];
}

export type Files = ReadonlyMap<string, Uint8Array>;

/** The file that names the languages of an index. */
export const ENTRY_FILE = "pagefind-entry.json";

/** The shares in the files of an index of one language, by the pages' URLs. */
export function sharesIn(files: Files): Map<string, PageShare> {
  const shares = new Map<string, PageShare>();
  for (const { hash } of Object.values(entryOf(files).languages)) {
    const [, pages, chunks, , , fields] = unpackCbor<IndexMeta>(
      fileOf(files, `pagefind.${hash}.pf_meta`),
    );
    const open = pages.map(([name]) => openShare(files, name, fields));
    for (const [, , name] of chunks) {
      const [words] = unpackCbor<WordChunk>(fileOf(files, `index/${name}.pf_index`));
      for (const [word, found, variants] of words) {
        addWord(open, word, "", found);
        for (const [form, pagesOfForm] of variants) addWord(open, word, form, pagesOfForm);
      }
    }
    for (const { url, fragment, about, names, numbers } of open)
      shares.set(url, { fragment, about, words: { names, numbers: new Int32Array(numbers) } });
  }
  return shares;
}

/** The entry file's content. */
export function entryOf(files: Files): IndexEntry {
  return JSON.parse(new TextDecoder().decode(fileOf(files, ENTRY_FILE))) as IndexEntry;
}

interface OpenShare extends Omit<PageShare, "words"> {
  readonly url: string;
  readonly names: string[];
  readonly numbers: number[];
  /** The page's own number of each field of the index. */
  readonly fields: readonly number[];
}

function openShare(files: Files, name: string, fields: readonly string[]): OpenShare {
  const fragment = fileOf(files, `fragment/${name}.pf_fragment`);
  const json = unpackBytes(fragment).toString("utf8");
  const { url, word_count: wordCount, filters, meta } = JSON.parse(json) as Fragment;
  const own = Object.keys(meta).sort();
  return {
    url,
    fragment,
    about: { wordCount, filters, fields: own },
    names: [],
    numbers: [],
    fields: fields.map((field) => own.indexOf(field)),
  };
}

function addWord(
  open: readonly OpenShare[],
  word: string,
  form: string,
  pages: readonly PageWord[],
): void {
  let at = 0;
  for (const [difference, positions, metaPositions] of pages) {
    at += difference;
    const share = open[at];
    if (share === undefined) throw new Error(`"${word}" stands on a page that is not there`);
    share.names.push(word, form);
    addNumbers(share, positions, metaPositions);
  }
}

function addNumbers(
  { numbers, fields }: OpenShare,
  positions: readonly number[],
  metaPositions: readonly number[],
): void {
  numbers.push(positions.length);
  for (const position of positions) numbers.push(position);
  numbers.push(metaPositions.length);
  for (const position of metaPositions) numbers.push(withField(position, fields));
}

function fileOf(files: Files, path: string): Uint8Array {
  const file = files.get(path);
  if (file === undefined) throw new Error(`${path} is missing`);
  return file;
}
