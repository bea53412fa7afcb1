/** Maps of words. */

/** The value under a key, which is made if there is none. */
export function entryIn<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Entries in order of their keys' UTF-8 bytes: so does WebAssembly compare words, unlike JavaScript. */
export function inByteOrder<T>(entries: ReadonlyMap<string, T>): [string, T][] {
  return [...entries]
    .map(([key, value]) => ({ key, value, bytes: Buffer.from(key) }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ key, value }) => [key, value]);
}
