/** The generator itself as a digest: what another version of it made is not taken. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { digestOf } from "../cache/digest.ts";
import { writeWhole } from "../cache/files.ts";
import { compiledFolder } from "./cache-folder.ts";
import { HOME } from "./home.ts";
import { stampOf } from "./stamp.ts";

/** What decides about results beside a site: sources, versions of packages, build settings. */
const FILES = ["package.json", "package-lock.json", "astro.config.mjs", "tsconfig.json"];

/** What the files looked like when they were read last, and what was in them. */
interface Note {
  readonly stamps: string;
  readonly version: string;
}

let known: string | undefined;

/**
 * The digest of the generator's sources, its packages' versions and the version of Node. Files
 * that are as they were, as Git sees it, are not read again: each command asks.
 */
export function engineVersion(): string {
  known ??= versionOf([...FILES, ...filesBelow("src").sort()]);
  return known;
}

function versionOf(files: readonly string[]): string {
  const stamps = digestOf(process.version, HOME, ...files.map(lookOf));
  const note = noted();
  if (note?.stamps === stamps) return note.version;
  const texts = files.map((file) => (FILES.includes(file) ? "" : file) + textOf(file));
  const version = digestOf(process.version, ...texts);
  writeWhole(compiledFolder(), noteFile(), Buffer.from(JSON.stringify({ stamps, version })));
  return version;
}

function noteFile(): string {
  return join(compiledFolder(), "version.json");
}

function noted(): Note | undefined {
  try {
    return JSON.parse(readFileSync(noteFile(), "utf8")) as Note;
  } catch {
    return undefined;
  }
}

function lookOf(file: string): string {
  const about = statSync(join(HOME, file), { throwIfNoEntry: false });
  return about === undefined ? file : `${file} ${stampOf(about)}`;
}

/** Files below a folder of the repository, by their paths in it. */
function filesBelow(folder: string): string[] {
  return readdirSync(join(HOME, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}

function textOf(name: string): string {
  try {
    return readFileSync(join(HOME, name), "utf8");
  } catch {
    return "";
  }
}
