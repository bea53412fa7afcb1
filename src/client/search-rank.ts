/** Which section of a page answers a query best. Pagefind ranks pages, not sections. */

/** What was found in a section. */
export interface Found {
  readonly title: string;
  /** The words that Pagefind found there. */
  readonly words: readonly string[];
  /** The sum of what they count. */
  readonly weight: number;
}

/** How well a section fits, most telling first. */
export interface Match {
  /** The title is the query. */
  readonly isTitle: boolean;
  /** How many of the query's words the section has. */
  readonly terms: number;
  /** How many of them stand in its title. */
  readonly titleTerms: number;
  readonly weight: number;
}

/** How a section fits a query. */
export function matchOf(query: string, { title, words, weight }: Found): Match {
  const terms = termsOf(query);
  const titleWords = termsOf(title);
  const found = [...new Set(words.flatMap(termsOf))];
  // A tab's own label ends the path that is its title.
  const own = termsOf(title.slice(title.lastIndexOf("›") + 1));
  return {
    isTitle: terms.length > 0 && terms.join(" ") === own.join(" "),
    terms: terms.filter((term) => hasWord(found, term)).length,
    titleTerms: terms.filter((term) => hasWord(titleWords, term)).length,
    weight,
  };
}

/** An order for sorting sections of a page: the better match first. */
export function outranks(a: Match, b: Match): number {
  return coversMore(a, b) || b.titleTerms - a.titleTerms || b.weight - a.weight;
}

/** An order for sorting sections of any pages, as far as it is sure. */
export function coversMore(a: Match, b: Match): number {
  return Number(b.isTitle) - Number(a.isTitle) || b.terms - a.terms;
}

/**
 * The words of a text in lower case, without marks around them; the "A." or "1." that
 * starts a guide's heading is no word.
 */
export function termsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.'’-]*/gu) ?? [];
  const terms = words.map((word) => word.replace(/[^\p{L}\p{M}\p{N}_]+$/u, ""));
  return terms.length > 1 && /^(?:[a-z]|\d{1,2})$/.test(terms[0] ?? "") ? terms.slice(1) : terms;
}

/** Whether a word contains the term, or both have one stem: "replicating", "replication". */
function hasWord(words: readonly string[], term: string): boolean {
  const stem = term.length > 6 ? term.slice(0, -3) : term;
  return words.some((word) => word.includes(term) || word.startsWith(stem));
}
