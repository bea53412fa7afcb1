/**
 * What one page shows of the navigation: its own branch, open, and the tops of the
 * others, so that a page's weight does not grow with the site.
 */
import type { MenuItem } from "./menus.ts";
import type { Sections } from "./sections.ts";
import type { NavBranch, Navigation, Page } from "./types.ts";

/** The navigation of a site: its menu, or its sections where it has no menu. */
export class SiteNavigation {
  readonly items: readonly MenuItem[];
  readonly #reading: readonly Page[];
  /** The keys above each page's entry, outermost first, its own last. */
  readonly #paths = new Map<Page, readonly string[]>();
  readonly #byKey = new Map<string, MenuItem>();

  constructor(menu: readonly MenuItem[], sections: Sections, home: Page) {
    this.items = menu.length > 0 ? menu : sectionItems(sections, home);
    this.#walk(this.items, []);
    const listed = flatten(this.items).flatMap(({ page }) => (page?.isPublished ? [page] : []));
    const others = sections
      .reading(home)
      .filter((page) => page.isPublished && !listed.includes(page));
    this.#reading = menu.length > 0 ? [...new Set(listed)] : [...new Set([...listed, ...others])];
  }

  /** The pages before and after one, in menu order. */
  neighbours(page: Page): { previous: Page | undefined; next: Page | undefined } {
    const at = this.#reading.indexOf(page);
    if (at === -1) return { previous: undefined, next: undefined };
    return { previous: this.#reading[at - 1], next: this.#reading[at + 1] };
  }

  /** The navigation as `page` shows it; `above` are the sections that it stands in. */
  forPage(page: Page, above: readonly Page[], href: (url: string) => string): Navigation {
    const path = this.#pathOf(page, above);
    return { items: this.items.map((item) => branch(item, path, page, href)) };
  }

  /** Every entry that has children, for loading on demand. */
  branches(): MenuItem[] {
    return [...this.#byKey.values()].filter(({ children }) => children.length > 0);
  }

  /** A page outside of the menu opens the branch of its nearest section. */
  #pathOf(page: Page, above: readonly Page[]): ReadonlySet<string> {
    const known = [page, ...above.toReversed()].find((candidate) => this.#paths.has(candidate));
    return new Set(known === undefined ? [] : this.#paths.get(known));
  }

  #walk(items: readonly MenuItem[], above: readonly string[]): void {
    for (const item of items) {
      const path = [...above, item.key];
      if (item.page !== undefined && !this.#paths.has(item.page)) this.#paths.set(item.page, path);
      this.#byKey.set(item.key, item);
      this.#walk(item.children, path);
    }
  }
}

function branch(
  item: MenuItem,
  path: ReadonlySet<string>,
  page: Page,
  href: (url: string) => string,
): NavBranch {
  const isOpen = path.has(item.key);
  return {
    key: item.key,
    name: item.name,
    url: item.url === undefined ? undefined : href(item.url),
    isCurrent: item.page === page,
    isOpen,
    hasChildren: item.children.length > 0,
    children: isOpen ? item.children.map((child) => branch(child, path, page, href)) : [],
  };
}

/** A branch's children, closed: what is loaded on demand. */
export function closedChildren(item: MenuItem, href: (url: string) => string): NavBranch[] {
  return item.children.map((child) => ({
    key: child.key,
    name: child.name,
    url: child.url === undefined ? undefined : href(child.url),
    isCurrent: false,
    isOpen: false,
    hasChildren: child.children.length > 0,
    children: [],
  }));
}

function sectionItems(sections: Sections, section: Page): MenuItem[] {
  return sections.children(section).map((page) => ({
    key: page.url,
    name: page.linkTitle,
    url: page.url,
    weight: page.frontMatter.weight,
    page,
    children: page.kind === "section" ? sectionItems(sections, page) : [],
  }));
}

function flatten(items: readonly MenuItem[]): MenuItem[] {
  return items.flatMap((item) => [item, ...flatten(item.children)]);
}
