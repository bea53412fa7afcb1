/**
 * The words of an index with where they stand, in as little memory as they take: a site of a
 * thousand pages has half a million of entries.
 */
import { entryIn, inByteOrder } from "./maps.ts";
import type { SharedWord } from "./page-shares.ts";
import { type IndexedWord, type PageWord, withFields } from "./pagefind-format.ts";

export class WordTable {
  /** By word and form, where its entries begin in `#numbers`. */
  readonly #words = new Map<string, Map<string, number[]>>();
  /** Entries one after the other: page, how many positions, these, how many in metadata, these. */
  #numbers = new Int32Array(1 << 16);
  #length = 0;

  /** Adds a word of a page; `fields` are numbers for the fields of its metadata. */
  add(page: number, [word, form, positions, meta]: SharedWord, fields: readonly number[]): void {
    const forms = entryIn(this.#words, word, () => new Map<string, number[]>());
    entryIn(forms, form, () => []).push(this.#length);
    this.#reserve(positions.length + meta.length + 3);
    const numbers = this.#numbers;
    let at = this.#length;
    numbers[at++] = page;
    numbers[at++] = positions.length;
    for (const position of positions) numbers[at++] = position;
    numbers[at++] = meta.length;
    for (const position of withFields(meta, fields)) numbers[at++] = position;
    this.#length = at;
  }

  /**
   * All words in order, each with its pages in order. `pages` and `fields` say which number
   * stands for each in the index.
   */
  *words(pages: readonly number[], fields: readonly number[]): Generator<IndexedWord> {
    const list = (starts: readonly number[]): PageWord[] => {
      const entries = starts.map((start) => this.#entry(start, pages, fields));
      return byDifference(entries.sort(([a], [b]) => a - b));
    };
    for (const [word, forms] of inByteOrder(this.#words)) {
      const variants = inByteOrder(forms).filter(([form]) => form !== "");
      yield [
        word,
        list(forms.get("") ?? []),
        variants.map(([form, starts]) => [form, list(starts)] as const),
      ];
    }
  }

  #entry(start: number, pages: readonly number[], fields: readonly number[]): PageWord {
    const [page = 0, count = 0] = this.#numbers.subarray(start, start + 2);
    const end = start + 2 + count;
    const metaEnd = end + 1 + (this.#numbers[end] ?? 0);
    return [
      pages[page] ?? 0,
      [...this.#numbers.subarray(start + 2, end)],
      withFields([...this.#numbers.subarray(end + 1, metaEnd)], fields),
    ];
  }

  #reserve(count: number): void {
    const length = this.#length + count;
    if (length <= this.#numbers.length) return;
    const longer = new Int32Array(Math.max(2 * this.#numbers.length, length));
    longer.set(this.#numbers);
    this.#numbers = longer;
  }
}

/** Pages are noted by how far each is from the one before. */
function byDifference(pages: readonly PageWord[]): PageWord[] {
  return pages.map(([page, positions, meta], index) => [
    page - (pages[index - 1]?.[0] ?? 0),
    positions,
    meta,
  ]);
}
