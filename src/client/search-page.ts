/** A page that Pagefind found, as sections whose words can be asked for. */
import { decodePlaces, PLACES_ELEMENT, type Places } from "../search/places.ts";
import { wordsIn } from "../search/words.ts";
import { afterTitle, type WordRange, type Words, wordsOf } from "./search-excerpt.ts";
import type { Anchor, Fragment } from "./search-types.ts";
import { type WordForms, WordIndex } from "./search-word-index.ts";

/** A section of a page: what stands before its first heading, below a heading, in a tab. */
export interface PageSection {
  readonly href: string;
  /** Titles of the headings that lead here; the page's own title for its first lines. */
  readonly headings: readonly string[];
  /** The path of the tab that it stands in: "Cloud › SSH tunnel". */
  readonly tab: string | undefined;
  /** Its own name, and other ones. */
  readonly names: readonly WordIndex[];
  /** Headings and tabs that it stands in, without the page's title. */
  readonly above: WordIndex;
  readonly body: WordIndex;
  /** The page's words that an excerpt is cut from. */
  readonly range: WordRange;
  /** The same for sections that say the same. */
  readonly digest: string;
  /** 0 for the page's first lines, then 1 and more. */
  readonly depth: number;
}

export interface IndexedPage {
  readonly url: string;
  readonly title: string;
  readonly trail: readonly string[];
  /** Its place among pages that say the same. */
  readonly weight: number;
  /** What its sections' scores are multiplied with. */
  readonly factor: number;
  /** Title, short name and keywords, each for itself. */
  readonly names: readonly WordIndex[];
  /** Titles of the sections of the site above it. */
  readonly above: WordIndex;
  readonly words: Words;
  readonly sections: readonly PageSection[];
}

const NO_PLACES: Places = { trail: [], parents: [], tabs: [], names: [], weight: 0, rank: 0 };
/** "A. Configure", "1. Enable": the waypoint is no word of the name. */
const WAYPOINT = /^(?:[A-Z]|\d{1,2})\.\s+/;

/** Reads a page. */
export function indexPage(fragment: Fragment, forms: WordForms): IndexedPage {
  const { meta, anchors, raw_content, url } = fragment;
  const holder = anchors.find(({ element }) => element === PLACES_ELEMENT);
  const places = decodePlaces(holder?.id ?? "") ?? NO_PLACES;
  const title = meta.title ?? "";
  const words = wordsOf(raw_content);
  const indexOf = (text: string): WordIndex => new WordIndex(wordsIn(text), forms);
  const names = [title, ...places.names].map((name) => indexOf(withoutWaypoint(name)));
  const headings = anchors
    .filter(({ element, text }) => /^h\d$/i.test(element) && text.trim() !== "")
    .sort((a, b) => a.location - b.location);
  const parts: PageParts = { url, title, words, headings, places, names, indexOf, forms };
  const first = sectionOf(parts, -1);
  const sections = [first, ...headings.map((_, index) => sectionOf(parts, index))];
  const above = indexOf(places.trail.join(" "));
  const { trail, weight, rank } = places;
  const factor = Math.max(0, 1 + rank / 100);
  return { url, title, trail, weight, factor, names, above, words, sections };
}

interface PageParts {
  readonly url: string;
  readonly title: string;
  readonly words: Words;
  /** Headings and panels, in order; `places` counts them so. */
  readonly headings: readonly Anchor[];
  readonly places: Places;
  readonly names: readonly WordIndex[];
  readonly indexOf: (text: string) => WordIndex;
  readonly forms: WordForms;
}

function sectionOf(parts: PageParts, index: number): PageSection {
  const { words, headings, names, title, url, indexOf, forms } = parts;
  const own = headings[index];
  const start = afterTitle(words, own?.location ?? 0, own?.text ?? title);
  const end = headings[index + 1]?.location ?? words.list.length;
  const path = pathOf(parts, index);
  const ownName = path.tab !== undefined && own?.text === path.tab ? lastOf(path.tab) : own?.text;
  const above = [...path.headings, ...(path.tab === undefined ? [] : [path.tab])];
  const text = words.list.slice(start, end);
  return {
    href: own === undefined ? url : `${url}#${own.id}`,
    ...path,
    names: ownName === undefined ? names : [indexOf(withoutWaypoint(ownName))],
    above: indexOf(above.filter((name) => name !== own?.text && name !== title).join(" ")),
    body: WordIndex.at(text, start, forms),
    range: { start, end: shownEnd(parts, index, start, end) },
    digest: `${ownName ?? title}\n${text.join(" ")}`,
    depth: path.headings.length - (own === undefined ? 1 : 0),
  };
}

/** One without text of its own shows the sections within it. */
function shownEnd(
  { headings, places, words }: PageParts,
  index: number,
  start: number,
  end: number,
): number {
  if (end > start || index < 0) return end;
  let next = index + 1;
  while ((places.parents[next] ?? -1) >= index) next++;
  return headings[next]?.location ?? words.list.length;
}

/** Headings and tab of a section: up through what it stands in. */
function pathOf(
  { headings: all, places, title }: PageParts,
  section: number,
): Pick<PageSection, "headings" | "tab"> {
  const headings: string[] = [];
  let tab: string | undefined;
  const seen = new Set<number>();
  for (let at = section; !seen.has(at); at = places.parents[at] ?? -1) {
    const text = all[at]?.text;
    if (text === undefined) break;
    seen.add(at);
    if (!places.tabs.includes(at)) headings.unshift(text);
    // A panel's text is the whole path already.
    else tab ??= text;
  }
  return { headings: headings.length > 0 || tab !== undefined ? headings : [title], tab };
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf("›") + 1);
}

function withoutWaypoint(name: string): string {
  return name.replace(WAYPOINT, "");
}
