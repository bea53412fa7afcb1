/**
 * Where the sections of a page stand, as the search dialog needs it. Pagefind 1.5
 * searches all metadata, so a path kept there would be found too; the id of an empty
 * element is kept with a page and is not searched. Used on both sides: the index
 * step writes, the dialog reads.
 */

/** The sections of a page by their number: headings and tab panels in the order of the record. */
export interface Places {
  /** Titles of the sections of the site above the page, outermost first. */
  readonly trail: readonly string[];
  /** For each section the number of the one that it stands in, -1 for none. */
  readonly parents: readonly number[];
  /** The numbers of those that are tab panels. */
  readonly tabs: readonly number[];
  /** What the page is called beside its title: its short name, its keywords. */
  readonly names: readonly string[];
  /** Its place among pages that say the same: the lower, the earlier. */
  readonly weight: number;
  /** By how many percent it counts more than others, or less. */
  readonly rank: number;
}

/** The element whose id holds the places. */
export const PLACES_ELEMENT = "data";

/** The metadata that holds a page's other names, so that they are searched too. */
export const NAMES_META = "names";

/** Places as the text of an id. Pagefind drops blanks from ids, so they are escaped. */
export function encodePlaces({ trail, parents, tabs, names, weight, rank }: Places): string {
  const json = JSON.stringify([trail, parents, tabs, names, weight, rank]);
  return json.replace(/\s/g, (blank) => `\\u${blank.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The places that an id holds, or undefined if it holds none. */
export function decodePlaces(id: string): Places | undefined {
  const [trail, parents, tabs, names, weight, rank] = parseArray(id);
  if (!isList(trail, isString) || !isList(parents, isNumber)) return undefined;
  if (!isList(tabs, isNumber) || !isList(names, isString)) return undefined;
  if (!isNumber(weight) || !isNumber(rank)) return undefined;
  return { trail, parents, tabs, names, weight, rank };
}

function parseArray(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function isList<T>(value: unknown, isItem: (item: unknown) => item is T): value is T[] {
  return Array.isArray(value) && value.every(isItem);
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}

function isNumber(value: unknown): value is number {
  return typeof value === "number";
}
