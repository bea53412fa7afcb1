/** Titles for tabs and search engines: each page of a site has one of its own. */
import type { Site } from "./site.ts";
import type { Page } from "./types.ts";

const SEPARATOR = " · ";

const known = new WeakMap<Site, ReadonlyMap<Page, string>>();

/**
 * A page's title with the site's after it. Where several pages have the same title, the
 * names of the sections above tell them apart, and where those are the same, the address.
 */
export function headTitle(site: Site, page: Page): string {
  let titles = known.get(site);
  if (titles === undefined) {
    titles = uniqueTitles(site);
    known.set(site, titles);
  }
  return withSite(titles.get(page) ?? ownTitle(page), site.settings.title);
}

/** A title with the site's after it, unless that is all that it says. */
export function withSite(title: string, siteTitle: string): string {
  return title === siteTitle ? title : `${title}${SEPARATOR}${siteTitle}`;
}

function ownTitle({ title, frontMatter: { params } }: Page): string {
  return typeof params.htmltitle === "string" && params.htmltitle !== "" ? params.htmltitle : title;
}

function uniqueTitles(site: Site): Map<Page, string> {
  const titles = new Map<Page, string>();
  const above = new Map<Page, string[]>();
  let open: readonly Page[] = site.pages;
  for (const page of open) {
    const sections = site.sections.ancestors(page).map(({ linkTitle }) => linkTitle);
    above.set(page, sections.reverse());
  }
  for (let depth = 0; open.length > 0; depth++) {
    const deepest = Math.max(...open.map((page) => above.get(page)?.length ?? 0));
    const named = (page: Page): string =>
      [ownTitle(page), ...(above.get(page) ?? []).slice(0, depth)].join(SEPARATOR);
    const groups = Map.groupBy(open, (page) => named(page).toLowerCase());
    const settled = [...groups.values()].filter(({ length }) => length === 1).flat();
    for (const page of settled) titles.set(page, named(page));
    open = open.filter((page) => !titles.has(page));
    if (depth < deepest) continue;
    // The first one keeps the title; the home page is among the first.
    for (const page of open) titles.set(page, `${named(page)}${SEPARATOR}${page.url}`);
    break;
  }
  return titles;
}
