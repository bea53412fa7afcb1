/** The search index of a whole site. */
import { setImmediate } from "node:timers/promises";
import { articleBytes } from "../site/article.ts";
import type { Article, Page, Settings } from "../site/types.ts";
import { utf8 } from "../text/utf8.ts";
import { startIndexThread } from "./index-thread.ts";
import type { SearchPage } from "./records.ts";
import { PAGES_FILE, sitePages } from "./site-pages.ts";

/** What search needs of a site that is open. */
export interface SearchableSite {
  readonly site: { readonly settings: Pick<Settings, "language" | "synonyms"> };
  /** The pages that have a file. */
  readonly publishedPages: readonly Page[];
  article(page: Page): Article;
}

/** Where a build keeps what it made of single pages. */
export interface SearchCache {
  readonly folder: string;
  /** What made the entries: another version takes none of them. */
  readonly version: string;
}

/**
 * The files of a site's index, by their path below `BASE/pagefind/`. Between two pages it
 * lets other work go on. Throws if the index cannot be made: a site without search is no
 * site. Throws the signal's reason once it is aborted.
 */
export async function searchFiles(
  site: SearchableSite,
  cache?: SearchCache,
  signal?: AbortSignal,
): Promise<Map<string, Uint8Array>> {
  const { language, synonyms } = site.site.settings;
  const index = startIndexThread({ language, synonyms, kept: cache });
  try {
    const sections = titlesBySection(site.publishedPages);
    // One after the other: the order of pages is part of the output.
    for (const page of site.publishedPages) {
      signal?.throwIfAborted();
      if (page.frontMatter.isSearched)
        index.add(searchPage(page, sections), articleBytes(site.article(page)));
      await setImmediate();
    }
    const bytes = utf8(JSON.stringify(sitePages(site.publishedPages)));
    return (await index.files()).set(PAGES_FILE, bytes);
  } finally {
    await index.close();
  }
}

/** A page as search shows it; `sections` are the titles of sections by URL. */
function searchPage(page: Page, sections: ReadonlyMap<string, string>): SearchPage {
  const { url, title, linkTitle, kind } = page;
  const { description, keywords, weight, params } = page.frontMatter;
  const rank = typeof params.pagerank === "number" ? params.pagerank : 0;
  const trail = urlsAbove(url).flatMap((above) => sections.get(above) ?? []);
  const own = kind === "section" ? linkTitle : undefined;
  const about = { title, name: linkTitle, keywords, description, weight, rank };
  return { url, ...about, trail, section: trail[0] ?? own };
}

/** The titles of sections by URL; the home page is above all, so it says nothing. */
function titlesBySection(pages: readonly Page[]): Map<string, string> {
  const sections = pages.filter(({ kind }) => kind === "section");
  return new Map(sections.map(({ url, linkTitle }) => [url, linkTitle]));
}

/** `/a/` and `/a/b/` of `/a/b/c/`. */
function urlsAbove(url: string): string[] {
  const above: string[] = [];
  for (
    let at = url.indexOf("/", 1);
    at !== -1 && at < url.length - 1;
    at = url.indexOf("/", at + 1)
  )
    above.push(url.slice(0, at + 1));
  return above;
}
