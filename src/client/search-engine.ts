/** The search index from the browser's side: loaded on first use, asked for groups of results. */
import { type Group, groupOf, groupsInOrder } from "./search-groups.ts";
import { plainQuery } from "./search-query.ts";
import { knownWords, suggestionFor } from "./search-suggest.ts";
import type { Fragment, Pagefind, Response } from "./search-types.ts";

/** What a query found. */
export interface Answer {
  readonly groups: readonly Group[];
  /** Pages that fit, also those beyond `groups`. */
  readonly pages: number;
  /** Pages that fit in each top section, whichever is chosen. */
  readonly counts: Readonly<Record<string, number>>;
  /** For a query that found nothing: the nearest one of words that the site has. */
  readonly suggestion: string | undefined;
}

/** An index that is ready. */
export interface Engine {
  /** Names of the top sections, none if all pages are in one. */
  readonly sections: readonly string[];
  search(query: string, section: string | undefined): Promise<Answer>;
}

const MAX_PAGES = 12;

/**
 * Documentation: pages differ in length for no reason of their readers, exact words
 * mean more than similar ones, a title more than any text.
 */
const RANKING = {
  pageLength: 0.1,
  termFrequency: 0.1,
  termSaturation: 2,
  termSimilarity: 9,
  metaWeights: { title: 5 },
};

/** Loads the index below `base`. Rejects if it is not there. */
export async function loadEngine(base: string): Promise<Engine> {
  const url = `${base}pagefind/pagefind.js`;
  const pagefind = (await import(/* @vite-ignore */ url)) as Pagefind;
  await pagefind.options({ noWorker: true, ranking: RANKING });
  await pagefind.init();
  // Counts by section are known only after the filters are loaded.
  const names = Object.keys((await pagefind.filters()).section ?? {}).sort();
  return {
    sections: names.length > 1 ? names : [],
    search: (query, section) => answer(pagefind, plainQuery(query), section),
  };
}

async function answer(
  pagefind: Pagefind,
  query: string,
  section: string | undefined,
): Promise<Answer> {
  const all = await pagefind.search(query);
  const shown =
    section === undefined ? all : await pagefind.search(query, { filters: { section } });
  const fragments = await load(shown, MAX_PAGES);
  const groups = fragments.map((fragment) => groupOf(fragment, query));
  return {
    groups: groups.filter(({ rows }) => rows.length > 0).sort(groupsInOrder),
    pages: shown.results.length,
    counts: all.filters.section ?? {},
    suggestion: all.results.length === 0 ? await suggestion(pagefind, query) : undefined,
  };
}

async function load({ results }: Response, count: number): Promise<Fragment[]> {
  return Promise.all(results.slice(0, count).map((result) => result.data()));
}

/** The site's words are known by page only, so those of pages with the same first letter are asked. */
async function suggestion(pagefind: Pagefind, query: string): Promise<string | undefined> {
  const first = /[\p{L}\p{N}]/u.exec(query)?.[0];
  if (first === undefined) return undefined;
  const fragments = await load(await pagefind.search(first), MAX_PAGES);
  return suggestionFor(query, knownWords(fragments));
}
