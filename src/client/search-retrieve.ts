/**
 * Which pages may answer a query. Pagefind gives the pages that have all words asked
 * for; a query is asked in all of its senses, and with fewer words where few pages
 * have them all.
 */
import { type Alternative, type Query, type Term, tellingTerms } from "./search-query.ts";
import type { FilterCounts, Fragment, Pagefind, Result } from "./search-types.ts";

/** Pages that are read and ranked. */
const MAX_PAGES = 24;
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

/** The pages for a query, in the chosen top section if there is one. */
export async function retrieve(
  pagefind: Pagefind,
  query: Query,
  section: string | undefined,
): Promise<Candidates> {
  const all = await ask(pagefind, query, undefined);
  const shown = section === undefined ? all : await ask(pagefind, query, section);
  const fragments = await Promise.all(
    [...shown.results.values()].slice(0, MAX_PAGES).map((result) => result.data()),
  );
  return { fragments, pages: shown.results.size, counts: all.counts };
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
  const add = async (text: string): Promise<void> => {
    const response = await pagefind.search(text, options);
    for (const result of response.results) results.set(result.id, result);
    counts = larger(counts, response.filters);
  };
  for (const text of senses(query)) await add(text);
  for (const text of query.phrase === undefined ? fewerWords(query) : []) {
    if (results.size >= ENOUGH) break;
    await add(text);
  }
  return { results, counts };
}

/** The query as Pagefind is asked: the surest sense first, then each other one. */
export function senses(query: Query): string[] {
  if (query.phrase !== undefined) return [`"${query.phrase}"`];
  const terms = tellingTerms(query);
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

/** Of pages found by several queries, at least so many are in each section. */
function larger(
  counts: Readonly<Record<string, number>>,
  { section = {} }: FilterCounts,
): Record<string, number> {
  const names = new Set([...Object.keys(counts), ...Object.keys(section)]);
  return Object.fromEntries(
    [...names].map((name) => [name, Math.max(counts[name] ?? 0, section[name] ?? 0)]),
  );
}
