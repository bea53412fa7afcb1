/** From content paths to addresses. Hugo: resources/page/page_paths.go, common/paths/path.go. */
import type { Settings } from "./types.ts";

/** What a page's address is made of. */
export interface UrlParts {
  /** Path below content/ with extension: `guides/My first.md`. */
  readonly path: string;
  readonly kind: "home" | "section" | "page";
  readonly slug: string | undefined;
  readonly url: string | undefined;
}

type UrlSettings = Pick<Settings, "disablePathToLower" | "uglyURLs">;

/** Letters, marks, digits and what else Hugo keeps of a path. */
const DROPPED = /[^\p{L}\p{M}\p{N}./\\_#+~@-]/gu;

/** The path of a page from the site's root; it ends in `/` unless it names a file. */
export function pageUrl({ path, kind, slug, url }: UrlParts, settings: UrlSettings): string {
  if (url !== undefined && url !== "") return explicitUrl(url);
  const name = path.replace(/\.[^./]+$/, "").replace(/(^|\/)_?index$/, "");
  const segments = name.split("/").filter((segment) => segment !== "");
  if (slug !== undefined && kind === "page" && segments.length > 0) {
    segments[segments.length - 1] = slug.replace(/^-+|-+$/g, "");
  }
  const joined = segments.map((segment) => segmentUrl(segment, settings)).join("/");
  if (joined === "") return "/";
  return settings.uglyURLs && kind === "page" ? `/${joined}.html` : `/${joined}/`;
}

/**
 * Hugo: `url` is the whole path, taken as it is; with a dot anywhere and no slash at
 * its end it names a file.
 */
function explicitUrl(url: string): string {
  const path = `/${url}`.replace(/\/{2,}/g, "/");
  if (path.endsWith("/")) return path;
  return path.includes(".") ? path : `${path}/`;
}

/** One segment: lower case, blanks to hyphens, what is not allowed is dropped. */
export function segmentUrl(
  segment: string,
  { disablePathToLower }: Pick<UrlSettings, "disablePathToLower">,
): string {
  const cased = disablePathToLower ? segment : segment.toLowerCase();
  const kept = cased.replace(/\s+/g, "-").replace(DROPPED, "");
  return kept.replaceAll("#", "%23");
}

/** An alias as a path of the site, or why it is none. */
export type AliasUrl =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly reason: string };

/**
 * Hugo: `/x` counts from the root, `x` from the parent of the page's directory;
 * hugolib/alias.go.
 */
export function aliasUrl(alias: string, url: string): AliasUrl {
  const path = alias.trim();
  if (path === "") return { ok: false, reason: "it is empty" };
  const directory = url.endsWith("/") ? url : url.slice(0, url.lastIndexOf("/") + 1);
  const parent = directory.replace(/[^/]+\/$/, "");
  const from = path.startsWith("/") ? path : `${parent}${path}`;
  const segments: string[] = [];
  for (const segment of from.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return { ok: false, reason: "it leaves the site" };
  }
  if (segments.length === 0) return { ok: false, reason: "it is the home page" };
  const joined = `/${segments.join("/")}`;
  return { ok: true, url: joined.endsWith(".html") ? joined : `${joined}/` };
}

/** A path with one slash between segments, and one at its end unless it names a file. */
export function normalUrl(path: string): string {
  const single = `/${path}`.replace(/\/{2,}/g, "/");
  if (single.endsWith("/")) return single;
  return /\.[a-z0-9]+$/i.test(single) ? single : `${single}/`;
}
