/**
 * Which pages may answer a query. Pagefind gives the pages that have all words asked
 * for; a query is asked in all of its senses, and with fewer words where few pages
 * have them all.
 */
import { type Alternative, type Query, type Term, tellingTerms } from "./search-query.ts";
import type { FilterCounts, Fragment, Pagefind, Response, Result } from "./search-types.ts";

/** Pages that are read and ranked. */
const MAX_PAGES = 24;
/** Pages that are read first, so that something shows while the others are on their way. */
const FIRST_PAGES = 4;
/** With fewer pages than these, words are left out one by one. */
const ENOUGH = 3;
/** Senses of a query, and queries with words left out, that are asked at most. */
const MAX_QUERIES = 8;

export interface Candidates {
  /** In Pagefind's order, those with all words first. */
  readonly fragments: readonly Fragment[];
  /** How many pages there are, also those that are not read. */
  readonly pages: number;
  /** Pages in each top section, whichever is chosen. */
  readonly counts: Readonly<Record<string, number>>;
}

export interface Retrieving {
  /** The top section to look in; undefined for all. */
  readonly section: string | undefined;
  /** Pages that were read before, by id; those that are read now are added. */
  readonly known: Map<string, Fragment>;
  /** Called with the first pages, unless all were read before. */
  readonly onFirst?: ((first: Candidates) => void) | undefined;
}

/** The pages for a query. */
export async function retrieve(
  pagefind: Pagefind,
  query: Query,
  { section, known, onFirst }: Retrieving,
): Promise<Candidates> {
  const all = await ask(pagefind, query, undefined);
  const shown = section === undefined ? all : await ask(pagefind, query, section);
  const results = [...shown.results.values()].slice(0, MAX_PAGES);
  const about = { pages: shown.results.size, counts: all.counts };
  const readAll = (some: readonly Result[]): Promise<Fragment[]> =>
    Promise.all(some.map((result) => read(result, known)));
  const first = results.slice(0, FIRST_PAGES);
  if (onFirst !== undefined && results.some(({ id }) => !known.has(id)))
    onFirst({ fragments: await readAll(first), ...about });
  return { fragments: await readAll(results), ...about };
}

/** What is used of a page is the same for all queries, so it is asked for once. */
async function read({ id, data }: Result, known: Map<string, Fragment>): Promise<Fragment> {
  const fragment = known.get(id) ?? (await data());
  known.set(id, fragment);
  return fragment;
}

interface Asked {
  /** By id, so that no page comes twice. */
  readonly results: ReadonlyMap<string, Result>;
  readonly counts: Readonly<Record<string, number>>;
}

async function ask(pagefind: Pagefind, query: Query, section: string | undefined): Promise<Asked> {
  const options = section === undefined ? {} : { filters: { section } };
  const results = new Map<string, Result>();
  let counts: Readonly<Record<string, number>> = {};
  const search = (text: string): Promise<Response> => pagefind.search(text, options);
  const add = async (text: string): Promise<void> => {
    const response = await search(text);
    for (const result of response.results) results.set(result.id, result);
    counts = merged(counts, response.filters, Math.max);
  };
  for (const text of senses(query)) await add(text);
  if (query.phrases.length > 0) return withPhrases({ results, counts }, query, search);
  for (const text of fewerWords(query)) {
    if (results.size >= ENOUGH) break;
    await add(text);
  }
  return { results, counts };
}

/** The pages that have all phrases, those first that have the other words of the query too. */
async function withPhrases(
  others: Asked,
  query: Query,
  search: (text: string) => Promise<Response>,
): Promise<Asked> {
  const [first, ...rest] = await Promise.all(phrasesOf(query).map(search));
  if (first === undefined) return others;
  const ids = rest.map(({ results }) => new Set(results.map(({ id }) => id)));
  const having = first.results.filter(({ id }) => ids.every((some) => some.has(id)));
  const isFirst = ({ id }: Result): number => (others.results.has(id) ? 0 : 1);
  const ordered = having.toSorted((a, b) => isFirst(a) - isFirst(b));
  const counts = rest.reduce<Readonly<Record<string, number>>>(
    (least, { filters }) => merged(least, filters, Math.min),
    { ...first.filters.section },
  );
  return { results: new Map(ordered.map((result) => [result.id, result])), counts };
}

/** What stands in quotes, as Pagefind is asked for it. */
export function phrasesOf({ phrases, terms }: Query): string[] {
  return phrases.map((phrase) => `"${phrase.map((index) => terms[index]?.text).join(" ")}"`);
}

/** What stands outside of quotes, as Pagefind is asked for it: the surest sense first, then each other one. */
export function senses(query: Query): string[] {
  const terms = tellingTerms(query).filter(({ isQuoted }) => !isQuoted);
  const main = terms.map(({ alternatives }) => alternatives[0]);
  const others = terms.flatMap(({ alternatives }) =>
    alternatives.slice(1).map((other) => replaced(terms, main, other)),
  );
  return distinct([main, ...others].map(textOf)).slice(0, MAX_QUERIES);
}

/** The query without its least telling words: each left out alone, then one word each. */
export function fewerWords(query: Query): string[] {
  const terms = tellingTerms(query);
  if (terms.length < 2) return [];
  const byWeight = [...terms].sort((a, b) => a.weight - b.weight);
  const without = byWeight.map((left) => terms.filter((term) => term !== left));
  const alone = byWeight.reverse().map((term) => [term]);
  const chosen = [...without, ...alone].map((some) =>
    textOf(some.map(({ alternatives }) => alternatives[0])),
  );
  return distinct(chosen).slice(0, MAX_QUERIES);
}

/** The main senses with another one in the place of each term that it is a sense of. */
function replaced(
  terms: readonly Term[],
  main: readonly (Alternative | undefined)[],
  other: Alternative,
): (Alternative | undefined)[] {
  const text = other.words.join(" ");
  return terms.map(({ alternatives }, index) =>
    alternatives.some(({ words }) => words.join(" ") === text) ? other : main[index],
  );
}

function textOf(alternatives: readonly (Alternative | undefined)[]): string {
  return distinct(alternatives.flatMap((alternative) => alternative?.words ?? [])).join(" ");
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== "");
}

/** Counts by section of pages that several queries find: at least the most, at most the least. */
function merged(
  counts: Readonly<Record<string, number>>,
  { section = {} }: FilterCounts,
  choose: (a: number, b: number) => number,
): Record<string, number> {
  const names = new Set([...Object.keys(counts), ...Object.keys(section)]);
  return Object.fromEntries(
    [...names].map((name) => [name, choose(counts[name] ?? 0, section[name] ?? 0)]),
  );
}
