/**
 * A folder of results by the digest of all that they were made from. Machines and builds
 * may share it: an entry is written beside its place and renamed, carries a checksum of its
 * own, and one that is damaged, foreign or gone is simply made again.
 */
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { threadId } from "node:worker_threads";
import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { digestOf } from "./digest.ts";

/** Tells an entry from other files; another format has another mark. */
const MARK = Buffer.from("waymark1");
const CHECKSUM_LENGTH = 32;
const HEAD_LENGTH = MARK.length + CHECKSUM_LENGTH;

/** Fast rather than small: most of a page is written once and read often. */
const COMPRESSION = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** An entry that was read within this time (in milliseconds) is not marked as used again. */
const FRESH = 60 * 60 * 1000;

/** Files that no build is still writing, in milliseconds. */
const ABANDONED = 24 * 60 * 60 * 1000;

/** Bytes that a cache takes on the disk before the entries that were used last longest ago go. */
export const DEFAULT_LIMIT = 1 << 30;

/** What results are kept in. */
export interface Store {
  /** Where it lies (absolute), so that another thread can open it too. */
  readonly folder: string;
  /** The bytes under a key; undefined if there are none, or none that can be trusted. */
  get(key: string): Buffer | undefined;
  /** Keeps bytes under a key. A disk that takes none is no fault: they are made again. */
  put(key: string, bytes: string | Uint8Array): void;
  /** Takes out what was used last longest ago, until the rest fits. */
  prune(limit?: number): void;
}

let written = 0;

/** The store in a folder (absolute), which is made when something is kept. */
export function openStore(folder: string): Store {
  const pathOf = (key: string): string => join(folder, key.slice(0, 2), key.slice(2));
  return {
    folder,
    get(key) {
      const path = pathOf(key);
      let entry: Buffer;
      try {
        entry = readFileSync(path);
      } catch (error) {
        // What is no file would stay in the way of the entry for good.
        if ((error as NodeJS.ErrnoException).code === "EISDIR") removeIfPossible(path);
        return undefined;
      }
      const bytes = unpacked(key, entry);
      if (bytes === undefined) removeIfPossible(path);
      else markUsed(path);
      return bytes;
    },
    put(key, bytes) {
      const path = pathOf(key);
      const own = join(folder, "new", `${process.pid}-${threadId}-${written++}-${key}`);
      try {
        for (const parent of [dirname(own), dirname(path)]) mkdirSync(parent, { recursive: true });
        writeFileSync(own, packed(key, bytes));
        renameSync(own, path);
      } catch {
        // The disk is full, or not ours to write to, or something else stands there.
        removeIfPossible(own);
      }
    },
    prune: (limit = DEFAULT_LIMIT) => prune(folder, limit),
  };
}

function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true, recursive: true });
  } catch {
    // A folder that may only be read keeps what it has.
  }
}

/** The key stands in the checksum: an entry that was copied to another name is foreign. */
function checksum(key: string, body: Uint8Array): Buffer {
  return Buffer.from(digestOf(key, body), "latin1");
}

function packed(key: string, bytes: string | Uint8Array): Buffer {
  const plain = typeof bytes === "string" ? Buffer.from(bytes, "utf8") : bytes;
  const body = zstdCompressSync(plain, COMPRESSION);
  return Buffer.concat([MARK, checksum(key, body), body]);
}

function unpacked(key: string, entry: Buffer): Buffer | undefined {
  const body = entry.subarray(HEAD_LENGTH);
  const isWhole =
    entry.subarray(0, MARK.length).equals(MARK) &&
    entry.subarray(MARK.length, HEAD_LENGTH).equals(checksum(key, body));
  if (!isWhole) return undefined;
  try {
    return zstdDecompressSync(body);
  } catch {
    return undefined;
  }
}

/** The time of change says when an entry was last of use. */
function markUsed(path: string): void {
  try {
    const now = Date.now();
    if (now - statSync(path).mtimeMs > FRESH) utimesSync(path, now / 1000, now / 1000);
  } catch {
    // Another build took it out.
  }
}

interface File {
  readonly path: string;
  readonly size: number;
  readonly used: number;
}

function prune(folder: string, limit: number): void {
  for (const { path, used } of filesIn(join(folder, "new")))
    if (Date.now() - used > ABANDONED) removeIfPossible(path);
  const files = namesIn(folder)
    .filter((name) => name.length === 2)
    .flatMap((name) => filesIn(join(folder, name)));
  let total = files.reduce((sum, { size }) => sum + size, 0);
  if (total <= limit) return;
  for (const { path, size } of files.sort((a, b) => a.used - b.used)) {
    removeIfPossible(path);
    total -= size;
    if (total <= limit) return;
  }
}

function filesIn(folder: string): File[] {
  return namesIn(folder).flatMap((name): File[] => {
    const path = join(folder, name);
    try {
      const { size, mtimeMs } = statSync(path);
      return [{ path, size, used: mtimeMs }];
    } catch {
      // Another build took it out.
      return [];
    }
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
