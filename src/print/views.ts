/** Which sections have a print view, where it stands, and what is on it. */

import { sectionAt } from "../site/listing.ts";
import type { MenuItem } from "../site/menus.ts";
import { portable } from "../site/portable.ts";
import type { Site } from "../site/site.ts";
import type { Article, Page } from "../site/types.ts";
import { canonicalOf } from "../site/view.ts";
import { articleWithin, idWithin } from "./article.ts";

/** More pages make a document that browsers are slow to lay out; the settings can ask for it. */
export const MAX_PAGES = 100;

/** A page of a view. */
export interface PrintPage {
  /** The id of its place. */
  readonly id: string;
  readonly title: string;
  readonly description: string | undefined;
  /** With the base path. */
  readonly url: string;
  /** What paper shows of it: absolute if the settings say where the site stands. */
  readonly address: string;
  /** When it was changed last; undefined if nobody knows. */
  readonly changed: Date | undefined;
  readonly html: string;
}

/** What a view takes of the pages. */
export interface PageSource {
  article(page: Page): Article;
  lastChanged(page: Page): Date | undefined;
}

/** A section with all its pages as one document. */
export interface PrintView {
  /** The section's own text comes first. */
  readonly own: PrintPage;
  readonly pages: readonly PrintPage[];
}

/** The address of a section's print view, without base path; undefined if it has none. */
export function printUrl(site: Site, section: Page): string | undefined {
  if (section.kind === "page" || !section.isPublished) return undefined;
  const url = `${section.url.replace(/(?:\/index)?\.html$|\/$/, "")}/print/`;
  // A page, an alias or a file of the site goes first.
  const isTaken =
    site.byUrl.has(url) || site.aliases.has(url) || site.files.has(`${url}index.html`);
  return isTaken || !isWanted(site, section) ? undefined : url;
}

function isWanted(site: Site, section: Page): boolean {
  const { printViews } = site.settings;
  const count = site.sections.reading(section).filter(({ isPublished }) => isPublished).length;
  if (count === 0 || printViews === false) return false;
  return printViews === true
    ? count <= MAX_PAGES
    : printViews.some((url) => sectionAt(site, url) === section);
}

/** All print views of a site: addresses with their sections. */
export function printViews(site: Site): Map<string, Page> {
  const views = new Map<string, Page>();
  for (const page of site.pages) {
    const url = printUrl(site, page);
    if (url !== undefined) views.set(url, page);
  }
  return views;
}

/** The pages of a section's print view, its own first. */
export function printedPages(site: Site, section: Page): Page[] {
  return [section, ...pagesBelow(site, section)];
}

/** A section's pages below it: in the order of the menu, then those outside of it. */
function pagesBelow(site: Site, section: Page): Page[] {
  const places = placesIn(site);
  const place = (page: Page): number => places.get(page) ?? places.size;
  return site.sections
    .reading(section)
    .filter(({ isPublished }) => isPublished)
    .sort((a, b) => place(a) - place(b));
}

/** The order of the menus' pages; the same for all sections of a site. */
const placesOf = new WeakMap<Site["navigation"], ReadonlyMap<Page, number>>();

function placesIn({ navigation }: Site): ReadonlyMap<Page, number> {
  const known = placesOf.get(navigation);
  if (known !== undefined) return known;
  const places = new Map<Page, number>();
  const walk = (items: readonly MenuItem[]): void => {
    for (const { page, children } of items) {
      if (page !== undefined && !places.has(page)) places.set(page, places.size);
      walk(children);
    }
  };
  walk(navigation.items);
  placesOf.set(navigation, places);
  return places;
}

/** A section's print view. */
export function printView(site: Site, section: Page, source: PageSource): PrintView {
  const pages = printedPages(site, section);
  const ids = idsOf(pages, section);
  const byUrl = new Map([...ids.keys()].map((page) => [site.links.href(page.url), page]));
  const { baseURL, base } = site.settings;
  const placeOf = (href: string): string | undefined => {
    const [path = "", fragment] = href.replace(/\?[^#]*/, "").split("#", 2);
    const page = byUrl.get(path) ?? byUrl.get(decodePath(path));
    const id = page && ids.get(page);
    if (page === undefined || id === undefined) return undefined;
    const isKnown = fragment !== undefined && source.article(page).ids.has(decodePath(fragment));
    return `#${isKnown ? idWithin(id, fragment) : id}`;
  };
  const addressOf = (path: string): string | undefined =>
    baseURL === undefined || !path.startsWith(base) ? undefined : portable(site, path);
  const shown = (page: Page, shift: number): PrintPage => {
    const { html, ids: own } = source.article(page);
    const url = site.links.href(page.url);
    const id = ids.get(page) ?? "";
    const around = { prefix: id, ids: own, shift, url, placeOf, addressOf };
    return {
      id,
      title: page.title,
      description: page.frontMatter.description,
      url,
      address: canonicalOf(site, page) ?? url,
      changed: source.lastChanged(page),
      html: articleWithin(html, around),
    };
  };
  return { own: shown(section, 0), pages: pages.slice(1).map((page) => shown(page, 1)) };
}

/** An id for each page: its address below the section, without what joins ids. */
function idsOf(pages: readonly Page[], section: Page): Map<Page, string> {
  const ids = new Map<Page, string>();
  const taken = new Set<string>();
  for (const page of pages) {
    const path = page.url.startsWith(section.url) ? page.url.slice(section.url.length) : page.url;
    const words = decodePath(path).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
    const plain = ["page", ...words].join("-");
    let id = plain;
    for (let i = 2; taken.has(id); i++) id = `${plain}-${i}`;
    taken.add(id);
    ids.set(page, id);
  }
  return ids;
}

function decodePath(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
