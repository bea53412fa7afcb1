/** Files as one run of bytes: a line of JSON that lists paths and lengths, then the contents. */

/** The bytes of files, by path. */
export function packFiles(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const list = [...files].map(([path, { length }]) => [path, length]);
  return Buffer.concat([Buffer.from(`${JSON.stringify(list)}\n`), ...files.values()]);
}

/** The files of such bytes. */
export function unpackFiles(bytes: Buffer): Map<string, Uint8Array> {
  const end = bytes.indexOf("\n");
  const list = JSON.parse(bytes.toString("utf8", 0, end)) as [string, number][];
  let at = end + 1;
  return new Map(
    list.map(([path, length]) => {
      const content = bytes.subarray(at, at + length);
      at += length;
      return [path, content];
    }),
  );
}
