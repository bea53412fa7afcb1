/** Files of a cache: written beside their place and renamed; what cannot be done is left undone. */
import { mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { threadId } from "node:worker_threads";

/** An entry that was read within this time (in milliseconds) is not marked as used again. */
const FRESH = 60 * 60 * 1000;

let written = 0;

/** The folder of files that are being written. */
export function workFolder(folder: string): string {
  return join(folder, "new");
}

/** Writes a file of the cache at `folder`. A disk that takes none is no fault. */
export function writeWhole(folder: string, path: string, bytes: Uint8Array): void {
  const name = `${process.pid}-${threadId}-${written++}-${basename(path)}`;
  const own = join(workFolder(folder), name);
  try {
    for (const parent of [dirname(own), dirname(path)]) mkdirSync(parent, { recursive: true });
    writeFileSync(own, bytes);
    renameSync(own, path);
  } catch {
    // The disk is full, or not ours to write to, or something else stands there.
    removeIfPossible(own);
  }
}

export function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true, recursive: true });
  } catch {
    // A folder that may only be read keeps what it has.
  }
}

/** The time of change says when a file was last of use. */
export function markUsed(path: string): void {
  try {
    const now = Date.now();
    if (now - statSync(path).mtimeMs > FRESH) utimesSync(path, now / 1000, now / 1000);
  } catch {
    // Another build took it out.
  }
}
