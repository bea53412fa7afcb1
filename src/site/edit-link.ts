/** Where readers can edit a page. */
import { PATH_TOKEN } from "./settings-head.ts";
import type { Site } from "./site.ts";
import type { Article, Page, Settings } from "./types.ts";

/**
 * The address that front matter names, or that of the setting `edit` with the path of the
 * page's file; undefined for pages that nobody wrote, and where neither is set.
 */
export function editLink(
  { path, source, frontMatter }: Page,
  { edit }: Pick<Settings, "edit">,
): string | undefined {
  const { editURL } = frontMatter;
  if (editURL !== undefined) return editURL === false ? undefined : editURL;
  if (source === undefined || edit === undefined) return undefined;
  return addressOf(path, edit);
}

function addressOf(path: string, edit: string): string {
  const escaped = path.split("/").map(encodeURIComponent).join("/");
  return edit.replaceAll(PATH_TOKEN, () => escaped);
}

/** A file that a page shows text or data of, and where readers can edit it. */
export interface PagePart {
  readonly path: string;
  readonly url: string;
  /** The entries of it that the page shows, in order of use; none for a file as a whole. */
  readonly entries: readonly string[];
}

/**
 * The files that a page is put together from, in order of their first use: snippets, partials,
 * included files, diagrams, other pages that get no file themselves. None where the page itself
 * has no link by the setting.
 */
export function pageParts(
  page: Page,
  uses: Article["uses"],
  { settings: { edit }, allPages }: Pick<Site, "settings" | "allPages">,
): PagePart[] {
  if (edit === undefined || page.frontMatter.editURL === false) return [];
  const published = new Set(allPages.filter((other) => other.isPublished).map(({ path }) => path));
  const files = new Map<string, Set<string>>();
  for (const { kind, target } of uses) {
    const [path = "", entry] = target.split(/#(.*)/s);
    const isFile = kind !== "shortcode" && !/^built-in\/|\/$/.test(path);
    if (!isFile || path === page.path || published.has(path)) continue;
    const entries = files.get(path) ?? new Set();
    files.set(path, entries);
    if (entry !== undefined && kind === "entry") entries.add(entry);
  }
  return [...files].map(([path, entries]) => ({
    path,
    url: addressOf(path, edit),
    entries: [...entries],
  }));
}
