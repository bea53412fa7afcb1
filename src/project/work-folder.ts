/**
 * Where a build writes before its output takes the place of the last one: a folder beside it,
 * whose name says whose it is, since a name is there from the folder's first moment on and a note
 * inside it would not be. A build that is killed leaves its folder; the next one takes it away,
 * but never that of a build that goes on at the same time.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { digestOf } from "../cache/digest.ts";
import { realPathIfThere } from "./real-path.ts";

const SITE = "site";
const PREVIOUS = "previous";

/** No build takes a day (in milliseconds). */
const LONGEST = 24 * 60 * 60 * 1000;

/** What follows the output's name: a process, a host, and what tells folders of one process apart. */
const OWNER = /^(?<id>\d+)-(?<host>[0-9a-f]{8})-[A-Za-z0-9]{6}$/;

/** How often an output is put in its place while other builds do the same. */
const TRIES = 20;

/** A folder of work that a build has made for itself. */
export interface WorkFolder {
  /** Where the site is to be written. It is not there yet. */
  readonly site: string;
  /** Puts the site in the place of the output. On failure, what was there is there again. */
  finish(): void;
  /** Takes away what is left. */
  remove(): void;
}

/** Makes a folder of work beside `out`; if that is a link, beside what it leads to. */
export function openWorkFolder(out: string): WorkFolder {
  const place = realPathIfThere(out) ?? out;
  mkdirSync(dirname(place), { recursive: true });
  const folder = mkdtempSync(
    join(dirname(place), `${prefixOf(place)}${process.pid}-${thisHost()}-`),
  );
  const site = join(folder, SITE);
  return {
    site,
    finish: () => replace(place, site, join(folder, PREVIOUS)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * Takes away what killed builds have left beside `out`. One that was killed just between taking
 * the last output away and putting the new one there leaves none: it is put back.
 */
export function removeLitter(out: string): void {
  const place = realPathIfThere(out) ?? out;
  const prefix = prefixOf(place);
  for (const name of namesIn(dirname(place))) {
    const owner = name.startsWith(prefix) ? OWNER.exec(name.slice(prefix.length)) : null;
    if (owner === null) continue;
    const folder = join(dirname(place), name);
    try {
      if (!isAbandoned(folder, owner.groups ?? {})) continue;
      const previous = join(folder, PREVIOUS);
      if (existsSync(previous) && !existsSync(place)) renameSync(previous, place);
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another build takes it away.
    }
  }
}

function prefixOf(place: string): string {
  return `.${basename(place)}-`;
}

/** The host of a folder's owner, as its name has it. */
function thisHost(): string {
  return digestOf(hostname()).slice(0, 8);
}

/** Nobody can ask for a process on another host; only time tells there. */
function isAbandoned(folder: string, { id, host }: { id?: string; host?: string }): boolean {
  if (host === thisHost() && !isRunning(Number(id))) return true;
  return Date.now() - statSync(folder).mtimeMs > LONGEST;
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // A process of somebody else is one.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Puts `next` in the place of `out`, which moves to `previous`. Between the two steps another
 * build may put its own there: that one was the last output then.
 */
function replace(out: string, next: string, previous: string): void {
  for (let tries = TRIES; ; tries--) {
    rmSync(previous, { recursive: true, force: true });
    const had = moveAway(out, previous);
    try {
      renameSync(next, out);
      return;
    } catch (error) {
      if (existsSync(out) && tries > 0) continue;
      if (had && !existsSync(out)) renameSync(previous, out);
      throw error;
    }
  }
}

function moveAway(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
