/** Sections that nobody wrote. Hugo: hugolib/content_map_page.go. */
import type { ContentPage } from "./content.ts";
import { titleOfName } from "./page.ts";
import type { FrontMatter, Page, Settings } from "./types.ts";
import { pageUrl } from "./urls.ts";

/**
 * The home page and the sections of top folders that have no page of their own.
 * A folder whose pages are all hidden from lists is no section, nor is a leaf bundle.
 */
export function generatedSections(
  pages: readonly ContentPage[],
  settings: Settings,
): ContentPage[] {
  const written = new Set(pages.map(({ page }) => page.path.replace(/\.[^./]+$/, "")));
  const wanted = new Set<string>();
  if (!pages.some(({ page }) => page.kind === "home")) wanted.add("_index");
  for (const { page } of pages) {
    const [, top, ...below] = page.path.split("/");
    const isBundle = written.has(`content/${top}/index`);
    if (below.length > 0 && page.isListed && !isBundle) wanted.add(`${top}/_index`);
  }
  return [...wanted]
    .filter((name) => !written.has(`content/${name}`))
    .map((name) => ({ page: generatedPage(name, settings), matter: undefined }));
}

/** `name`: the path below content/ that its file would have, without extension. */
function generatedPage(name: string, settings: Settings): Page {
  const kind = name === "_index" ? "home" : "section";
  const title = kind === "home" ? settings.title : titleOfName(name.split("/")[0] ?? "");
  return {
    path: `content/${name}`,
    source: undefined,
    kind,
    frontMatter: EMPTY,
    url: pageUrl({ path: `${name}.md`, kind, slug: undefined, url: undefined }, settings),
    title,
    linkTitle: title,
    isPublished: true,
    isListed: true,
    bodyStart: 0,
  };
}

const EMPTY: FrontMatter = {
  title: undefined,
  linkTitle: undefined,
  description: undefined,
  slug: undefined,
  url: undefined,
  weight: 0,
  draft: false,
  date: undefined,
  lastmod: undefined,
  aliases: [],
  layout: undefined,
  type: undefined,
  editURL: undefined,
  isInSitemap: true,
  keywords: [],
  isSearched: true,
  params: {},
};
