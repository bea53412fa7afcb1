/** The parts of addresses, and the paths of the site that an author may mean by one. */
import { posix } from "node:path";
import type { Page } from "./types.ts";
import { normalUrl } from "./urls.ts";

/** What an address is for: to be gone to, to be shown, or to be loaded, as a video is. */
export type LinkKind = "link" | "image" | "file";

/** Where a link stands. */
export interface LinkOrigin {
  /** The page that shows it; undefined for a file that is no page. */
  readonly page: Page | undefined;
  /** The file that it is written in, from the site's root. */
  readonly file: string;
  readonly kind: LinkKind;
}

/** An address in its parts. */
export interface AddressParts {
  readonly path: string;
  /** With its `?`, as written; empty without one. */
  readonly query: string;
  /** With its `#`, as written; empty without one. */
  readonly hash: string;
  /** What the hash names, decoded; undefined without one. */
  readonly fragment: string | undefined;
}

/** Cuts an address without a host into its parts. */
export function splitAddress(href: string): AddressParts {
  const at = href.indexOf("#");
  const hash = at === -1 ? "" : href.slice(at);
  const fragment = at === -1 ? undefined : decoded(hash.slice(1));
  const rest = at === -1 ? href : href.slice(0, at);
  const mark = rest.indexOf("?");
  return mark === -1
    ? { path: rest, query: "", hash, fragment }
    : { path: rest.slice(0, mark), query: rest.slice(mark), hash, fragment };
}

/** A path with its escapes resolved; a path with a malformed escape stays as it is. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * The paths that an address can mean: from the root; as a browser takes it, from
 * the page's address; as an author may mean it, from the file; and from where the
 * page stood once.
 */
export function candidates(path: string, { page, file }: LinkOrigin): string[] {
  if (path.startsWith("/")) return [path];
  const bases = [
    ...(page === undefined ? [] : [page.url]),
    `${posix.dirname(file.replace(/^(content|data)\//, "/"))}/`,
    ...(page?.frontMatter.aliases ?? []).filter((alias) => alias.startsWith("/")).map(normalUrl),
  ];
  return [...new Set(bases.map((base) => joined(base, path)))];
}

/** A relative address from a base, as browsers join them; it cannot leave the site. */
function joined(base: string, path: string): string {
  const folder = base.slice(0, base.lastIndexOf("/") + 1);
  const absolute = posix.join("/", folder, path);
  return path.endsWith("/") || /(^|\/)\.{1,2}$/.test(path) ? `${absolute}/` : absolute;
}

/** A page's path below content/, without extension and index name, in lower case. */
export function contentKey(page: Page): string {
  return pathKey(page.path.replace(/^content\//, ""));
}

/** A content path as an author may write it: extension, index name, case and outer slashes do not count. */
export function pathKey(path: string): string {
  return path
    .replace(/^\/+|\/+$/g, "")
    .replace(/\.(md|markdown)$/i, "")
    .replace(/(^|\/)_?index$/i, "")
    .toLowerCase();
}
