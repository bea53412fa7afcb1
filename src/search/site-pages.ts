/**
 * The addresses of a site, for the two places that need them without a query: the page
 * that is not there, and a search that found nothing. Written beside the index.
 */
import type { Page } from "../site/types.ts";

/** The file's path below `BASE/pagefind/`. */
export const PAGES_FILE = "waymark-pages.json";

/** An address from the site's root, without the base, and what stands there. */
export type PageAddress = readonly [url: string, title: string];

export interface SitePages {
  /** The sections and pages that stand right below the home page, in order. */
  readonly top: readonly PageAddress[];
  /** All pages that lists name, in order of address. */
  readonly pages: readonly PageAddress[];
}

/** The addresses of the pages that are published. */
export function sitePages(pages: readonly Page[]): SitePages {
  const shown = pages.filter(({ isListed, isPublished }) => isListed && isPublished);
  const isTop = ({ url, kind }: Page): boolean => kind !== "home" && /^\/[^/]+\/?$/.test(url);
  return {
    top: shown
      .filter(isTop)
      .sort((a, b) => weightOf(a) - weightOf(b) || compare(a.linkTitle, b.linkTitle))
      .map(({ url, linkTitle }) => [url, linkTitle]),
    pages: shown
      .map(({ url, title }): PageAddress => [url, title])
      .sort(([a], [b]) => compare(a, b)),
  };
}

/** Hugo: pages without a weight stand last. */
function weightOf({ frontMatter: { weight } }: Page): number {
  return weight === 0 ? Number.MAX_VALUE : weight;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
