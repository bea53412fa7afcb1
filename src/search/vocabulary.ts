/**
 * The words of a site and how many of its sections have them: with them the dialog
 * tells a slip of the pen from a rare word, and a telling word from a common one.
 * Written beside the index by the index step, read by the dialog.
 */
import { entryIn } from "./maps.ts";
import type { ArticleSections, Line } from "./sections.ts";
import { partsOf, textsIn } from "./words.ts";

/** The file's path below `BASE/pagefind/`. */
export const VOCABULARY_FILE = "waymark-words.json";

/** Words beyond these, the rarest, are left out: a megabyte before compression. */
const MAX_WORDS = 80_000;
/** Longer ones are keys, digests and addresses. */
const MAX_LENGTH = 40;

export interface Vocabulary {
  /** Language of the site (BCP 47). */
  readonly language: string;
  /** How many sections the site has. */
  readonly sections: number;
  /** In how many sections each word stands, parts of names included. */
  readonly words: ReadonlyMap<string, number>;
  /** Names for the same thing; each is one word or several. */
  readonly synonyms: readonly (readonly string[])[];
}

/** What the file holds: all words in one text, which compresses better than a list of texts. */
interface VocabularyJson {
  readonly language: string;
  readonly sections: number;
  readonly words: string;
  readonly counts: readonly number[];
  readonly synonyms: readonly (readonly string[])[];
}

/** The words of a page. */
export interface PageWords {
  readonly sections: number;
  readonly words: readonly string[];
  /** In how many of the page's sections each of them stands. */
  readonly counts: readonly number[];
}

/** The words of a page's title and sections. */
export function wordsOfPage(title: string, { intro, sections }: ArticleSections): PageWords {
  const counter = new SectionCounter();
  counter.add(title, intro);
  for (const { title: own, lines } of sections) counter.add(own, lines);
  return { sections: sections.length + 1, ...counter.counted() };
}

/** A word while a page's are counted. */
interface CountedWord {
  count: number;
  /** The last section that it was counted in. */
  section: number;
  /** What of it can be asked for alone; undefined until it is met as a word. */
  parts: readonly CountedWord[] | undefined;
}

function newWord(): CountedWord {
  return { count: 0, section: 0, parts: undefined };
}

/** Counts in how many sections of a page each word stands, as a whole or as a part. */
class SectionCounter {
  readonly #words = new Map<string, CountedWord>();
  #section = 0;

  add(title: string, lines: readonly Line[]): void {
    this.#section++;
    this.#addText(title);
    for (const { text } of lines) this.#addText(text);
  }

  counted(): Pick<PageWords, "words" | "counts"> {
    const kept = [...this.#words].filter(([word]) => word.length <= MAX_LENGTH);
    return { words: kept.map(([word]) => word), counts: kept.map(([, { count }]) => count) };
  }

  #addText(text: string): void {
    for (const word of textsIn(text)) {
      const counted = this.#wordFor(word);
      counted.parts ??= partsOf(word).map((part) => this.#wordFor(part));
      this.#count(counted);
      for (const part of counted.parts) this.#count(part);
    }
  }

  #wordFor(word: string): CountedWord {
    return entryIn(this.#words, word, newWord);
  }

  #count(word: CountedWord): void {
    if (word.section === this.#section) return;
    word.section = this.#section;
    word.count++;
  }
}

/** Counts the words of a site, page by page. */
export class VocabularyCounter {
  #sections = 0;
  readonly #counts = new Map<string, number>();

  add({ sections, words, counts }: PageWords): void {
    this.#sections += sections;
    for (const [index, word] of words.entries())
      this.#counts.set(word, (this.#counts.get(word) ?? 0) + (counts[index] ?? 0));
  }

  /** The file's text: words in order, so that it is the same for the same site. */
  encode(language: string, synonyms: readonly (readonly string[])[]): string {
    const frequent = [...this.#counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
    const kept = frequent.slice(0, MAX_WORDS).sort((a, b) => compare(a[0], b[0]));
    const json: VocabularyJson = {
      language,
      sections: this.#sections,
      words: kept.map(([word]) => word).join(" "),
      counts: kept.map(([, count]) => count),
      synonyms: synonyms.map((names) => names.map((name) => textsIn(name).join(" "))),
    };
    return JSON.stringify(json);
  }
}

/** Reads the file's content. Throws what is no vocabulary. */
export function decodeVocabulary(content: unknown): Vocabulary {
  const { language, sections, words, counts, synonyms } = content as VocabularyJson;
  const list = words === "" ? [] : words.split(" ");
  return {
    language,
    sections,
    words: new Map(list.map((word, index) => [word, counts[index] ?? 1])),
    synonyms,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}
