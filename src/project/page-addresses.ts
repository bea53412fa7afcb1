/** The addresses of a site at which documents stand, and the file of each. */
import { printUrl, printViews } from "../print/views.ts";
import { hasSearchPage, SEARCH_URL } from "../site/search-page.ts";
import type { Site } from "../site/site.ts";
import type { Project } from "./project.ts";

/** A document of the content. Addresses have no base path. */
export interface ContentAddress {
  readonly kind: "page" | "alias" | "print" | "search";
  /** Of the page or the alias; for a print view that of its section. */
  readonly url: string;
  /** The address of the print view. */
  readonly printed: string | undefined;
}

/** Pages, aliases, print views and the search page, in this order. */
export function contentAddresses({ site, publishedPages }: Project): ContentAddress[] {
  const address = (kind: ContentAddress["kind"], url: string, printed?: string) => ({
    kind,
    url,
    printed,
  });
  return [
    ...publishedPages.map(({ url }) => address("page", url)),
    ...[...site.aliases.keys()].map((url) => address("alias", url)),
    ...[...printViews(site)].map(([from, { url }]) => address("print", url, from)),
    ...(hasSearchPage(site) ? [address("search", SEARCH_URL)] : []),
  ];
}

/** Whether something stands at an address that another version of the site had. */
export function isThere(site: Site, { kind, url, printed }: ContentAddress): boolean {
  const page = site.byUrl.get(url);
  if (kind === "search") return hasSearchPage(site);
  if (kind === "alias") return site.aliases.has(url);
  if (kind === "print") return page !== undefined && printUrl(site, page) === printed;
  return page !== undefined;
}

/**
 * Gives the file of each address within the built site: `/a/` is `a/index.html`, `/a.html` is
 * itself. Where a folder must have the name of such a file, hosts find the page within it.
 */
export function fileNames(urls: readonly string[]): (url: string) => string {
  const folders = new Set<string>();
  for (const url of urls) {
    for (let folder = above(url); folder !== "" && !folders.has(folder); folder = above(folder))
      folders.add(folder);
  }
  return (url) => {
    if (url.endsWith("/")) return `${url.slice(1)}index.html`;
    return folders.has(url) ? `${url.slice(1)}/index.html` : url.slice(1);
  };
}

function above(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
