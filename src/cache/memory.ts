/** A store whose entries stay in memory once they were asked for: for a process that reads them often. */
import type { Store } from "./store.ts";

/** Bytes that stay in memory. What was asked for longest ago goes first. */
const LIMIT = 256 * 1024 * 1024;

/** Keeps what goes through a store. */
export function inMemory(below: Store, limit = LIMIT): Store {
  const entries = new Map<string, Buffer>();
  let size = 0;
  const forget = (key: string): void => {
    size -= entries.get(key)?.length ?? 0;
    entries.delete(key);
  };
  const remember = (key: string, bytes: Buffer): void => {
    forget(key);
    entries.set(key, bytes);
    size += bytes.length;
    for (const oldest of entries.keys()) {
      if (size <= limit) return;
      forget(oldest);
    }
  };
  return {
    folder: below.folder,
    get(key) {
      const bytes = entries.get(key) ?? below.get(key);
      if (bytes !== undefined) remember(key, bytes);
      return bytes;
    },
    put(key, bytes) {
      remember(key, Buffer.from(bytes));
      below.put(key, bytes);
    },
    flush: () => below.flush(),
    prune: (max) => below.prune(max),
  };
}
