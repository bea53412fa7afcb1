/**
 * What one page shows of the navigation: its own branch, open, and the tops of the
 * others, so that a page's weight does not grow with the site.
 */
import { createHash } from "node:crypto";
import type { MenuItem } from "./menus.ts";
import { type Neighbours, readingOrder } from "./reading.ts";
import type { Sections } from "./sections.ts";
import type { NavBranch, Navigation, Page } from "./types.ts";

/** A menu without the groups that lead to no page at all. */
function withoutEmpty(items: readonly MenuItem[]): MenuItem[] {
  return items
    .map((item) => ({ ...item, children: withoutEmpty(item.children) }))
    .filter(({ url, children }) => url !== undefined || children.length > 0);
}

/** The navigation of a site: its menu, or its sections where it has no menu. */
export class SiteNavigation {
  readonly items: readonly MenuItem[];
  readonly #neighbours: ReadonlyMap<Page, Neighbours>;
  /** The keys above each page's entry, outermost first, its own last. */
  readonly #paths = new Map<Page, readonly string[]>();
  readonly #byKey = new Map<string, MenuItem>();
  /** Names of branches that can be fetched, by key. */
  readonly #fragments = new Map<string, string>();
  readonly #names = new Set<string>();
  /** What is closed and not current is the same on all pages. */
  readonly #closed = new Map<MenuItem, NavBranch>();
  readonly #version: string;

  constructor(menu: readonly MenuItem[], sections: Sections, home: Page) {
    const shown = withoutEmpty(menu);
    this.items = shown.length > 0 ? shown : sectionItems(sections, home);
    this.#walk(this.items, []);
    this.#neighbours = readingOrder(this.items, sections, home);
    this.#version = versionOf(this.items);
  }

  /** The pages before and after one in the order of reading. */
  neighbours(page: Page): Neighbours {
    return this.#neighbours.get(page) ?? { previous: undefined, next: undefined };
  }

  /** The navigation as `page` shows it; `above` are the sections that it stands in. */
  forPage(page: Page, above: readonly Page[], href: (url: string) => string): Navigation {
    const path = this.#pathOf(page, above);
    return {
      version: this.#version,
      items: this.items.map((item) => this.#branch(item, path, page, href)),
    };
  }

  /** The branches that pages show closed: what is fetched when a reader opens one. */
  fragments(href: (url: string) => string): { name: string; items: NavBranch[] }[] {
    return [...this.#fragments].flatMap(([key, name]) => {
      const item = this.#byKey.get(key);
      if (item === undefined) return [];
      const open = this.#branch(item, new Set([key]), undefined, href);
      const overview = open.overview === undefined ? [] : [open.overview];
      return [{ name, items: [...overview, ...open.children] }];
    });
  }

  #branch(
    item: MenuItem,
    path: ReadonlySet<string>,
    page: Page | undefined,
    href: (url: string) => string,
  ): NavBranch {
    const isOpen = path.has(item.key) && item.children.length > 0;
    const isCurrent = page !== undefined && item.page === page;
    const isSame = !(isOpen || isCurrent);
    const known = isSame ? this.#closed.get(item) : undefined;
    if (known !== undefined) return known;
    const entry = entryUrl(item);
    const leaf = {
      key: item.key,
      name: item.name,
      url: item.url === undefined ? undefined : href(item.url),
      entry: entry === undefined ? undefined : href(entry),
      isCurrent,
      isOpen: false,
      overview: undefined,
      fragment: this.#fragments.get(item.key),
      hasChildren: false,
      children: [],
    };
    const branch = {
      ...leaf,
      isOpen,
      hasChildren: item.children.length > 0,
      overview: isOpen && item.url !== undefined ? { ...leaf, name: OVERVIEW } : undefined,
      children: isOpen ? item.children.map((child) => this.#branch(child, path, page, href)) : [],
    };
    if (isSame) this.#closed.set(item, branch);
    return branch;
  }

  /** A page outside of the menu opens the branch of its nearest section. */
  #pathOf(page: Page, above: readonly Page[]): ReadonlySet<string> {
    const known = [page, ...above.toReversed()].find((candidate) => this.#paths.has(candidate));
    return new Set(known === undefined ? [] : this.#paths.get(known));
  }

  /** A name that is safe in an address; the same key gives the same name. */
  #fragmentName(key: string): string {
    const plain =
      key
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-+|-+$/g, "") || "branch";
    let name = plain;
    for (let i = 2; this.#names.has(name); i++) name = `${plain}-${i}`;
    this.#names.add(name);
    return name;
  }

  #walk(items: readonly MenuItem[], above: readonly string[]): void {
    for (const item of items) {
      const path = [...above, item.key];
      if (item.page !== undefined && !this.#paths.has(item.page)) this.#paths.set(item.page, path);
      this.#byKey.set(item.key, item);
      if (item.children.length > 0) this.#fragments.set(item.key, this.#fragmentName(item.key));
      this.#walk(item.children, path);
    }
  }
}

/** What readers have kept of a menu is of no use once the menu is another one. */
function versionOf(items: readonly MenuItem[]): string {
  const hash = createHash("sha256");
  const add = (level: readonly MenuItem[]): void => {
    for (const { key, name, url, children } of level) {
      hash.update(JSON.stringify([key, name, url, children.length]));
      add(children);
    }
  };
  add(items);
  return hash.digest("hex").slice(0, 8);
}

/** The title of a branch's own page among its children. */
const OVERVIEW = "Overview";

/** The first page of a branch. */
function entryUrl(item: MenuItem): string | undefined {
  if (item.url !== undefined) return item.url;
  return item.children.map(entryUrl).find((url) => url !== undefined);
}

/** Sections as a menu; what has neither a file nor pages below it is left out. */
function sectionItems(sections: Sections, section: Page): MenuItem[] {
  return sections.children(section).flatMap((page): MenuItem[] => {
    const children = page.kind === "section" ? sectionItems(sections, page) : [];
    if (!page.isPublished && children.length === 0) return [];
    const url = page.isPublished ? page.url : undefined;
    const { weight } = page.frontMatter;
    return [{ key: page.url, name: page.linkTitle, url, weight, page, children }];
  });
}
