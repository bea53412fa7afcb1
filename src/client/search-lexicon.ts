/** What the dialog knows of the site's words: which there are, which are near a slip. */
import { stopWordsOf } from "../search/stop-words.ts";
import type { Vocabulary } from "../search/vocabulary.ts";
import { stemOf } from "../search/words.ts";
import { editDistance } from "../text/nearest.ts";
import type { WordForms } from "./search-word-index.ts";

/** Shorter words are near to too much. */
const MIN_LENGTH = 4;
/** A part of a word that was written as one. */
const MIN_PART = 3;
/** Near words that are asked for together. */
const MAX_CORRECTIONS = 2;

/** Words that share so many of their pairs of letters are worth suggesting; a common start helps. */
const MIN_SHARE = 0.4;
const SAME_START = 0.1;

/** The words of a site, ready to be asked. */
export class Lexicon implements WordForms {
  readonly vocabulary: Vocabulary;
  readonly #stops: ReadonlySet<string>;
  /** What each word was stemmed to: texts repeat their words. */
  readonly #stemOf = new Map<string, string>();
  #stems: ReadonlySet<string> | undefined;
  readonly #sorted: readonly string[];

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    this.#stops = stopWordsOf(vocabulary.language);
    this.#sorted = [...vocabulary.words.keys()].sort();
  }

  stem(word: string): string {
    const known = this.#stemOf.get(word);
    if (known !== undefined) return known;
    const stem = stemOf(word, this.vocabulary.language);
    this.#stemOf.set(word, stem);
    return stem;
  }

  isStop(word: string): boolean {
    return this.#stops.has(word) || /^[a-z]$/.test(word);
  }

  /** Whether the site has the word, or another form of it. */
  has(word: string): boolean {
    if (this.vocabulary.words.has(word)) return true;
    // All words are stemmed when one is asked for that does not stand there as it is.
    this.#stems ??= new Set(this.#sorted.map((known) => this.stem(known)));
    return this.#stems.has(this.stem(word));
  }

  /** Whether a word of the site starts so. */
  hasStart(start: string): boolean {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] ?? "") < start) low = middle + 1;
      else high = middle;
    }
    return this.#sorted[low]?.startsWith(start) === true;
  }

  /** How telling a word is: 0 for one that stands everywhere, more for a rarer one. */
  weight(word: string): number {
    const { words, sections } = this.vocabulary;
    const count = words.get(word) ?? words.get(this.stem(word)) ?? 0;
    return Math.log((sections + 1) / (count + 1));
  }

  /** The words that are nearest to one that the site does not have, the most frequent first. */
  corrections(word: string): string[] {
    if (word.length < MIN_LENGTH || /\d/.test(word)) return [];
    const isNear = (known: string): boolean => known[0] === word[0];
    const near = this.#nearest(word, isNear);
    return near.length > 0 ? near : this.#nearest(word, (known) => !isNear(known));
  }

  /**
   * Words of the site that look like one that it does not have, the nearest first: they
   * start like it, or have many of its pairs of letters.
   */
  similar(word: string, count: number): string[] {
    const pairs = pairsOf(word);
    const scored = this.#sorted.flatMap((known) => {
      if (known.length < MIN_LENGTH || /^\d/.test(known) || this.isStop(known)) return [];
      const share = sharedPairs(pairs, pairsOf(known)) + (known[0] === word[0] ? SAME_START : 0);
      return share < MIN_SHARE ? [] : [{ known, share }];
    });
    return scored
      .sort((a, b) => b.share - a.share)
      .map(({ known }) => known)
      .filter(
        (known, index, all) =>
          all.findIndex((one) => this.stem(one) === this.stem(known)) === index,
      )
      .slice(0, count);
  }

  /** Two words of the site that were written as one: `cloudsql`. */
  parts(word: string): [string, string] | undefined {
    const { words } = this.vocabulary;
    const cuts = Array.from({ length: Math.max(0, word.length - 2 * MIN_PART + 1) }, (_, index) => {
      const at = index + MIN_PART;
      return [word.slice(0, at), word.slice(at)] as [string, string];
    });
    const known = cuts.filter((cut) => cut.every((part) => words.has(part)));
    const rarity = (cut: [string, string]): number =>
      Math.min(...cut.map((part) => words.get(part) ?? 0));
    return known.sort((a, b) => rarity(b) - rarity(a))[0];
  }

  /** Known words at the least distance: one slip in a short word, two in a longer one. */
  #nearest(word: string, isCandidate: (known: string) => boolean): string[] {
    const allowed = word.length > 5 ? 2 : 1;
    let limit = allowed + 1;
    let found: string[] = [];
    for (const [known] of this.vocabulary.words) {
      if (known.length < MIN_PART || !isCandidate(known)) continue;
      const distance = editDistance(word, known, limit + 1);
      if (distance > limit || distance > allowed) continue;
      if (distance < limit) found = [];
      limit = distance;
      found.push(known);
    }
    const count = (known: string): number => this.vocabulary.words.get(known) ?? 0;
    return found.sort((a, b) => count(b) - count(a)).slice(0, MAX_CORRECTIONS);
  }
}

/** The pairs of neighbouring letters of a word. */
function pairsOf(word: string): Set<string> {
  return new Set(Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2)));
}

/** How much two sets have in common, from 0 to 1 (Dice's coefficient). */
function sharedPairs(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared++;
  return (2 * shared) / (a.size + b.size);
}
