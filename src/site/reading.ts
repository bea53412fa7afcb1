/** The order in which pages are read: which one comes before and after each. */
import type { MenuItem } from "./menus.ts";
import type { Sections } from "./sections.ts";
import type { Page } from "./types.ts";

/** The pages before and after one. */
export interface Neighbours {
  readonly previous: Page | undefined;
  readonly next: Page | undefined;
}

/**
 * The neighbours of all published pages: in menu order; pages outside of the menu
 * have those of their own section that are outside too, in section order.
 */
export function readingOrder(
  items: readonly MenuItem[],
  sections: Sections,
  home: Page,
): Map<Page, Neighbours> {
  const inMenu = new Set(pagesOf(items));
  const neighbours = new Map<Page, Neighbours>();
  chain([...inMenu], neighbours);
  const bySection = Map.groupBy(
    sections.reading(home).filter((page) => page.isPublished && !inMenu.has(page)),
    (page) => sections.parent(page),
  );
  for (const pages of bySection.values()) chain(pages, neighbours);
  return neighbours;
}

/** The published pages of a menu, each where it is named first. */
function* pagesOf(items: readonly MenuItem[]): Generator<Page> {
  for (const { page, children } of items) {
    if (page?.isPublished) yield page;
    yield* pagesOf(children);
  }
}

function chain(pages: readonly Page[], neighbours: Map<Page, Neighbours>): void {
  for (const [at, page] of pages.entries()) {
    neighbours.set(page, { previous: pages[at - 1], next: pages[at + 1] });
  }
}
