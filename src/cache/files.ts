/** Files of a cache: written beside their place and renamed; what cannot be done is left undone. */
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
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

/** The time of change says when a file was last of use. Gives whether it is there. */
export function markUsed(path: string): boolean {
  const about = statSync(path, { throwIfNoEntry: false });
  if (about === undefined) return false;
  try {
    const now = Date.now();
    if (now - about.mtimeMs > FRESH) utimesSync(path, now / 1000, now / 1000);
  } catch {
    // Another build took it out, or it is not ours to write to.
  }
  return true;
}

/** A part of a file; undefined if the file is gone or too short. */
export function readAt(path: string, offset: number, length: number): Buffer | undefined {
  try {
    const file = openSync(path, "r");
    try {
      if (fstatSync(file).size < offset + length) return undefined;
      const bytes = Buffer.allocUnsafe(length);
      return readSync(file, bytes, 0, length, offset) === length ? bytes : undefined;
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}
