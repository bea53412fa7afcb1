/** The search page: a page of the generator's own, unless the site has something at its address. */
import type { Site } from "./site.ts";

/** Its address, without the base. */
export const SEARCH_URL = "/search/";

/** What of a site can stand at an address. */
type Addresses = Pick<Site, "byUrl" | "aliases" | "files">;

/**
 * Whether the search page stands at its address. What the site has there itself comes
 * first: a page, an alias, a static file.
 */
export function hasSearchPage({ byUrl, aliases, files }: Addresses): boolean {
  const isTaken = [SEARCH_URL, SEARCH_URL.slice(0, -1)].some(
    (url) => byUrl.has(url) || aliases.has(url),
  );
  return !(isTaken || files.has(`${SEARCH_URL}index.html`) || files.has(SEARCH_URL.slice(0, -1)));
}
