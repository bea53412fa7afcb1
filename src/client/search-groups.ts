/** From pages that were found to the rows that the dialog shows. */
import { excerptOf, type Piece } from "./search-excerpt.ts";
import type { IndexedPage, PageSection } from "./search-page.ts";
import type { Query } from "./search-query.ts";
import { type Match, matchOf } from "./search-rank.ts";

/** One result: a section of a page. */
export interface Row {
  readonly href: string;
  /** Titles of the headings that lead here; the page's own title for its first lines. */
  readonly headings: readonly string[];
  /** The path of the tab that it stands in: "Cloud › SSH tunnel". */
  readonly tab: string | undefined;
  readonly excerpt: readonly Piece[];
}

/** The results of one page, best first. */
export interface Group {
  /** The page's address. */
  readonly url: string;
  readonly title: string;
  readonly trail: readonly string[];
  readonly rows: readonly Row[];
}

/** Pages that are shown if it is not said how many. */
const MAX_GROUPS = 12;
/** Rows of one page beyond these say the same again. */
const MAX_ROWS = 4;
/** What answers so much worse than the best of its page, or of all, is left out. */
const SHARE_OF_PAGE = 0.45;
const SHARE_OF_ALL = 0.2;

interface Found {
  readonly page: IndexedPage;
  readonly section: PageSection;
  readonly match: Match;
}

/**
 * The sections that answer a query, by page, best first. What stands on several pages
 * word for word is shown once, where it answers best.
 */
export function groupsFor(
  pages: readonly IndexedPage[],
  query: Query,
  limit: number = MAX_GROUPS,
): Group[] {
  const found = pages.flatMap((page) =>
    page.sections.map(
      (section): Found => ({ page, section, match: matchOf(query, page, section) }),
    ),
  );
  const ranked = found.filter(({ match }) => match.score > 0).sort(byScore);
  const best = ranked[0]?.match.score ?? 0;
  const byPage = new Map<IndexedPage, Found[]>();
  for (const one of distinct(ranked)) {
    if (one.match.score < best * SHARE_OF_ALL) break;
    byPage.set(one.page, [...(byPage.get(one.page) ?? []), one]);
  }
  return [...byPage.values()].slice(0, limit).map(groupOf);
}

function groupOf(found: readonly Found[]): Group {
  const [first] = found;
  const limit = (first?.match.score ?? 0) * SHARE_OF_PAGE;
  const shown = found.filter(({ match }) => match.score >= limit).slice(0, MAX_ROWS);
  return {
    url: first?.page.url ?? "",
    title: first?.page.title ?? "",
    trail: first?.page.trail ?? [],
    rows: shown.map(rowOf),
  };
}

function rowOf({ page, section, match }: Found): Row {
  const { href, headings, tab, range } = section;
  return { href, headings, tab, excerpt: excerptOf(page.words, range, match.places) };
}

/** Ties go to the page nearer to the root, then to the one that comes first by weight. */
function byScore(a: Found, b: Found): number {
  return (
    b.match.score - a.match.score ||
    depthOf(a.page.url) - depthOf(b.page.url) ||
    (a.page.weight || Number.MAX_VALUE) - (b.page.weight || Number.MAX_VALUE)
  );
}

function depthOf(url: string): number {
  return url.split("/").length;
}

function distinct(ranked: readonly Found[]): Found[] {
  const seen = new Set<string>();
  return ranked.filter(({ section: { digest } }) => {
    const isNew = !seen.has(digest);
    seen.add(digest);
    return isNew;
  });
}
