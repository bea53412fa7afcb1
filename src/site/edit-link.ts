/** Where readers can edit a page. */
import { LINE_TOKEN, PATH_TOKEN } from "./settings-head.ts";
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
  return sourceLink(edit, path);
}

/** How hosts name a line of a file in the fragment; GitHub, GitLab, Gitea and Forgejo agree. */
const LINE_FRAGMENT = { others: "#L", bitbucket: "#lines-" } as const;

/**
 * The address of a file by the setting `edit`, at a line of it. Where the setting does not say
 * how a line is named (`{line}`), it is a fragment as the host has it; a setting with a fragment
 * of its own leaves no place for one.
 */
export function sourceLink(edit: string, path: string, line?: number): string {
  const escaped = path.split("/").map(encodeURIComponent).join("/");
  const address = edit
    .replaceAll(PATH_TOKEN, () => escaped)
    .replaceAll(LINE_TOKEN, String(line ?? 1));
  if (line === undefined || address.includes("#") || edit.includes(LINE_TOKEN)) return address;
  const isBitbucket = /(?:^|\.)bitbucket\./.test(new URL(address).hostname);
  return `${address}${LINE_FRAGMENT[isBitbucket ? "bitbucket" : "others"]}${line}`;
}

/** A file that a page shows text or data of, and where readers can edit it. */
export interface PagePart {
  readonly path: string;
  readonly url: string;
  /** The entries of it that the page shows, in order of use; none for a file as a whole. */
  readonly entries: readonly { readonly name: string; readonly url: string }[];
}

/** Whether the blocks of a page link to where they are written, each to its own place. */
export function linksParts({ frontMatter }: Page, { edit }: Pick<Settings, "edit">): boolean {
  return edit !== undefined && frontMatter.editURL !== false;
}

/**
 * The files that a page is put together from, in order of their first use: snippets, partials,
 * included files, diagrams, other pages that get no file themselves. None where the page itself
 * has no link by the setting. `lineOf` knows where an entry is written.
 */
export function pageParts(
  page: Page,
  uses: Article["uses"],
  { settings: { edit }, allPages }: Pick<Site, "settings" | "allPages">,
  lineOf: (entry: Article["uses"][number]) => number | undefined,
): PagePart[] {
  if (edit === undefined || page.frontMatter.editURL === false) return [];
  const published = new Set(allPages.filter((other) => other.isPublished).map(({ path }) => path));
  const files = new Map<string, Map<string, string>>();
  for (const use of uses) {
    const { kind, target } = use;
    const [path = "", entry] = target.split(/#(.*)/s);
    const isFile = kind !== "shortcode" && !/^built-in\/|\/$/.test(path);
    if (!isFile || path === page.path || published.has(path)) continue;
    const entries = files.get(path) ?? new Map<string, string>();
    files.set(path, entries);
    if (entry !== undefined && kind === "entry")
      entries.set(entry, sourceLink(edit, path, lineOf(use)));
  }
  return [...files].map(([path, entries]) => ({
    path,
    url: sourceLink(edit, path),
    entries: [...entries].map(([name, url]) => ({ name, url })),
  }));
}
