/** Maps of words. */

/** The value under a key, which is made if there is none. */
export function entryIn<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** What stands in another order by its UTF-16 units than by its UTF-8 bytes. */
const BEYOND = /[\ud800-\uffff]/;

/** Entries in order of their keys' UTF-8 bytes: so does WebAssembly compare words, unlike JavaScript. */
export function inByteOrder<T>(entries: ReadonlyMap<string, T>): [string, T][] {
  const list = [...entries];
  if (list.length < 2) return list;
  const isPlain = !list.some(([key]) => BEYOND.test(key));
  if (isPlain) return list.sort(([a], [b]) => (a < b ? -1 : 1));
  return list
    .map((entry) => ({ entry, bytes: Buffer.from(entry[0]) }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ entry }) => entry);
}
