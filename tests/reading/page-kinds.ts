/** The kinds of page that the shipped site has, each by one address, for tests of all of them. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dirname } from "node:path/posix";

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
export const SECTION_PRINT = "ingest-data/network-security/print/";

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

/** The paths of all pages of the site in `folder`: no aliases, no parts of pages. */
export function pagesIn(folder: string): string[] {
  return globSync("**/index.html", { cwd: folder })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => !file.startsWith("_"))
    .filter((file) => !/http-equiv="?refresh/.test(readFileSync(join(folder, file), "utf8")))
    .map((file) => (file === "index.html" ? "" : `${dirname(file)}/`))
    .sort();
}

/** The paths of the print views among them. */
export function printViews(folder: string): string[] {
  return pagesIn(folder).filter((path) => /(?:^|\/)print\/$/.test(path));
}
