/** Which data files a site has: the one place that lists data/. */
import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { formatOfPath } from "./parse.ts";

/** A data file's path and key. */
export interface ListedFile {
  /** From the site's root: `data/examples/a.yml`. */
  readonly path: string;
  /** Hugo's key: the path below data/ without its extension: `examples/a`. */
  readonly key: string;
  /** A symbolic link leads it out of the site. */
  readonly isOutside: boolean;
}

/** The data files of a site, in order of folder, then path. */
export interface Listing {
  readonly files: readonly ListedFile[];
  /** Keys of folders that are symbolic links out of the site; they are not read. */
  readonly outsideFolders: readonly string[];
}

/**
 * Lists every data file below the folders (from the site's root). Links to files
 * inside of the site are followed, links to folders are not (Hugo follows none);
 * links to nowhere count as leading out.
 */
export function listData(root: string, folders: readonly string[]): Listing {
  const files: ListedFile[] = [];
  const outsideFolders: string[] = [];
  for (const folder of folders) {
    const base = join(root, folder);
    if (!existsSync(base)) continue;
    for (const entry of readdirSync(base, { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name);
      const below = file
        .slice(base.length + 1)
        .split(sep)
        .join("/");
      const isOutside = entry.isSymbolicLink() && !leadsInside(file, root);
      if (isDataFile(entry, file, isOutside)) {
        files.push({ path: `${folder}/${below}`, key: withoutExtension(below), isOutside });
      } else if (isOutside) outsideFolders.push(below);
    }
    // A folder that is a link itself leads all of its files out.
    if (!leadsInside(base, root)) return outside(files);
  }
  return { files: files.sort(byPath(folders)), outsideFolders };
}

/** A path without the extension of a data file. */
export function withoutExtension(path: string): string {
  return isDataName(path) ? path.replace(/\.[a-z]+$/i, "") : path;
}

function isDataName(name: string): boolean {
  return formatOfPath(name) !== undefined || name.toLowerCase().endsWith(".csv");
}

/** A link to a folder, or to a device, is no file. */
function isDataFile(entry: Dirent, file: string, isOutside: boolean): boolean {
  if (!isDataName(entry.name)) return false;
  if (entry.isFile()) return true;
  return entry.isSymbolicLink() && (isOutside || statSync(file).isFile());
}

function leadsInside(file: string, root: string): boolean {
  try {
    return realpathSync(file).startsWith(realpathSync(root) + sep);
  } catch {
    return false;
  }
}

function outside(files: readonly ListedFile[]): Listing {
  return { files: files.map((file) => ({ ...file, isOutside: true })), outsideFolders: [] };
}

function byPath(folders: readonly string[]): (a: ListedFile, b: ListedFile) => number {
  const order = ({ path }: ListedFile): number =>
    folders.findIndex((folder) => path.startsWith(`${folder}/`));
  return (a, b) => order(a) - order(b) || (a.path < b.path ? -1 : 1);
}
