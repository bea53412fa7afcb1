/** Everything that a built site is made from, as one digest. */
import {
  type Dirent,
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { digestOf } from "../cache/digest.ts";
import { engineVersion } from "./engine-version.ts";
import { commitOf } from "./last-changed.ts";
import type { Project } from "./project.ts";

/** Folders at the top that no site is made from. */
const SKIPPED = new Set(["node_modules"]);

/**
 * The digest of the files below a site's folder, without those in the folders `without`.
 * Undefined where they cannot be listed: a link to a folder may lead anywhere.
 */
export function filesDigest(root: string, without: readonly string[]): string | undefined {
  const top = realpathSync(root);
  const real = without.map((folder) => (existsSync(folder) ? realpathSync(folder) : folder));
  const files = filesBelow(top, new Set(real));
  if (files === undefined) return undefined;
  const texts = files.map((file) => [file.slice(top.length), digestOf(readFileSync(file))]);
  return digestOf("files", JSON.stringify(texts));
}

/**
 * The digest of all that an output is made from: the files, the generator, the commit
 * (dates of changes), which pages are published today, and how the site is built.
 */
export function inputsDigest(files: string, project: Project, options: readonly string[]): string {
  const { root, settings } = project.site;
  const published = project.publishedPages.map(({ url }) => url);
  const commit = settings.enableGitInfo ? commitOf(root) : "";
  return digestOf(files, engineVersion(), commit, JSON.stringify([options, published]));
}

/** All files below a folder, in order of path. */
function filesBelow(folder: string, without: ReadonlySet<string>): string[] | undefined {
  const all: string[] = [];
  const walk = (at: string): boolean =>
    readdirSync(at, { withFileTypes: true }).every((entry) => {
      const path = join(at, entry.name);
      if (entry.isDirectory())
        return without.has(path) || (at === folder && isSkipped(entry)) || walk(path);
      if (!isFile(path)) return false;
      all.push(path);
      return true;
    });
  return walk(folder) ? all.sort() : undefined;
}

/** Folders of tools (`.git`) are no part of a site; `static/.well-known` is. */
function isSkipped({ name }: Dirent): boolean {
  return name.startsWith(".") || SKIPPED.has(name);
}

/** False for what a link leads to that is no file, and for what is no file at all. */
function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
