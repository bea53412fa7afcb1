/**
 * How well a section answers a query. Pagefind ranks pages; readers look for a
 * section, so those of the pages found are ranked here: by where each term stands,
 * by how telling it is, and by how much of a title the query names.
 */
import type { IndexedPage, PageSection } from "./search-page.ts";
import { type Alternative, type Query, type Term, tellingTerms } from "./search-query.ts";
import type { Location } from "./search-types.ts";
import { type Hit, NO_HIT, type WordIndex } from "./search-word-index.ts";

/** How a section answers a query. */
export interface Match {
  /** Higher is better; 0 says that no term stands there. */
  readonly score: number;
  /** Where terms stand in its text. */
  readonly places: readonly Location[];
}

/** What a term counts in each place; a term in several counts more, but never over 1. */
const IN_NAME = 0.8;
const IN_PAGE_NAME = 0.5;
const IN_ABOVE = 0.4;
const IN_BODY = 0.5;
const IN_TRAIL = 0.15;
/** Half of a term's weight in the text is reached with so many of it. */
const SATURATION = 0.7;
/** Missing terms cost more than their share. */
const COVERAGE_POWER = 2;
/** A name that is the query, one that is all named by it, and what a page's adds to that. */
const WHOLE_NAME = 0.5;
const NAMED = 0.35;
const PAGE_NAMED = 0.15;
/** So much of the query has to be in a name that is all named by it. */
const ASKED = 0.75;
/** A part of a word names it by so much. */
const PART_SHARE = 0.5;
/** Terms that follow each other in a name, or in the text, as they do in the query. */
const NAME_IN_ORDER = 0.1;
const TEXT_IN_ORDER = 0.12;
/** Each word of a question beyond these that a heading asks in the same way. */
const SHORT_RUN = 2;
const IN_A_RUN = 0.08;
/** Filler words may stand between them. */
const GAP = 3;
/** The first lines of a page before a section within it, other things being equal. */
const PER_DEPTH = 0.01;

const NO_MATCH: Match = { score: 0, places: [] };

/** Ranks a section of a page. */
export function matchOf(query: Query, page: IndexedPage, section: PageSection): Match {
  const found = query.terms.map((term) => termMatch(term, page, section));
  const total = sum(query.terms.map(({ weight }) => weight));
  if (total === 0 || found.every(({ score }) => score === 0)) return NO_MATCH;
  if (!query.phrases.every((phrase) => hasPhrase(query, phrase, section))) return NO_MATCH;
  const shares = query.terms.map(({ weight }) => weight / total);
  const covered = sum(found.map(({ score }, at) => (score > 0 ? (shares[at] ?? 0) : 0)));
  const strength = sum(found.map(({ score }, at) => score * (shares[at] ?? 0)));
  const isPage = section.depth === 0;
  const names = Math.max(...section.names.map((name) => nameBonus(query, name, isPage)));
  const order = inOrder(query, (term) => best(term, [section.body])) ? TEXT_IN_ORDER : 0;
  const score = strength * covered ** COVERAGE_POWER + names + order - PER_DEPTH * section.depth;
  return {
    score: Math.max(score, 0.001) * page.factor,
    places: found.flatMap(({ body, score }, at) =>
      body.places.map((location) => ({
        location,
        balanced_score: score * (shares[at] ?? 0),
      })),
    ),
  };
}

/** Whether the words in quotes stand in the section's text or name, in this order. */
function hasPhrase(
  { terms }: Query,
  phrase: readonly number[],
  { body, names }: PageSection,
): boolean {
  const words = terms.filter((_, index) => phrase.includes(index));
  const stands = (text: WordIndex): boolean => {
    const hits = words.map((term) => best(term, [text]));
    return hits.length === 1 ? hits[0]?.strength !== 0 : follow(hits, 1);
  };
  return [body, ...names].some(stands);
}

interface TermMatch {
  readonly score: number;
  readonly body: Hit;
}

function termMatch(term: Term, page: IndexedPage, section: PageSection): TermMatch {
  const inText = best(term, [section.body]);
  const count = inText.places.length;
  const parts = [
    IN_NAME * best(term, section.names).strength,
    section.depth === 0 ? 0 : IN_PAGE_NAME * best(term, page.names).strength,
    IN_ABOVE * best(term, [section.above]).strength,
    IN_TRAIL * best(term, [page.above]).strength,
    (IN_BODY * inText.strength * count) / (count + SATURATION),
  ];
  const missed = parts.reduce((left, part) => left * (1 - part), 1);
  return { score: 1 - missed, body: inText };
}

/** The best way to meet a term in one of some texts. */
function best(term: Term, texts: readonly WordIndex[]): Hit {
  let found = NO_HIT;
  for (const text of texts)
    for (const alternative of term.alternatives) {
      const hit = hitOf(alternative, term, text);
      if (hit.strength > found.strength) found = hit;
    }
  return found;
}

/** All words of an alternative have to be there. */
function hitOf({ words, strength }: Alternative, term: Term, text: WordIndex): Hit {
  const hits = words.map((word) => text.find(word, term.isStart));
  const surest = Math.min(...hits.map((hit) => hit.strength));
  if (surest === 0) return NO_HIT;
  return {
    strength: strength * surest,
    places: hits.flatMap(({ places }) => places),
    isPart: hits.some(({ isPart }) => isPart),
  };
}

/** What a name adds that the query names: as a whole, or to the share of its words. */
function nameBonus(query: Query, name: WordIndex, isPage: boolean): number {
  const telling = tellingTerms(query);
  const hits = telling.map((term) => best(term, [name]));
  const met = metShare(hits, name.size);
  const total = sum(telling.map(({ weight }) => weight));
  const asked = sum(telling.map(({ weight }, at) => (weight / total) * (hits[at]?.strength ?? 0)));
  const isWhole = met === 1 && asked >= ASKED;
  const isOrdered = hits.length > 1 && follow(hits, GAP);
  return (
    NAMED * met * asked +
    (isPage ? PAGE_NAMED * asked : 0) +
    (isWhole ? WHOLE_NAME : 0) +
    (isOrdered ? NAME_IN_ORDER : 0) +
    IN_A_RUN * Math.max(0, longestRun(query, name) - SHORT_RUN)
  );
}

/** How many terms of the query stand in a name one after the other, filler words too. */
function longestRun({ terms }: Query, name: WordIndex): number {
  let longest = 0;
  let runs = new Map<number, number>();
  for (const term of terms) {
    const next = new Map<number, number>();
    for (const place of best(term, [name]).places) {
      const run = (runs.get(place - 1) ?? 0) + 1;
      next.set(place, run);
      longest = Math.max(longest, run);
    }
    runs = next;
  }
  return longest;
}

/** To which share the words of a name are met; a part of a word is half of it. */
function metShare(hits: readonly Hit[], size: number): number {
  const shares = new Map<number, number>();
  for (const { places, isPart } of hits)
    for (const place of places)
      shares.set(place, Math.min(1, (shares.get(place) ?? 0) + (isPart ? PART_SHARE : 1)));
  return size === 0 ? 0 : Math.min(1, sum([...shares.values()]) / size);
}

/** Whether all telling terms stand one after the other somewhere. */
function inOrder(query: Query, find: (term: Term) => Hit): boolean {
  const telling = tellingTerms(query);
  return telling.length > 1 && follow(telling.map(find), GAP);
}

/** Whether hits of several terms follow each other, at most `gap` words apart. */
function follow(hits: readonly Hit[], gap: number): boolean {
  const [first = [], ...rest] = hits.map(({ places }) => places);
  return first.some((start) => {
    let last: number | undefined = start;
    for (const places of rest) last = nextPlace(places, last, gap);
    return last !== undefined;
  });
}

function nextPlace(
  places: readonly number[],
  last: number | undefined,
  gap: number,
): number | undefined {
  if (last === undefined) return undefined;
  return places.find((place) => place > last && place <= last + gap);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
