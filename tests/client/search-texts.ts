/** Little pages and vocabularies for tests of the search dialog. */
import { Lexicon } from "../../src/client/search-lexicon.ts";
import { type IndexedPage, indexPage } from "../../src/client/search-page.ts";
import type { Anchor, Fragment } from "../../src/client/search-types.ts";
import { encodePlaces, PLACES_ELEMENT, type Places } from "../../src/search/places.ts";

const NO_PLACES: Places = { trail: [], parents: [], tabs: [], names: [], weight: 0, rank: 0 };

/** A section of a page as Pagefind keeps it. */
export interface TestSection {
  readonly title: string;
  readonly text?: string;
  readonly id?: string;
}

/** A page as Pagefind finds it: title and intro, then sections one after the other. */
export function fragmentOf(
  title: string,
  intro: string,
  sections: readonly TestSection[],
  places: Partial<Places> | string = {},
  url = "/g/",
): Fragment {
  const anchors: Anchor[] = [];
  let content = [title, intro].filter((text) => text !== "").join(" ");
  for (const { title: heading, text = "", id = heading.toLowerCase() } of sections) {
    const location = content.split(/\s+/).length;
    anchors.push({ element: "h2", id, text: heading, location });
    content += ` ${heading}${text === "" ? "" : ` ${text}`}`;
  }
  const held =
    typeof places === "string"
      ? places
      : encodePlaces({ ...NO_PLACES, parents: sections.map(() => -1), ...places });
  anchors.reverse().push({ element: PLACES_ELEMENT, id: held, text: "", location: 0 });
  return { url, raw_content: content, meta: { title }, anchors };
}

/** The same, read. */
export function pageOf(...parts: Parameters<typeof fragmentOf>): IndexedPage {
  return indexPage(fragmentOf(...parts), lexiconOf(""));
}

/** The words of a text as those of a site with so many sections. */
export function lexiconOf(
  text: string,
  synonyms: readonly (readonly string[])[] = [],
  sections = 20,
): Lexicon {
  const words = new Map<string, number>();
  for (const word of text.split(/\s+/).filter((part) => part !== ""))
    words.set(word, (words.get(word) ?? 0) + 1);
  return new Lexicon({ language: "en", sections, words, synonyms });
}
