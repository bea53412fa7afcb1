/** Searches as addresses: `…/search/?q=words&section=name`. */

export interface SearchState {
  readonly query: string;
  readonly section: string | undefined;
}

/** What an address asks for. */
export function stateOf({ searchParams }: URL): SearchState {
  const section = searchParams.get("section")?.trim();
  return { query: searchParams.get("q")?.trim() ?? "", section: section || undefined };
}

/** The address of a search at the page `url`; what else stands in its query is dropped. */
export function addressOf(url: URL, { query, section }: SearchState): URL {
  const address = new URL(url.pathname, url);
  if (query !== "") address.searchParams.set("q", query);
  if (section !== undefined) address.searchParams.set("section", section);
  return address;
}

/** The search page of this site, where it has one. */
export function searchPageUrl(): URL | undefined {
  const link = document.querySelector<HTMLAnchorElement>("a[data-search-page]");
  return link === null ? undefined : new URL(link.href);
}
