/** The words of a text, ready to be asked for as a whole, in part, by stem or by start. */
import { type Word, wordsIn } from "../search/words.ts";

/** What is known of words beside their letters. */
export interface WordForms {
  /** The part that the forms of a word have in common. */
  stem(word: string): string;
  /** Whether it says nothing by itself: "how", "the". */
  isStop(word: string): boolean;
}

/** How surely a word is meant that is not written in the same way. */
const STEM = 0.9;
const NAME_PART = 0.85;
const START = 0.6;
/** "ing" after a doubled letter, "tion". */
const MAX_ENDING = 4;
/** Shorter starts are met by too many words. */
const MIN_START = 2;

/** Where a word stands, and how surely it is the one that was asked for. */
export interface Hit {
  readonly strength: number;
  readonly places: readonly number[];
  /** It is only a part of the words there: `json` of `debezium-json`. */
  readonly isPart: boolean;
}

export const NO_HIT: Hit = { strength: 0, places: [], isPart: false };

export class WordIndex {
  /** How many words there are that say something. */
  readonly size: number;
  readonly #words = new Map<string, number[]>();
  readonly #parts = new Map<string, number[]>();
  /** By stem, the words that have it. */
  readonly #stems = new Map<string, Set<string>>();
  readonly #forms: WordForms;

  constructor(words: readonly Word[], forms: WordForms) {
    this.size = words.filter(({ text }) => !forms.isStop(text)).length;
    this.#forms = forms;
    for (const [at, word] of words.entries()) this.#add(word, at);
  }

  /** Of a list of words as Pagefind counts them, which may hold several of ours or none. */
  static at(list: readonly string[], start: number, forms: WordForms): WordIndex {
    const index = new WordIndex([], forms);
    for (const [at, text] of list.entries())
      for (const word of wordsIn(text)) index.#add(word, start + at);
    return index;
  }

  /** Finds a word; with `isStart` also longer ones that begin so. */
  find(word: string, isStart: boolean): Hit {
    const exact = this.#words.get(word);
    if (exact !== undefined) return { strength: 1, places: exact, isPart: false };
    const part = this.#parts.get(word);
    if (part !== undefined) return { strength: NAME_PART, places: part, isPart: true };
    const forms = this.#formsOf(word);
    if (forms.length > 0) return { strength: STEM, places: forms, isPart: false };
    return isStart && word.length >= MIN_START ? this.#findStart(word) : NO_HIT;
  }

  /** Where other forms of a word stand. */
  #formsOf(word: string): number[] {
    const others = [...(this.#stems.get(this.#forms.stem(word)) ?? [])];
    return others
      .filter((other) => isForm(word, other))
      .flatMap((other) => this.#words.get(other) ?? this.#parts.get(other) ?? []);
  }

  #findStart(start: string): Hit {
    const places: number[] = [];
    for (const words of [this.#words, this.#parts])
      for (const [word, found] of words) if (word.startsWith(start)) places.push(...found);
    return places.length === 0 ? NO_HIT : { strength: START, places, isPart: true };
  }

  #add({ text, parts }: Word, at: number): void {
    push(this.#words, text, at);
    this.#addStem(text);
    for (const part of parts) {
      push(this.#parts, part, at);
      this.#addStem(part);
    }
  }

  #addStem(word: string): void {
    const stem = this.#forms.stem(word);
    const words = this.#stems.get(stem);
    if (words === undefined) this.#stems.set(stem, new Set([word]));
    else words.add(word);
  }
}

/** Stemming goes too far with long endings: "public" is no form of "publication". */
function isForm(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.length - short.length <= MAX_ENDING;
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (list.at(-1) !== value) list.push(value);
}
