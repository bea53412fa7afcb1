/** What to search for instead, when a query finds nothing. */
import type { Lexicon } from "./search-lexicon.ts";
import type { Query } from "./search-query.ts";

/** Another query, and why it may help. */
export interface Suggestion {
  readonly query: string;
  /** It has a word that the site has, or has fewer words, or asks for them in any order. */
  readonly kind: "near" | "fewer" | "unquoted";
}

const MAX_SUGGESTIONS = 5;
/** Near words for each one that the site does not have. */
const MAX_NEAR = 3;

/** Queries near to one that found nothing, the nearest first. Each has only words of the site. */
export function suggestionsFor(query: Query, lexicon: Lexicon): Suggestion[] {
  const words = query.terms.map(({ text }) => text);
  const known = words.filter((word) => lexicon.has(word) || lexicon.hasStart(word));
  const telling = known.filter((word) => !lexicon.isStop(word));
  const found: Suggestion[] = [];
  const add = (kind: Suggestion["kind"], others: readonly string[]): void => {
    const text = others.join(" ");
    if (text !== "" && !found.some((other) => other.query === text))
      found.push({ kind, query: text });
  };
  if (query.phrases.length > 0 && known.length === words.length && words.length > 1)
    add("unquoted", words);
  const unknown = words.filter((word) => !known.includes(word));
  for (const word of unknown.slice(0, 1)) {
    const others = words.filter((other) => other === word || known.includes(other));
    for (const near of lexicon.similar(word, MAX_NEAR))
      add(
        "near",
        others.map((other) => (other === word ? near : other)),
      );
  }
  if (unknown.length > 0 && telling.length > 0) add("fewer", known);
  // The most telling word alone, where all of them together stand nowhere.
  if (unknown.length === 0 && telling.length > 1) {
    const byWeight = [...telling].sort((a, b) => lexicon.weight(b) - lexicon.weight(a));
    const [rarest] = byWeight;
    add(
      "fewer",
      telling.filter((word) => word !== rarest),
    );
    for (const word of byWeight) add("fewer", [word]);
  }
  return found.slice(0, MAX_SUGGESTIONS);
}
