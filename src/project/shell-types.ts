/** What the makers of pages and the bundle of their layouts know of each other. */
import type { NavBranch } from "../site/types.ts";
import type { ContentAddress } from "./page-addresses.ts";

/** What the bundle needs to know of the files that were made with it. Addresses have the base path. */
export interface ShellLinks {
  /** The style sheets of all documents. */
  readonly styles: readonly string[];
  /** Scripts by the id that components know them by. */
  readonly scripts: Readonly<Record<string, string>>;
}

/** Makes documents of the project that is open (src/project/current.ts). */
export interface PageMaker {
  /** A document of the content; `article` stands in the place of a page's article, by default its HTML. */
  page(address: ContentAddress, article?: string): Promise<string>;
  /** The page that is not there. */
  lost(): Promise<string>;
  /** A branch of the navigation by itself. */
  branch(items: readonly NavBranch[]): Promise<string>;
}

/** What the bundle exports. */
export interface ShellModule {
  createPageMaker(links: ShellLinks): PageMaker;
}
