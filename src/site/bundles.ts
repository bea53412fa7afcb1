/** Kinds of content files by their paths. Hugo: content-management/page-bundles. */
import { dirname } from "node:path/posix";
import type { Page } from "./types.ts";

const MARKDOWN = /\.(?:md|markdown)$/i;

/** Whether a content path, or its name alone, is Markdown's. */
export function isMarkdown(path: string): boolean {
  return MARKDOWN.test(path);
}

/** The folders of leaf bundles: all below them belongs to their `index.md`. */
export class LeafBundles {
  readonly #folders: ReadonlySet<string>;

  /** `paths`: all files below content/. An `index.md` beside content/ itself is the home page. */
  constructor(paths: readonly string[]) {
    this.#folders = new Set(
      paths.filter((path) => /\/index\.(?:md|markdown)$/i.test(path)).map((path) => dirname(path)),
    );
  }

  /** The outermost bundle that a file stands in; undefined if it stands in none. */
  folderOf(path: string): string | undefined {
    let outermost: string | undefined;
    for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
      if (this.#folders.has(folder)) outermost = folder;
    }
    return outermost;
  }

  /** Whether a Markdown file is a page, and no part of another one's bundle. */
  isPage(path: string): boolean {
    const folder = this.folderOf(path);
    return folder === undefined || /^index\.[^/]+$/i.test(path.slice(folder.length + 1));
  }
}

/** The kind of the page of a path below content/. */
export function kindOf(path: string): Page["kind"] {
  if (/^_?index\.[^/]+$/i.test(path)) return "home";
  return /\/_index\.[^/]+$/i.test(path) ? "section" : "page";
}
