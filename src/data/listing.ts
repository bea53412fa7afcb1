/** Which data files a site has: the one place that lists data/. */
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { join, sep } from "node:path";
import { formatOfPath } from "./parse.ts";

/** A data file's path and key. */
export interface ListedFile {
  /** From the site's root: `data/examples/a.yml`. */
  readonly path: string;
  /** Hugo's key: the path below data/ without its extension: `examples/a`. */
  readonly key: string;
  /** It lies outside of the site, by a symbolic link. */
  readonly isOutside: boolean;
}

/** Every data file below `folder`, in order of path. */
export function listData(root: string, folder: string): ListedFile[] {
  const base = join(root, folder);
  if (!existsSync(base)) return [];
  const realRoot = realpathSync(root);
  return readdirSync(base, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && (formatOfPath(entry.name) ?? csv(entry.name)))
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const below = file
        .slice(base.length + 1)
        .split(sep)
        .join("/");
      return {
        path: `${folder}/${below}`,
        key: below.replace(/\.[a-z]+$/i, ""),
        isOutside: !leadsInside(file, realRoot),
      };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function csv(name: string): boolean {
  return name.toLowerCase().endsWith(".csv");
}

/** A link to nowhere is a file that cannot be read: it counts as outside. */
function leadsInside(file: string, realRoot: string): boolean {
  try {
    return realpathSync(file).startsWith(realRoot + sep);
  } catch {
    return false;
  }
}
