/**
 * Many entries of a cache in one file. To make a file takes a system longer than to fill it, and
 * the first build of a site keeps thousands of entries. A pack never changes; one that has a
 * damaged entry goes as a whole. Their names are in the order in which they were written: where
 * two packs have a key, the later one's entry counts.
 *
 * Its bytes: a mark, the digest of the list, the length of the list (32 bits), the list of keys
 * and lengths (JSON), and the entries one after the other.
 */
import { closeSync, fstatSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { digestOf } from "./digest.ts";
import { markUsed, removeIfPossible, writeWhole } from "./files.ts";

const MARK = Buffer.from("waypack1");
const DIGEST_LENGTH = 32;
const LENGTH_AT = MARK.length + DIGEST_LENGTH;
const HEAD_LENGTH = LENGTH_AT + 4;

/** Where an entry stands. */
interface Place {
  readonly path: string;
  readonly offset: number;
  readonly length: number;
}

/** The packs of the cache at a folder. */
export class Packs {
  readonly #folder: string;
  readonly #places = new Map<string, Place>();
  /** The packs whose lists were read. */
  readonly #known = new Set<string>();
  /** When the folder of packs was changed last, as far as it was looked at. */
  #changed: number | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The bytes that were kept under a key, as they stand in a pack. */
  get(key: string): Buffer | undefined {
    this.#look();
    const place = this.#places.get(key);
    if (place === undefined) return undefined;
    const entry = readAt(place.path, place.offset, place.length);
    if (entry === undefined) this.#forget(place.path);
    else markUsed(place.path);
    return entry;
  }

  /** Takes out the pack that an entry stands in. */
  drop(key: string): void {
    const place = this.#places.get(key);
    if (place === undefined) return;
    removeIfPossible(place.path);
    this.#forget(place.path);
  }

  /** Writes entries as one pack. */
  write(entries: ReadonlyMap<string, Buffer>): void {
    const list = Buffer.from(
      JSON.stringify([...entries].map(([key, { length }]) => [key, length])),
    );
    const length = Buffer.alloc(HEAD_LENGTH - LENGTH_AT);
    length.writeUInt32LE(list.length);
    const head = Buffer.concat([MARK, Buffer.from(digestOf(list), "latin1"), length]);
    const bytes = Buffer.concat([head, list, ...entries.values()]);
    // Packs of one name are the same, so that an entry's place holds whoever wrote it.
    const name = `${timestamp()}-${digestOf(bytes)}`;
    writeWhole(this.#folder, join(packFolder(this.#folder), name), bytes);
  }

  /** Reads the lists of packs that have come since. */
  #look(): void {
    const folder = packFolder(this.#folder);
    try {
      const changed = statSync(folder, { throwIfNoEntry: false })?.mtimeMs;
      if (changed === this.#changed) return;
      this.#changed = changed;
      for (const name of readdirSync(folder).sort()) this.#read(join(folder, name));
    } catch {
      // There are none.
    }
  }

  #read(path: string): void {
    if (this.#known.has(path)) return;
    this.#known.add(path);
    const list = listOf(path);
    if (list === undefined) {
      removeIfPossible(path);
      return;
    }
    let offset = list.end;
    for (const [key, length] of list.entries) {
      const before = this.#places.get(key)?.path ?? "";
      if (before < path) this.#places.set(key, { path, offset, length });
      offset += length;
    }
  }

  #forget(path: string): void {
    for (const [key, place] of this.#places) if (place.path === path) this.#places.delete(key);
    // One of the same name may come again.
    this.#known.delete(path);
    this.#changed = undefined;
  }
}

/** Where the packs of a cache lie. */
export function packFolder(folder: string): string {
  return join(folder, "packs");
}

let last = 0;

/** Milliseconds since 1970, later each time and always of one length: names sort by it. */
function timestamp(): string {
  last = Math.max(last + 1, Date.now());
  return String(last).padStart(15, "0");
}

interface List {
  readonly entries: readonly (readonly [key: string, length: number])[];
  /** Where the entries begin. */
  readonly end: number;
}

/** The list of a pack; undefined if it is none, or damaged. */
function listOf(path: string): List | undefined {
  const head = readAt(path, 0, HEAD_LENGTH);
  if (head === undefined || !head.subarray(0, MARK.length).equals(MARK)) return undefined;
  const length = head.readUInt32LE(LENGTH_AT);
  const list = readAt(path, HEAD_LENGTH, length);
  const digest = head.toString("latin1", MARK.length, LENGTH_AT);
  if (list === undefined || digestOf(list) !== digest) return undefined;
  return {
    entries: JSON.parse(list.toString("utf8")) as List["entries"],
    end: HEAD_LENGTH + length,
  };
}

/** A part of a file; undefined if the file is gone or too short. */
function readAt(path: string, offset: number, length: number): Buffer | undefined {
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
