/**
 * A folder of results by the digest of all that they were made from. Machines and builds
 * may share it: a file is written beside its place and renamed, each entry carries a checksum
 * of its own, and one that is damaged, foreign or gone is simply made again.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { packEntry, unpackEntry } from "./entry.ts";
import { markUsed, removeIfPossible, workFolder, writeWhole } from "./files.ts";
import { Packs, packFolder } from "./packs.ts";

/** Files that no build is still writing, in milliseconds. */
const ABANDONED = 24 * 60 * 60 * 1000;

/** Bytes that a cache takes on the disk before the entries that were used last longest ago go. */
const DEFAULT_LIMIT = 1 << 30;

/** Fewer entries get files of their own: what an edit makes anew, the next edit may replace. */
const FEW = 16;

/** Bytes that are held back for one pack: a build that is stopped loses no more. */
const PACK_SIZE = 4 << 20;

/** What results are kept in. */
export interface Store {
  /** Where it lies (absolute), so that another thread can open it too. */
  readonly folder: string;
  /** The bytes that were last put under a key; undefined if there are none to be trusted. */
  get(key: string): Buffer | undefined;
  /** Keeps bytes under a key, for those that it had. A disk that takes none is no fault: they are made again. */
  put(key: string, bytes: string | Uint8Array): void;
  /** Writes what is held back. */
  flush(): void;
  /** Takes out what was used last longest ago, until the rest fits. */
  prune(limit?: number): void;
}

/** The store in a folder (absolute), which is made when something is kept. Nothing is held back. */
export function openStore(folder: string): Store {
  return new FolderStore(folder);
}

/** The same for work that keeps much: entries are held back and written together. */
export function openBatchStore(folder: string): Store {
  return new BatchStore(folder);
}

class FolderStore implements Store {
  readonly folder: string;
  readonly #packs: Packs;

  constructor(folder: string) {
    this.folder = folder;
    this.#packs = new Packs(folder);
  }

  get(key: string): Buffer | undefined {
    // An entry of its own is newer: a pack takes its place.
    return this.#getSingle(key) ?? this.#packs.get(key);
  }

  put(key: string, bytes: string | Uint8Array): void {
    this.putEntry(key, typeof bytes === "string" ? Buffer.from(bytes, "utf8") : bytes);
  }

  flush(): void {}

  prune(limit: number = DEFAULT_LIMIT): void {
    this.flush();
    prune(this.folder, limit);
  }

  protected putEntry(key: string, bytes: Uint8Array): void {
    writeWhole(this.folder, this.#pathOf(key), packEntry(key, bytes));
  }

  protected putPack(entries: ReadonlyMap<string, Uint8Array>): void {
    this.#packs.write(entries);
    for (const key of entries.keys()) {
      const path = this.#pathOf(key);
      if (existsSync(path)) removeIfPossible(path);
    }
  }

  #getSingle(key: string): Buffer | undefined {
    const path = this.#pathOf(key);
    // Most are in packs, and an error takes longer than a look.
    if (!existsSync(path)) return undefined;
    let entry: Buffer;
    try {
      entry = readFileSync(path);
    } catch (error) {
      // What is no file would stay in the way of the entry for good.
      if ((error as NodeJS.ErrnoException).code === "EISDIR") removeIfPossible(path);
      return undefined;
    }
    const bytes = unpackEntry(key, entry);
    if (bytes === undefined) removeIfPossible(path);
    else markUsed(path);
    return bytes;
  }

  #pathOf(key: string): string {
    return join(this.folder, key.slice(0, 2), key.slice(2));
  }
}

class BatchStore extends FolderStore {
  readonly #held = new Map<string, Uint8Array>();
  #size = 0;

  override get(key: string): Buffer | undefined {
    const held = this.#held.get(key);
    return held === undefined ? super.get(key) : Buffer.from(held);
  }

  override flush(): void {
    if (this.#held.size < FEW) for (const [key, bytes] of this.#held) super.putEntry(key, bytes);
    else super.putPack(this.#held);
    this.#held.clear();
    this.#size = 0;
  }

  protected override putEntry(key: string, bytes: Uint8Array): void {
    this.#size += bytes.length - (this.#held.get(key)?.length ?? 0);
    this.#held.set(key, bytes);
    if (this.#size >= PACK_SIZE) this.flush();
  }
}

interface File {
  readonly path: string;
  readonly size: number;
  readonly used: number;
}

function prune(folder: string, limit: number): void {
  for (const { path, used } of filesIn(workFolder(folder)))
    if (Date.now() - used > ABANDONED) removeIfPossible(path);
  const singles = namesIn(folder)
    .filter((name) => name.length === 2)
    .flatMap((name) => filesIn(join(folder, name)));
  const files = [...singles, ...filesIn(packFolder(folder))];
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
