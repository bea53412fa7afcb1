/** Files beside pages, published in place. Hugo: content-management/page-resources. */
import { dirname, join } from "node:path/posix";
import { isMarkdown, type LeafBundles } from "./bundles.ts";
import type { ContentPage } from "./content.ts";
import type { Settings } from "./types.ts";
import { sanitizedPath } from "./urls.ts";

/** A file beside pages, published in place. */
export interface ContentResource {
  /** Absolute path. */
  readonly from: string;
  /** Path in the output, without leading slash; the file's name keeps its case. */
  readonly to: string;
}

/** The content tree as far as it decides on resources. */
export interface ResourceTree {
  /** All files below content/. */
  readonly paths: readonly string[];
  readonly bundles: LeafBundles;
  readonly pages: readonly ContentPage[];
  /** Files of pages that are not built. */
  readonly left: readonly string[];
}

/**
 * The resources of the site at `root`. Those of a leaf bundle stand at its page's
 * address, and are left out with it; others keep their folder.
 */
export function resourcesOf(
  root: string,
  { paths, bundles, pages, left }: ResourceTree,
  settings: Settings,
): ContentResource[] {
  const owners = new Map<string, ContentPage>();
  for (const owner of pages) {
    const path = owner.page.path.replace(/^content\//, "");
    if (isIndex(path)) owners.set(dirname(path), owner);
  }
  const leftFolders = new Set(left.filter(isIndex).map((path) => dirname(path)));
  return paths
    .filter((path) => !isMarkdown(path))
    .flatMap((path): ContentResource[] => {
      const bundle = bundles.folderOf(path);
      const owner = owners.get(bundle ?? dirname(path));
      if (bundle !== undefined && leftFolders.has(bundle)) return [];
      if (owner?.matter?.build.publishResources === false) return [];
      const from = join(root, "content", path);
      if (bundle === undefined || owner === undefined)
        return [{ from, to: ownPlace(path, settings) }];
      return [{ from, to: `${folderUrl(owner.page.url)}${path.slice(bundle.length + 1)}` }];
    });
}

function isIndex(path: string): boolean {
  return /(?:^|\/)_?index\.[^/]+$/i.test(path);
}

/** The folder of an address, without leading slash. */
function folderUrl(url: string): string {
  return url.slice(1, url.lastIndexOf("/") + 1);
}

function ownPlace(path: string, settings: Settings): string {
  const folder = dirname(path);
  if (folder === ".") return path;
  const name = path.slice(folder.length + 1);
  return `${sanitizedPath(folder, settings)}/${name}`;
}
