/** The search index from the browser's side: loaded on first use, asked for groups of results. */
import { NAMES_META } from "../search/places.ts";
import { PAGES_FILE, type SitePages } from "../search/site-pages.ts";
import { decodeVocabulary, VOCABULARY_FILE } from "../search/vocabulary.ts";
import type { FoundWords } from "./found-words.ts";
import { type Group, groupsFor } from "./search-groups.ts";
import { Lexicon } from "./search-lexicon.ts";
import { type IndexedPage, indexPage } from "./search-page.ts";
import { foundWords, parseQuery, type Query } from "./search-query.ts";
import { type Candidates, retrieve } from "./search-retrieve.ts";
import { pageSource, type SearchSource } from "./search-source.ts";
import { type Suggestion, suggestionsFor } from "./search-suggest.ts";
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
  /** What is marked on the pages that results lead to. */
  readonly found: FoundWords;
  /** Other queries that find something, if this one does not. */
  readonly suggestions: readonly Suggestion[];
}

/** How a query is asked. */
export interface Asking {
  /** The top section to look in; undefined for all. */
  readonly section: string | undefined;
  /** How many pages are shown at most. */
  readonly limit?: number;
  /** Called with the best of the pages that were read first, while the others are on their way. */
  readonly onFirst?: (answer: Answer) => void;
}

/** An index that is ready. */
export interface Engine {
  /** Names of the top sections, none if all pages are in one. */
  readonly sections: readonly string[];
  search(query: string, asking: Asking): Promise<Answer>;
  /** The site's top sections and the addresses of its pages. */
  sitePages(): Promise<SitePages>;
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

let shared: Promise<Engine> | undefined;

/** The engine of the page that is shown, loaded once. After a failure the next call tries again. */
export function sharedEngine(): Promise<Engine> {
  shared ??= loadEngine(pageSource()).catch((error: unknown) => {
    shared = undefined;
    throw error;
  });
  return shared;
}

/** Loads an index. Rejects if it is not there. */
export async function loadEngine(source: SearchSource): Promise<Engine> {
  const [pagefind, vocabulary] = await Promise.all([
    openPagefind(source),
    source.data(VOCABULARY_FILE),
  ]);
  // Counts by section are known only after the filters are loaded.
  const names = Object.keys((await pagefind.filters()).section ?? {}).sort();
  const lexicon = new Lexicon(decodeVocabulary(vocabulary));
  const index: Index = { pagefind, lexicon, read: reader(lexicon), known: new Map() };
  let pages: Promise<SitePages> | undefined;
  return {
    sections: names.length > 1 ? names : [],
    search: (text, asking) => answer(index, text, asking),
    sitePages: () => {
      pages ??= source.data(PAGES_FILE) as Promise<SitePages>;
      return pages;
    },
  };
}

async function openPagefind(source: SearchSource): Promise<Pagefind> {
  const pagefind = await source.pagefind();
  await pagefind.options({ noWorker: true, ranking: RANKING });
  await pagefind.init();
  return pagefind;
}

interface Index {
  readonly pagefind: Pagefind;
  readonly lexicon: Lexicon;
  readonly read: (fragment: Fragment) => IndexedPage;
  readonly known: Map<string, Fragment>;
}

async function answer(index: Index, text: string, asking: Asking): Promise<Answer> {
  const { section, limit, onFirst } = asking;
  const query = parseQuery(text, index.lexicon);
  const answerOf = (found: Candidates): Answer => answerFor(index, query, found, limit);
  const found = await retrieve(index.pagefind, query, {
    section,
    known: index.known,
    onFirst: onFirst && ((first) => onFirst(answerOf(first))),
  });
  return answerOf(found);
}

function answerFor(
  { lexicon, read }: Index,
  query: Query,
  { fragments, pages, counts }: Candidates,
  limit: number | undefined,
): Answer {
  const groups = groupsFor(fragments.map(read), query, limit);
  const isFound = groups.length > 0;
  return {
    groups,
    pages: Math.max(pages, groups.length),
    counts,
    corrected: isFound ? query.corrected : undefined,
    found: foundWords(query),
    suggestions: isFound ? [] : suggestionsFor(query, lexicon),
  };
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
