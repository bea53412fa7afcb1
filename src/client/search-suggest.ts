/** "Did you mean": the nearest words to those of a query that found nothing. */
import { nearest } from "../text/nearest.ts";
import { wordsOf } from "./search-excerpt.ts";
import { termsOf } from "./search-rank.ts";
import type { Fragment } from "./search-types.ts";

/** Words shorter than these are near to too much. */
const MIN_LENGTH = 3;

/** The words of some pages. */
export function knownWords(fragments: readonly Fragment[]): Set<string> {
  const words = fragments.flatMap(({ raw_content }) => wordsOf(raw_content).list);
  return new Set(words.flatMap(termsOf).filter((word) => word.length >= MIN_LENGTH));
}

/** The query with each word replaced by its nearest known one; undefined if none is near. */
export function suggestionFor(query: string, known: ReadonlySet<string>): string | undefined {
  const terms = termsOf(query);
  const suggested = terms.map((term) => nearestTo(term, known)).join(" ");
  return suggested === terms.join(" ") ? undefined : suggested;
}

/** Slips are rare in a first letter, and nearly all words are out of the way by it. */
function nearestTo(term: string, known: ReadonlySet<string>): string {
  if (known.has(term)) return term;
  return (
    nearest(
      term,
      [...known].filter((word) => word[0] === term[0]),
    ) ?? term
  );
}
