/**
 * The words of a site and how many of its sections have them: with them the dialog
 * tells a slip of the pen from a rare word, and a telling word from a common one.
 * Written beside the index by the index step, read by the dialog.
 */
import type { ArticleSections } from "./sections.ts";
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
  /** In how many of its sections each word stands. */
  readonly counts: readonly (readonly [word: string, sections: number])[];
}

/** The words of a page's title and sections. */
export function wordsOfPage(title: string, { intro, sections }: ArticleSections): PageWords {
  const counts = new Map<string, number>();
  addSection(counts, [title, ...intro.map(({ text }) => text)]);
  for (const section of sections)
    addSection(counts, [section.title, ...section.lines.map(({ text }) => text)]);
  return { sections: sections.length + 1, counts: [...counts] };
}

function addSection(counts: Map<string, number>, texts: readonly string[]): void {
  const words = new Set<string>();
  for (const text of texts) {
    for (const word of textsIn(text)) {
      if (words.has(word)) continue;
      words.add(word);
      for (const part of partsOf(word)) words.add(part);
    }
  }
  for (const word of words)
    if (word.length <= MAX_LENGTH) counts.set(word, (counts.get(word) ?? 0) + 1);
}

/** Counts the words of a site, page by page. */
export class VocabularyCounter {
  #sections = 0;
  readonly #counts = new Map<string, number>();

  add({ sections, counts }: PageWords): void {
    this.#sections += sections;
    for (const [word, count] of counts)
      this.#counts.set(word, (this.#counts.get(word) ?? 0) + count);
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
