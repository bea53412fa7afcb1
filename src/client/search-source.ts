/**
 * Where search gets its files from: the one place that fetches them. An offline copy,
 * which cannot fetch, gives another source.
 */
import type { Pagefind } from "./search-types.ts";

/** The files of a search index. */
export interface SearchSource {
  /** Pagefind's own interface. Rejects if it is not there. */
  pagefind(): Promise<Pagefind>;
  /** The content of a JSON file beside it, by name. Rejects if it is not there. */
  data(name: string): Promise<unknown>;
}

/** The files as a site serves them below `base`, the path of its root with both slashes. */
export function servedSource(base: string): SearchSource {
  const folder = `${base}pagefind/`;
  return {
    pagefind: () => import(/* @vite-ignore */ `${folder}pagefind.js`) as Promise<Pagefind>,
    data: async (name) => {
      const response = await fetch(`${folder}${name}`);
      if (!response.ok) throw new Error(`${name}: ${response.status}`);
      return response.json();
    },
  };
}

/** The source of the page that is shown. */
export function pageSource(): SearchSource {
  return servedSource(document.documentElement.dataset.base ?? "/");
}
