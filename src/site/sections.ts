/** The section tree: which section a page belongs to, and in what order pages stand. */
import { dirname } from "node:path/posix";
import type { Page } from "./types.ts";

/** Pages by where they stand in the content tree. */
export class Sections {
  readonly #byFolder = new Map<string, Page>();
  readonly #children = new Map<Page, Page[]>();

  constructor(pages: readonly Page[]) {
    for (const page of pages) if (page.kind !== "page") this.#byFolder.set(folderOf(page), page);
    for (const page of pages) {
      const section = this.parent(page);
      if (section === undefined || !page.isListed) continue;
      const children = this.#children.get(section);
      if (children === undefined) this.#children.set(section, [page]);
      else children.push(page);
    }
    for (const children of this.#children.values()) children.sort(byPageOrder);
  }

  /** Hugo: a page belongs to the nearest section above it; the home page to none. */
  parent(page: Page): Page | undefined {
    if (page.kind === "home") return undefined;
    const folder = page.kind === "page" ? pageFolder(page) : dirname(folderOf(page));
    for (let at = folder; ; at = dirname(at)) {
      const section = this.#byFolder.get(at);
      if (section !== undefined && section !== page) return section;
      if (at === "." || at === "/") return undefined;
    }
  }

  /** The sections above a page, outermost first, without the home page. */
  ancestors(page: Page): Page[] {
    const above: Page[] = [];
    for (let at = this.parent(page); at !== undefined; at = this.parent(at)) above.unshift(at);
    return above.filter(({ kind }) => kind !== "home");
  }

  /** A section's pages and subsections, in order. */
  children(section: Page): readonly Page[] {
    return this.#children.get(section) ?? [];
  }

  /** All listed pages below the home page, depth first: the order of reading. */
  reading(home: Page): Page[] {
    return this.children(home).flatMap((page) => [
      page,
      ...(page.kind === "section" ? this.reading(page) : []),
    ]);
  }
}

function folderOf(page: Page): string {
  return dirname(page.path);
}

/** A leaf bundle's folder is the page itself. */
function pageFolder(page: Page): string {
  return /\/index\.[^/]+$/.test(page.path) ? dirname(dirname(page.path)) : dirname(page.path);
}

/** Hugo: by weight with 0 last, date descending, link title, path (resources/page/pages_sort.go). */
function byPageOrder(a: Page, b: Page): number {
  const weight = (page: Page): number => page.frontMatter.weight || Number.MAX_VALUE;
  const date = (page: Page): number => page.frontMatter.date?.getTime() ?? 0;
  return (
    weight(a) - weight(b) ||
    date(b) - date(a) ||
    compare(a.linkTitle.toLowerCase(), b.linkTitle.toLowerCase()) ||
    compare(a.path, b.path)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
