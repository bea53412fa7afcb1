/** The kinds of page that the shipped site has, each by one address, for tests of all of them. */
import { existsSync } from "node:fs";
import { join } from "node:path";

export interface PageKind {
  readonly name: string;
  /** From the site's root, without first slash. */
  readonly path: string;
}

/** The guide with the most text and the most nested tabs. */
export const LONG_GUIDE = "ingest-data/postgres/amazon-aurora/";

/** The page of the search, which has results only with a query. */
export const SEARCH_PAGE = "search/";

/** Every page of one section on one page. */
export const SECTION_PRINT = "ingest-data/print/";

/** An address without a page, so that hosts answer with 404.html. */
const LOST = "no/such/page/";

/** One page of every kind. */
export const PAGE_KINDS: readonly PageKind[] = [
  { name: "home page", path: "" },
  { name: "landing page", path: "ingest-data/postgres/" },
  { name: "long guide with nested tabs", path: LONG_GUIDE },
  { name: "SQL reference with a diagram", path: "sql/create-source/postgres/" },
  { name: "manual page with examples", path: "authoring/shortcodes/tabs/" },
  { name: "reference of diagnostics", path: "authoring/diagnostics/links/" },
  { name: "page that is not there", path: LOST },
  { name: "search page", path: SEARCH_PAGE },
  { name: "print view of a section", path: SECTION_PRINT },
];

/** Those of the kinds that the site in `folder` has. */
export function pageKindsIn(folder: string): readonly PageKind[] {
  return PAGE_KINDS.filter(
    ({ path }) => path === LOST || existsSync(join(folder, path, "index.html")),
  );
}
