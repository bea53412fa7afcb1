/** The search index from the browser's side: loaded on first use, asked for groups of results. */
import { NAMES_META } from "../search/places.ts";
import { decodeVocabulary, VOCABULARY_FILE } from "../search/vocabulary.ts";
import { type Group, groupsFor } from "./search-groups.ts";
import { Lexicon } from "./search-lexicon.ts";
import { type IndexedPage, indexPage } from "./search-page.ts";
import { parseQuery } from "./search-query.ts";
import { retrieve } from "./search-retrieve.ts";
import type { Fragment, Pagefind } from "./search-types.ts";

/** What a query found. */
export interface Answer {
  readonly groups: readonly Group[];
  /** Pages that fit, also those beyond `groups`. */
  readonly pages: number;
  /** Pages that fit in each top section, whichever is chosen. */
  readonly counts: Readonly<Record<string, number>>;
  /** The query with its slips mended, if that is what was asked for. */
  readonly corrected: string | undefined;
}

/** An index that is ready. */
export interface Engine {
  /** Names of the top sections, none if all pages are in one. */
  readonly sections: readonly string[];
  search(query: string, section: string | undefined): Promise<Answer>;
}

/**
 * Documentation: pages differ in length for no reason of their readers, exact words
 * mean more than similar ones, a title more than any text.
 */
const RANKING = {
  pageLength: 0.1,
  termFrequency: 0.1,
  termSaturation: 2,
  termSimilarity: 9,
  metaWeights: { title: 5, [NAMES_META]: 5 },
};

/** Loads the index below `base`. Rejects if it is not there. */
export async function loadEngine(base: string): Promise<Engine> {
  const folder = `${base}pagefind/`;
  const words = fetch(`${folder}${VOCABULARY_FILE}`).then((response) => response.json());
  const pagefind = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Pagefind;
  await pagefind.options({ noWorker: true, ranking: RANKING });
  await pagefind.init();
  // Counts by section are known only after the filters are loaded.
  const names = Object.keys((await pagefind.filters()).section ?? {}).sort();
  const lexicon = new Lexicon(decodeVocabulary(await words));
  const read = reader(lexicon);
  return {
    sections: names.length > 1 ? names : [],
    search: (text, section) => answer(pagefind, lexicon, read, text, section),
  };
}

async function answer(
  pagefind: Pagefind,
  lexicon: Lexicon,
  read: (fragment: Fragment) => IndexedPage,
  text: string,
  section: string | undefined,
): Promise<Answer> {
  const query = parseQuery(text, lexicon);
  const { fragments, pages, counts } = await retrieve(pagefind, query, section);
  const groups = groupsFor(fragments.map(read), query);
  const corrected = groups.length > 0 ? query.corrected : undefined;
  return { groups, pages: Math.max(pages, groups.length), counts, corrected };
}

/** Pages are read once, however often they are found. */
function reader(lexicon: Lexicon): (fragment: Fragment) => IndexedPage {
  const read = new Map<string, IndexedPage>();
  return (fragment) => {
    const known = read.get(fragment.url);
    if (known !== undefined) return known;
    const page = indexPage(fragment, lexicon);
    read.set(fragment.url, page);
    return page;
  };
}
