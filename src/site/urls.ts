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

type UrlSettings = Pick<Settings, "disablePathToLower" | "uglyURLs" | "uglySections">;

/** The path of a page from the site's root; it ends in `/` unless it names a file. */
export function pageUrl({ path, kind, slug, url }: UrlParts, settings: UrlSettings): string {
  if (url !== undefined && url.trim() !== "") return explicitUrl(url.trim());
  const segments = contentName(path).split("/");
  const trimmedSlug = slug?.replace(/^-+|-+$/g, "");
  if (trimmedSlug && kind === "page") segments.splice(-1, 1, trimmedSlug);
  const joined = sanitizedPath(segments.join("/"), settings);
  if (joined === "") return "/";
  return kind === "page" && isUgly(path, settings) ? `/${joined}.html` : `/${joined}/`;
}

/** A path below content/ without its extension and its index name; empty for the home page. */
export function contentName(path: string): string {
  return path.replace(/\.[^./]+$/, "").replace(/(?:^|\/)_?index$/i, "");
}

/**
 * A path by Hugo's rules: lower case, a run of blanks is one hyphen, none beside one; what is
 * neither letter, mark, digit nor one of `./\_#+~-@` is dropped unless it is an
 * escape of an address. `#` is escaped, since it would start a fragment.
 */
export function sanitizedPath(
  path: string,
  { disablePathToLower }: Pick<UrlSettings, "disablePathToLower">,
): string {
  const cased = disablePathToLower ? path : path.toLowerCase();
  const kept = cased.match(/%[0-9a-f]{2}|[\p{L}\p{M}\p{Nd}./\\_#+~@\s-]/giu) ?? [];
  return kept
    .join("")
    .trim()
    .replace(/-\s+|\s+(?=-)/g, (run) => (run.startsWith("-") ? "-" : ""))
    .replace(/\s+/g, "-")
    .replaceAll("#", "%23")
    .split("/")
    .filter((segment) => segment !== "")
    .join("/");
}

/** Why a text of front matter cannot be an address of the site; undefined if it can. */
export function urlFault(url: string): string | undefined {
  if (/^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(url)) return "it names another host";
  if (url.split("/").includes("..")) return "it leaves its folder";
  return hasControl(url) ? "it has characters that no address has" : undefined;
}

/**
 * Hugo: `url` is the whole path, taken as it is; with a dot anywhere and no slash at
 * its end it names a file. Characters that end a path in an address are escaped.
 */
function explicitUrl(url: string): string {
  const escaped = url.replaceAll("#", "%23").replaceAll("?", "%3F");
  const path = `/${escaped}`.replace(/\/{2,}/g, "/");
  if (path.endsWith("/")) return path;
  return path.includes(".") ? path : `${path}/`;
}

/** Hugo: `uglyURLs` holds for the site, or for the sections that it names. */
function isUgly(path: string, { uglyURLs, uglySections }: UrlSettings): boolean {
  return uglyURLs || (uglySections?.includes(path.split("/")[0] ?? "") ?? false);
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
  if (hasControl(path)) return { ok: false, reason: "it has characters that no address has" };
  if (/^(?:[a-z][a-z0-9+.-]*:\/\/|mailto:)/i.test(path))
    return { ok: false, reason: "it names another host" };
  if (/[?#]/.test(path)) return { ok: false, reason: "it has a ? or a #, which no file has" };
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

/** Whether a text is an address of the web, with its host. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

/** A path with one slash between segments, and one at its end unless it names a file. */
export function normalUrl(path: string): string {
  const single = `/${path}`.replace(/\/{2,}/g, "/");
  if (single.endsWith("/")) return single;
  return /\.[a-z0-9]+$/i.test(single) ? single : `${single}/`;
}

function hasControl(text: string): boolean {
  for (const character of text) if (character < " " || character === "\\") return true;
  return false;
}
