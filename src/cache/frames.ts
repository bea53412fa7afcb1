/**
 * Parts of a pack: some entries, compressed together. For each by itself that takes twice as long,
 * and twice the place.
 */
import { compress, decompress } from "./compression.ts";
import { digestOf } from "./digest.ts";
import { readAt } from "./files.ts";

/** Bytes of entries from which on a frame is full. More are smaller together, but read for each other. */
const FRAME_SIZE = 1 << 18;

/** A frame in the list of its pack. */
export interface ListedFrame {
  /** Bytes in the file, and their digest. */
  readonly length: number;
  readonly digest: string;
  readonly entries: readonly (readonly [key: string, length: number])[];
}

/** A frame, and where it stands. */
export interface Frame extends ListedFrame {
  readonly path: string;
  readonly offset: number;
}

/** A frame that is to be written. */
export interface NewFrame {
  readonly listed: ListedFrame;
  readonly body: Buffer;
}

/** Entries in frames, in their order. */
export function framesOf(entries: ReadonlyMap<string, Uint8Array>): NewFrame[] {
  const frames: NewFrame[] = [];
  let open: [key: string, bytes: Uint8Array][] = [];
  let size = 0;
  const close = (): void => {
    if (open.length > 0) frames.push(frameOf(open));
    open = [];
    size = 0;
  };
  for (const entry of entries) {
    open.push(entry);
    size += entry[1].length;
    if (size >= FRAME_SIZE) close();
  }
  close();
  return frames;
}

function frameOf(entries: readonly (readonly [key: string, bytes: Uint8Array])[]): NewFrame {
  const body = compress(Buffer.concat(entries.map(([, bytes]) => bytes)));
  const lengths = entries.map(([key, { length }]) => [key, length] as const);
  return { listed: { length: body.length, digest: digestOf(body), entries: lengths }, body };
}

/** What a frame holds; undefined if it is gone or damaged. */
export function readFrame({ path, offset, length, digest }: Frame): Buffer | undefined {
  const body = readAt(path, offset, length);
  return body !== undefined && digestOf(body) === digest ? decompress(body) : undefined;
}
