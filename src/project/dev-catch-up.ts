/** What was saved while a watcher did not watch all files yet. */
import { readdirSync, type Stats, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { FSWatcher } from "vite";

/** Times of files come from a clock that is read less often than that of `Date.now()`. */
const CLOCK_MS = 100;

/** Between looks at the files. */
const LOOK_MS = 200;

/** Looks after which a file that is not watched yet is given to the watcher by its name. */
const PATIENCE = 5;

interface Entry {
  readonly path: string;
  /** When it was changed last. */
  readonly time: number;
}

/**
 * Calls `note` with each file and folder below `paths` that was changed after `since`, and looks
 * again until all of them are watched: the watcher says that it is ready before it has
 * begun with all, and of what changes until then it never tells.
 */
export function catchUp(
  watcher: FSWatcher,
  paths: readonly string[],
  since: number,
  note: (path: string) => void,
): void {
  let least = Number.POSITIVE_INFINITY;
  let looks = 0;
  const look = (from: number): void => {
    const begun = Date.now();
    const watched = watchedBy(watcher);
    const others: string[] = [];
    for (const { path, time } of entriesOf(paths)) {
      if (time >= from - CLOCK_MS) note(path);
      if (!watched(path)) others.push(path);
    }
    looks = others.length < least ? 0 : looks + 1;
    least = Math.min(least, others.length);
    if (others.length === 0 || looks > 2 * PATIENCE) return;
    if (looks === PATIENCE) watcher.add(others);
    setTimeout(() => look(begun), LOOK_MS).unref();
  };
  look(since);
}

/** Tells of paths whether they are watched. */
function watchedBy(watcher: FSWatcher): (path: string) => boolean {
  const folders = Object.entries(watcher.getWatched());
  const names = new Map(folders.map(([folder, children]) => [folder, new Set(children)]));
  return (path) => names.get(dirname(path))?.has(basename(path)) ?? false;
}

/** Files and folders at and below paths, as far as there are any. Links may lead in circles. */
function* entriesOf(paths: readonly string[], seen = new Set<string>()): Generator<Entry> {
  for (const path of paths) {
    const stats = statsOf(path);
    if (stats === undefined) continue;
    yield { path, time: Math.max(stats.mtimeMs, stats.ctimeMs) };
    const id = `${stats.dev}:${stats.ino}`;
    if (!stats.isDirectory() || seen.has(id)) continue;
    seen.add(id);
    yield* entriesOf(namesIn(path), seen);
  }
}

/** Undefined for what cannot be looked at too. */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}
