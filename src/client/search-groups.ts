/** From what Pagefind found on a page to what the dialog shows of it. */
import { decodePlaces, PLACES_ELEMENT, type Places } from "../search/places.ts";
import { afterTitle, excerptOf, type Piece, type Words, wordsOf } from "./search-excerpt.ts";
import { coversMore, type Match, matchOf, outranks } from "./search-rank.ts";
import type { Anchor, Fragment, SubResult } from "./search-types.ts";

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
  readonly title: string;
  readonly trail: readonly string[];
  readonly rows: readonly Row[];
  /** How the best of them fits. */
  readonly best: Match | undefined;
}

/** Rows beyond these say the same again. */
const MAX_ROWS = 4;
const NO_PLACES: Places = { trail: [], parents: [], tabs: [] };

/** The results of a page for a query. */
export function groupOf(fragment: Fragment, query: string): Group {
  const page = pageOf(fragment);
  const found = fragment.sub_results.map((result) => {
    const section = page.sections.findIndex(({ id }) => id === result.anchor?.id);
    return { row: rowOf(page, result, section), match: matchIn(page, result, section, query) };
  });
  found.sort((a, b) => outranks(a.match, b.match));
  const rows = found.slice(0, MAX_ROWS).map(({ row }) => row);
  return { title: page.title, trail: page.places.trail, rows, best: found[0]?.match };
}

/**
 * An order for sorting groups: Pagefind's, but words that stand together in a section
 * go before words that are strewn over a page.
 */
export function groupsInOrder(a: Group, b: Group): number {
  if (a.best === undefined || b.best === undefined) return 0;
  return coversMore(a.best, b.best);
}

interface PageParts {
  readonly title: string;
  readonly words: Words;
  /** Headings and panels, in order; `places` counts them so. */
  readonly sections: readonly Anchor[];
  readonly places: Places;
}

function pageOf({ meta, anchors, raw_content }: Fragment): PageParts {
  const holder = anchors.find(({ element }) => element === PLACES_ELEMENT);
  const sections = anchors
    .filter(({ element, text }) => /^h\d$/i.test(element) && text.trim() !== "")
    .sort((a, b) => a.location - b.location);
  return {
    title: meta.title ?? "",
    words: wordsOf(raw_content),
    sections,
    places: decodePlaces(holder?.id ?? "") ?? NO_PLACES,
  };
}

function rowOf(page: PageParts, result: SubResult, section: number): Row {
  const own = page.sections[section];
  const start = afterTitle(page.words, own?.location ?? 0, own?.text ?? page.title);
  const excerpt = excerptOf(
    page.words,
    { start, end: endOf(page, section, start) },
    result.weighted_locations,
  );
  return { href: result.url, ...pathOf(page, section), excerpt };
}

/** Where a section ends; one without text of its own shows the sections within it. */
function endOf({ sections, places, words }: PageParts, section: number, start: number): number {
  let next = section + 1;
  const isEmpty = (sections[next]?.location ?? words.list.length) <= start;
  if (isEmpty && section >= 0) while ((places.parents[next] ?? -1) >= section) next++;
  return sections[next]?.location ?? words.list.length;
}

/** Headings and tab of a section: up through what it stands in. */
function pathOf(
  { sections, places, title }: PageParts,
  section: number,
): Pick<Row, "headings" | "tab"> {
  const headings: string[] = [];
  let tab: string | undefined;
  const seen = new Set<number>();
  for (let at = section; !seen.has(at); at = places.parents[at] ?? -1) {
    const text = sections[at]?.text;
    if (text === undefined) break;
    seen.add(at);
    if (!places.tabs.includes(at)) headings.unshift(text);
    // A panel's text is the whole path already.
    else tab ??= text;
  }
  return { headings: headings.length > 0 || tab !== undefined ? headings : [title], tab };
}

function matchIn(page: PageParts, result: SubResult, section: number, query: string): Match {
  const { list } = page.words;
  return matchOf(query, {
    title: page.sections[section]?.text ?? page.title,
    words: result.weighted_locations.map(({ location }) => list[location] ?? ""),
    weight: result.weighted_locations.reduce((sum, word) => sum + word.balanced_score, 0),
  });
}
