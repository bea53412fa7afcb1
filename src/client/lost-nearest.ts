/** What an address meant that leads to no page: pages whose own addresses are near it. */
import type { PageAddress } from "../search/site-pages.ts";

export interface NearPage {
  readonly url: string;
  readonly title: string;
  /** It is the address itself, but for case, a slash, `.html` or `index.html`. */
  readonly isSame: boolean;
}

/** How near an address has to be, from 0 to 1, to be shown. */
const MIN_SHARE = 0.5;
/** What the name at the end of an address counts, beside the folders before it. */
const NAME_SHARE = 0.75;

/** The pages whose addresses are nearest to a path, both from the site's root; the nearest first. */
export function nearestPages(
  path: string,
  pages: readonly PageAddress[],
  count: number,
): NearPage[] {
  const wanted = segmentsOf(path);
  if (wanted.length === 0) return [];
  const scored = pages.map(([url, title]) => ({
    url,
    title,
    share: nearness(wanted, segmentsOf(url)),
  }));
  return scored
    .filter(({ share }) => share >= MIN_SHARE)
    .sort((a, b) => b.share - a.share || a.url.length - b.url.length)
    .slice(0, count)
    .map(({ url, title, share }) => ({ url, title, isSame: share === 1 }));
}

/** The words of an address that a search is asked for: those of its last name, with a letter in it. */
export function wordsOfPath(path: string): string {
  const names = segmentsOf(path).map((name) =>
    name.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => /\p{L}/u.test(word)),
  );
  return (names.findLast((words) => words.length > 0) ?? []).join(" ");
}

/** The names of an address in lower case, without what hosts add to the last one. */
function segmentsOf(path: string): string[] {
  const plain = decoded(path).toLowerCase();
  const names = plain.split("/").filter((name) => name !== "");
  const last = names.pop()?.replace(/(?:^|\.)(?:index\.)?(?:html?|md|php|aspx?)$/, "");
  return last === undefined || last === "" || last === "index" ? names : [...names, last];
}

/** A damaged escape stays as it is. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** 1 for the same names; less the less their letters are the same, the last name's above all. */
function nearness(wanted: readonly string[], names: readonly string[]): number {
  const [name = "", other = ""] = [wanted.at(-1), names.at(-1)];
  if (names.length === 0) return 0;
  const above = sharedPairs(wanted.slice(0, -1).join("/"), names.slice(0, -1).join("/"));
  return NAME_SHARE * sharedPairs(name, other) + (1 - NAME_SHARE) * above;
}

/** How many pairs of letters two names have in common, from 0 to 1 (Dice's coefficient). */
function sharedPairs(a: string, b: string): number {
  if (a === b) return 1;
  const pairs = (text: string): string[] =>
    Array.from({ length: text.length + 1 }, (_, at) => ` ${text} `.slice(at, at + 2));
  const left = pairs(b);
  const all = left.length + a.length + 1;
  let shared = 0;
  for (const pair of pairs(a)) {
    const at = left.indexOf(pair);
    if (at === -1) continue;
    left.splice(at, 1);
    shared++;
  }
  // Only what is the same counts as the same.
  return Math.min(0.99, (2 * shared) / all);
}
