/**
 * Many entries of a cache in one file. To make a file takes a system longer than to fill it, and
 * the first build of a site keeps thousands of entries. A pack never changes; one that has a
 * damaged entry goes as a whole. Their names are in the order in which they were written: where
 * two packs have a key, the later one's entry counts.
 *
 * Its bytes: a mark, the digest of the list, the length of the list (32 bits), the list (JSON),
 * and frames (frames.ts) one after the other.
 */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { digestOf } from "./digest.ts";
import { markUsed, readAt, removeIfPossible, writeWhole } from "./files.ts";
import { type Frame, framesOf, type ListedFrame, readFrame } from "./frames.ts";

const MARK = Buffer.from("waypack2");
const DIGEST_LENGTH = 32;
const LENGTH_AT = MARK.length + DIGEST_LENGTH;
const HEAD_LENGTH = LENGTH_AT + 4;

/** Frames that stay open: entries are mostly asked for in the order in which they were made. */
const MAX_OPEN = 4;

/** Where an entry stands. */
interface Place {
  readonly frame: Frame;
  /** In the bytes that the frame holds. */
  readonly offset: number;
  readonly length: number;
}

/** The packs of the cache at a folder. */
export class Packs {
  readonly #folder: string;
  readonly #places = new Map<string, Place>();
  /** The packs whose lists were read. */
  readonly #known = new Set<string>();
  /** What frames hold; that of the one that was asked for last comes last. */
  readonly #open = new Map<Frame, Buffer>();
  /** When the folder of packs was changed last, as far as it was looked at. */
  #changed: number | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The bytes that were kept under a key. */
  get(key: string): Buffer | undefined {
    this.#look();
    const place = this.#places.get(key);
    if (place === undefined) return undefined;
    const { frame, offset, length } = place;
    const held = markUsed(frame.path) ? this.#heldBy(frame) : undefined;
    if (held === undefined) {
      removeIfPossible(frame.path);
      this.#forget(frame.path);
      return undefined;
    }
    // A copy: a part would hold the whole frame.
    return Buffer.from(held.subarray(offset, offset + length));
  }

  /** Writes entries as one pack. */
  write(entries: ReadonlyMap<string, Uint8Array>): void {
    const frames = framesOf(entries);
    const list = Buffer.from(JSON.stringify(frames.map(({ listed }) => listed)));
    const length = Buffer.alloc(HEAD_LENGTH - LENGTH_AT);
    length.writeUInt32LE(list.length);
    const digest = digestOf(list);
    const head = Buffer.concat([MARK, Buffer.from(digest, "latin1"), length]);
    const bytes = Buffer.concat([head, list, ...frames.map(({ body }) => body)]);
    // Packs of one name are the same, so that an entry's place holds whoever wrote it.
    writeWhole(this.#folder, join(packFolder(this.#folder), `${timestamp()}-${digest}`), bytes);
  }

  /** What a frame holds; undefined if it is gone or damaged. */
  #heldBy(frame: Frame): Buffer | undefined {
    const known = this.#open.get(frame);
    this.#open.delete(frame);
    const held = known ?? readFrame(frame);
    if (held === undefined) return undefined;
    this.#open.set(frame, held);
    for (const oldest of this.#open.keys()) {
      if (this.#open.size <= MAX_OPEN) break;
      this.#open.delete(oldest);
    }
    return held;
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
    let start = list.end;
    for (const listed of list.frames) {
      this.#add({ ...listed, path, offset: start });
      start += listed.length;
    }
  }

  #add(frame: Frame): void {
    let offset = 0;
    for (const [key, length] of frame.entries) {
      const before = this.#places.get(key)?.frame.path ?? "";
      if (before < frame.path) this.#places.set(key, { frame, offset, length });
      offset += length;
    }
  }

  #forget(path: string): void {
    for (const [key, { frame }] of this.#places) if (frame.path === path) this.#places.delete(key);
    for (const frame of this.#open.keys()) if (frame.path === path) this.#open.delete(frame);
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
  readonly frames: readonly ListedFrame[];
  /** Where the frames begin. */
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
    frames: JSON.parse(list.toString("utf8")) as List["frames"],
    end: HEAD_LENGTH + length,
  };
}
