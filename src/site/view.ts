/** Puts together what a layout shows of one page: one small function per field. */
import { listedPages } from "./listing.ts";
import { portable } from "./portable.ts";
import { sectionList } from "./section-list.ts";
import type { Site } from "./site.ts";
import type { Article, ChildLink, NavLink, Page, PageView } from "./types.ts";

/** The view of a page with its article. */
export function pageView(site: Site, page: Page, article: Article): PageView {
  const { previous, next } = site.navigation.neighbours(page);
  const above = site.sections.ancestors(page);
  return {
    page,
    article,
    url: site.links.href(page.url),
    canonical: canonicalOf(site, page),
    breadcrumbs: above
      .filter(({ isPublished }) => isPublished)
      .map((section) => linkOf(site, section)),
    previous: previous && linkOf(site, previous),
    next: next && linkOf(site, next),
    navigation: site.navigation.forPage(page, above, (url) => site.links.href(url)),
    children: childrenOf(site, page),
    list: sectionList(site, page),
  };
}

/** A page's absolute address, if the settings say where the site stands. */
export function canonicalOf(site: Site, page: Page): string | undefined {
  const { settings, links } = site;
  return settings.baseURL === undefined ? undefined : portable(site, links.href(page.url));
}

function linkOf(site: Site, page: Page): NavLink {
  return { title: page.linkTitle, url: site.links.href(page.url) };
}

function childrenOf(site: Site, page: Page): ChildLink[] {
  if (page.kind === "page" || page.frontMatter.list?.form === "none") return [];
  return listedPages(site, page).map((child) => ({ ...child, url: site.links.href(child.url) }));
}
