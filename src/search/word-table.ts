/**
 * The words of an index with where they stand, in as little memory as they take: a site of a
 * thousand pages has half a million of entries.
 */
import { entryIn, inByteOrder } from "./maps.ts";
import type { SharedWords } from "./page-shares.ts";
import { type IndexedWord, type PageWord, withField } from "./pagefind-format.ts";

/** A word, or one of its forms. */
interface Word {
  /** Where its last entry begins in the table's numbers. */
  last: number;
  /** By spelling; most words have none. */
  forms: Map<string, Word> | undefined;
}

/** No entry. */
const NONE = -1;

export class WordTable {
  readonly #words = new Map<string, Word>();
  /**
   * Entries one after the other: where the word's entry before begins, page, how many positions,
   * these, how many in metadata, these.
   */
  #numbers = new Int32Array(1 << 16);
  #length = 0;

  /** Adds the words of a page; `fields` are numbers for the fields of its metadata. */
  add(page: number, { names, numbers: added }: SharedWords, fields: readonly number[]): void {
    this.#reserve(added.length + names.length);
    const numbers = this.#numbers;
    let from = 0;
    let at = this.#length;
    for (let i = 0; i < names.length; i += 2) {
      const word = this.#wordFor(names[i] ?? "", names[i + 1] ?? "");
      const before = word.last;
      word.last = at;
      numbers[at++] = before;
      numbers[at++] = page;
      const end = from + 1 + (added[from] ?? 0);
      while (from <= end) numbers[at++] = added[from++] ?? 0;
      const metaEnd = from + (added[end] ?? 0);
      while (from < metaEnd) numbers[at++] = withField(added[from++] ?? 0, fields);
    }
    this.#length = at;
  }

  /**
   * All words in order, each with its pages in order. `pages` and `fields` say which number
   * stands for each in the index.
   */
  *words(pages: readonly number[], fields: readonly number[]): Generator<IndexedWord> {
    const list = (word: Word): PageWord[] => this.#entriesOf(word, pages, fields);
    for (const [text, word] of inByteOrder(this.#words)) {
      const variants = inByteOrder(word.forms ?? new Map<string, Word>());
      yield [text, list(word), variants.map(([form, own]) => [form, list(own)] as const)];
    }
  }

  #wordFor(text: string, form: string): Word {
    const word = entryIn(this.#words, text, newWord);
    if (form === "") return word;
    word.forms ??= new Map();
    return entryIn(word.forms, form, newWord);
  }

  /** Pages are noted by how far each is from the one before. */
  #entriesOf(word: Word, pages: readonly number[], fields: readonly number[]): PageWord[] {
    const starts: number[] = [];
    for (let start = word.last; start !== NONE; start = this.#numbers[start] ?? NONE)
      starts.push(start);
    const pageAt = (start: number): number => pages[this.#numbers[start + 1] ?? 0] ?? 0;
    let before = 0;
    return starts
      .sort((a, b) => pageAt(a) - pageAt(b))
      .map((start) => {
        const page = pageAt(start);
        const difference = page - before;
        before = page;
        return this.#entry(start + 2, difference, fields);
      });
  }

  #entry(start: number, page: number, fields: readonly number[]): PageWord {
    const numbers = this.#numbers;
    const positions: number[] = [];
    const metaPositions: number[] = [];
    const end = start + 1 + (numbers[start] ?? 0);
    for (let at = start + 1; at < end; at++) positions.push(numbers[at] ?? 0);
    const metaEnd = end + 1 + (numbers[end] ?? 0);
    for (let at = end + 1; at < metaEnd; at++)
      metaPositions.push(withField(numbers[at] ?? 0, fields));
    return [page, positions, metaPositions];
  }

  #reserve(count: number): void {
    const length = this.#length + count;
    if (length <= this.#numbers.length) return;
    const longer = new Int32Array(Math.max(2 * this.#numbers.length, length));
    longer.set(this.#numbers);
    this.#numbers = longer;
  }
}

function newWord(): Word {
  return { last: NONE, forms: undefined };
}
