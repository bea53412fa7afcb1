/** Which data files a site has: the one place that lists data/. */
import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { newFiles } from "../text/unsaved.ts";
import { formatOfPath } from "./parse.ts";

/** A data file's path and key. */
export interface ListedFile {
  /** From the site's root: `data/examples/a.yml`. */
  readonly path: string;
  /** Below its data folder: `examples/a.yml`. */
  readonly name: string;
  /** Hugo's key, the name without its extension: `examples/a`. */
  readonly key: string;
  /** A symbolic link leads it out of the site. */
  readonly isOutside: boolean;
  /** It is a symbolic link. */
  readonly isLink: boolean;
}

/** The data files of a site, in order of folder, then path. */
export interface Listing {
  readonly files: readonly ListedFile[];
  /** Keys of folders that are links out of the site, and not read; "" is all of data/. */
  readonly outsideFolders: readonly string[];
}

/**
 * Lists every data file below the folders (from the site's root). Links to files
 * inside of the site are followed, links to folders are not (Hugo follows none);
 * links to nowhere count as leading out.
 */
export function listData(root: string, folders: readonly string[]): Listing {
  const listings = folders
    .filter((folder) => existsSync(join(root, folder)) || newFiles(join(root, folder)).length > 0)
    .map((folder) => listFolder(root, folder));
  return {
    files: listings.flatMap(({ files }) => files),
    outsideFolders: listings.flatMap(({ outsideFolders }) => outsideFolders),
  };
}

function listFolder(root: string, folder: string): Listing {
  const base = join(root, folder);
  const unsaved = newFiles(base)
    .filter(isDataName)
    .map((name) => fileAt(folder, name));
  if (!existsSync(base)) return { files: unsaved, outsideFolders: [] };
  if (!leadsInside(base, root)) return { files: [], outsideFolders: [""] };
  const files: ListedFile[] = [];
  const outsideFolders: string[] = [];
  for (const entry of walk(base)) {
    const file = join(entry.parentPath, entry.name);
    const below = relative(base, file).split(sep).join("/");
    const isOutside = entry.isSymbolicLink() && !leadsInside(file, root);
    if (isDataFile(entry, file, isOutside)) {
      files.push({ ...fileAt(folder, below), isOutside, isLink: entry.isSymbolicLink() });
    } else if (isOutside) outsideFolders.push(below);
  }
  files.push(...unsaved);
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)), outsideFolders };
}

function fileAt(folder: string, name: string): ListedFile {
  const path = `${folder}/${name}`;
  return { path, name, key: withoutExtension(name), isOutside: false, isLink: false };
}

/** Everything below a folder. The system's own recursive listing would follow links, also in circles. */
function* walk(folder: string): Generator<Dirent> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) yield* walk(join(folder, entry.name));
    else yield entry;
  }
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
