/** Addresses that lead where they should, by a way round: redirected, in other case, with too many slashes. */
import type { Complaint } from "../messages/found.ts";
import { type AddressParts, decoded } from "./link-paths.ts";
import type { ResolvedLink } from "./links.ts";
import type { Page } from "./types.ts";
import { contentName } from "./urls.ts";

/** What to tell of an address that was resolved; the suggestion can take its place as it is. */
export function remarkOn(
  href: string,
  parts: AddressParts,
  { kind, page, url }: ResolvedLink,
  isRedirected: boolean,
): Complaint | undefined {
  const { path, query, hash } = parts;
  if (kind !== "page" && kind !== "file") return undefined;
  const ending = `${query}${hash}`;
  const own = page?.url ?? decoded(url.slice(0, url.length - ending.length));
  const single = path.replace(/\/{2,}/g, "/");
  if (isRedirected) {
    const message = `Unexpected address "${href}", which is redirected to ${own}`;
    return { id: "link-redirected", message, suggestion: `${own}${ending}`, replaces: href };
  }
  const cased = inCaseOf(decoded(single), [own, page?.path.replace(/^content/, "") ?? own]);
  if (cased !== undefined) {
    const message = `Unexpected address "${href}", expected the case of ${own}`;
    return { id: "link-case", message, suggestion: `${cased}${ending}`, replaces: href };
  }
  if (single === path) return undefined;
  const message = `Unexpected doubled slash in "${href}", expected one`;
  return { id: "link-slashes", message, suggestion: `${single}${ending}`, replaces: href };
}

/** Whether a path from the root is a page's own, by address or by file. */
export function namesPage(path: string, page: Page): boolean {
  const bare = plain(path);
  const file = page.path.replace(/^content/, "");
  return [page.url, file, contentName(file)].some((name) => plain(name) === bare);
}

function plain(path: string): string {
  return trimmed(decoded(path).replace(/\/{2,}/g, "/")).toLowerCase();
}

/**
 * The path with the letters of the name that it ends like, if they differ in case; undefined
 * if it ends like none, or as one of them does. A relative path is the end of a name.
 */
function inCaseOf(path: string, names: readonly string[]): string | undefined {
  const end = trimmed(path.replace(/^(?:\.{0,2}\/)+/, ""));
  if (end === "") return undefined;
  const ends = names.map((name) => trimmed(decoded(name)).slice(-end.length));
  const near = ends.filter((name) => name.toLowerCase() === end.toLowerCase());
  if (near.length === 0 || near.includes(end)) return undefined;
  const at = path.lastIndexOf(end);
  return `${path.slice(0, at)}${near[0]}${path.slice(at + end.length)}`;
}

function trimmed(path: string): string {
  return path.replace(/\/+$/, "");
}
