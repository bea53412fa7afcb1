/** Everything that a built site is made from, as one digest. */
import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { digestOf } from "../cache/digest.ts";
import { engineVersion } from "./engine-version.ts";
import { commitOf } from "./last-changed.ts";
import type { Project } from "./project.ts";
import { realPathIfThere } from "./real-path.ts";
import { stampOf } from "./stamp.ts";

/** Folders at the top that no site is made from. */
const SKIPPED = new Set(["node_modules"]);

/** The files of a site, as they were at one time. */
export interface SiteFiles {
  /** Of their paths and contents, which are read when it is asked for first. */
  readonly digest: string;
  /** Whether none has come, gone or been written to since, as Git sees it: they are not read. */
  areSame(): boolean;
}

/**
 * The files below a site's folder, without those in the folders `without`.
 * Undefined where they cannot be listed: a link to a folder may lead anywhere.
 */
export function siteFiles(root: string, without: readonly string[]): SiteFiles | undefined {
  const top = realpathSync(root);
  const list = (): ListedFile[] | undefined => {
    const real = without.map((folder) => realPathIfThere(folder) ?? folder);
    return filesBelow(top, new Set(real));
  };
  const files = list();
  if (files === undefined) return undefined;
  const stamps = JSON.stringify(files);
  let digest: string | undefined;
  return {
    get digest() {
      digest ??= digestOfContents(top, files);
      return digest;
    },
    areSame: () => JSON.stringify(list()) === stamps,
  };
}

function digestOfContents(top: string, files: readonly ListedFile[]): string {
  const texts = files.map(({ path }) => [path.slice(top.length), digestOf(readFileSync(path))]);
  return digestOf("files", JSON.stringify(texts));
}

/**
 * The digest of all that an output is made from beside the files: the generator, the commit
 * (dates of changes), which pages are published today, and how the site is built.
 */
export function inputsDigest(project: Project, options: readonly string[]): string {
  const { root, settings } = project.site;
  const published = project.publishedPages.map(({ url }) => url);
  const commit = settings.enableGitInfo ? commitOf(root) : "";
  return digestOf(engineVersion(), commit, JSON.stringify([options, published]));
}

interface ListedFile {
  readonly path: string;
  /** Another one if the file is written to. */
  readonly stamp: string;
}

/** All files below a folder, in order of path. */
function filesBelow(folder: string, without: ReadonlySet<string>): ListedFile[] | undefined {
  const all: ListedFile[] = [];
  const walk = (at: string): boolean =>
    readdirSync(at, { withFileTypes: true }).every((entry) => {
      const path = join(at, entry.name);
      if (entry.isDirectory())
        return without.has(path) || (at === folder && isSkipped(entry)) || walk(path);
      const stamp = stampIn(path);
      if (stamp !== undefined) all.push({ path, stamp });
      return stamp !== undefined;
    });
  return walk(folder) ? all.sort((a, b) => (a.path < b.path ? -1 : 1)) : undefined;
}

/** Folders of tools (`.git`) are no part of a site; `static/.well-known` is. */
function isSkipped({ name }: Dirent): boolean {
  return name.startsWith(".") || SKIPPED.has(name);
}

/** Undefined for what a link leads to that is no file, and for what is no file at all. */
function stampIn(path: string): string | undefined {
  const about = statSync(path, { throwIfNoEntry: false });
  return about?.isFile() ? `${stampOf(about)} ${about.ctimeMs}` : undefined;
}
