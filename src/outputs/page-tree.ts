/** The pages of a site as a tree, in the order of its menu. */
import type { MenuItem } from "../site/menus.ts";
import type { Site } from "../site/site.ts";
import type { OutputPage, OutputSite } from "./types.ts";

/** A page, a group of pages, or both. */
export interface PageNode {
  readonly name: string;
  /** Undefined for a group without a page of its own. */
  readonly page: OutputPage | undefined;
  readonly children: readonly PageNode[];
}

/** The group of pages that the menu does not name. */
const REST = "More pages";

/**
 * The menu with its pages; then the listed pages that it leaves out, in order of reading.
 * The home page is not in it. Each page is there once, where it is named first.
 */
export function pageTree({ site, pages }: OutputSite): PageNode[] {
  const left = new Map(
    pages.filter(({ page }) => page.isListed && page.kind !== "home").map((p) => [p.page.url, p]),
  );
  const take = (url: string | undefined): OutputPage | undefined => {
    const page = left.get(url ?? "");
    if (url !== undefined) left.delete(url);
    return page;
  };
  const menu = nodesOf(site.navigation.items, take);
  const rest = readingOrder(site).flatMap((url) => take(url) ?? []);
  const others = [...rest, ...left.values()].map(leaf);
  if (others.length === 0) return menu;
  return [...menu, { name: REST, page: undefined, children: others }];
}

/** A tree's pages, each before those below it. */
export function* pagesOf(nodes: readonly PageNode[]): Generator<OutputPage> {
  for (const { page, children } of nodes) {
    if (page !== undefined) yield page;
    yield* pagesOf(children);
  }
}

function nodesOf(
  items: readonly MenuItem[],
  take: (url: string | undefined) => OutputPage | undefined,
): PageNode[] {
  return items.flatMap(({ name, page, children }): PageNode[] => {
    const own = take(page?.url);
    const below = nodesOf(children, take);
    return own === undefined && below.length === 0 ? [] : [{ name, page: own, children: below }];
  });
}

function readingOrder({ sections, home }: Site): string[] {
  return sections.reading(home).map(({ url }) => url);
}

function leaf(page: OutputPage): PageNode {
  return { name: page.page.linkTitle, page, children: [] };
}
