/** What the makers of pages and the bundle of their layouts know of each other. */

import type { PrintView } from "../print/views.ts";
import type { NavBranch } from "../site/types.ts";
import type { ContentAddress } from "./page-addresses.ts";
import type { PageFrame } from "./page-entry.ts";

/** What the bundle needs to know of the files that were made with it. Addresses have the base path. */
export interface ShellLinks {
  /** The style sheets of all documents. */
  readonly styles: readonly string[];
  /** Scripts by the id that components know them by. */
  readonly scripts: Readonly<Record<string, string>>;
}

/** What is known of a page before it is made. */
export interface KnownParts {
  /** What stands in the place of the article; by default its HTML. */
  readonly article?: string | undefined;
  /** What is shown around it; made where it is not given. */
  readonly frame?: PageFrame | undefined;
  /** The pages of a print view; made where they are not given. */
  readonly view?: PrintView | undefined;
}

/** Makes documents of the project that is open (src/project/current.ts). */
export interface PageMaker {
  /** A document of the content. */
  page(address: ContentAddress, known?: KnownParts): Promise<string>;
  /** The page that is not there. */
  lost(): Promise<string>;
  /** A branch of the navigation by itself. */
  branch(items: readonly NavBranch[]): Promise<string>;
}

/** What the bundle exports. */
export interface ShellModule {
  createPageMaker(links: ShellLinks): PageMaker;
}
