/** What the pages of a built site weigh with all that they load before a reader does anything. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { join as joinUrl } from "node:path/posix";
import { brotliCompressSync, gzipSync } from "node:zlib";

/** Bytes of HTML, styles, script and icon with brotli, which every browser takes. */
export const WEIGHT_LIMIT = 30 * 1024;

/** Bytes of all script that a page loads by itself, with gzip. */
export const PACKED_SCRIPT_LIMIT = 6 * 1024;

/** Bytes of script on a page without placeholders, as it is parsed. */
export const SCRIPT_LIMIT = 15_000;

export interface Weight {
  readonly path: string;
  readonly files: readonly string[];
  /** Bytes as they are. */
  readonly raw: number;
  /** Bytes with gzip, level 9. */
  readonly gzip: number;
  /** Bytes with brotli, level 11. */
  readonly compressed: number;
}

/**
 * The files that a page loads by itself, by path from the site's root: those that its
 * HTML names, and the scripts that these import.
 */
export function filesBeforeUse(folder: string, path: string): string[] {
  const html = readFileSync(join(folder, path, "index.html"), "utf8");
  const named = [
    ...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g),
    ...html.matchAll(/<link[^>]*\srel="(?:stylesheet|icon|modulepreload)"[^>]*\shref="([^"]+)"/g),
    ...html.matchAll(/<img(?![^>]*loading="lazy")[^>]*\ssrc="([^"]+)"/g),
  ];
  const files = new Set<string>();
  const add = (address: string): void => {
    const file = address.replace(/^\//, "");
    if (files.has(file) || !existsSync(join(folder, file))) return;
    files.add(file);
    if (!file.endsWith(".js")) return;
    const script = readFileSync(join(folder, file), "utf8");
    for (const [, imported = ""] of script.matchAll(/(?:from|import)\s*"(\.[^"]+)"/g))
      add(joinUrl(dirname(file), imported));
  };
  for (const [, address = ""] of named) add(address);
  return [...files];
}

/** The weight of one page. */
export function weightOf(folder: string, path: string): Weight {
  const files = [join(path, "index.html"), ...filesBeforeUse(folder, path)];
  const texts = files.map((file) => readFileSync(join(folder, file)));
  const sum = (size: (bytes: Buffer) => number): number =>
    texts.reduce((total, bytes) => total + size(bytes), 0);
  return {
    path,
    files,
    raw: sum((bytes) => bytes.length),
    gzip: sum((bytes) => gzipSync(bytes, { level: 9 }).length),
    compressed: sum((bytes) => brotliCompressSync(bytes).length),
  };
}

/** Bytes of script that a page loads by itself, as they are parsed. */
export function scriptBytes(folder: string, path: string): number {
  return filesBeforeUse(folder, path)
    .filter((file) => file.endsWith(".js"))
    .reduce((sum, file) => sum + readFileSync(join(folder, file)).length, 0);
}

/** The same with gzip, level 9. */
export function packedScriptBytes(folder: string, path: string): number {
  return filesBeforeUse(folder, path)
    .filter((file) => file.endsWith(".js"))
    .reduce(
      (sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length,
      0,
    );
}

/** The page that weighs most. */
export function heaviestPage(folder: string, paths: readonly string[]): Weight {
  const largest = paths
    .toSorted((a, b) => sizeOf(folder, b) - sizeOf(folder, a))
    .slice(0, 5)
    .map((path) => weightOf(folder, path))
    .toSorted((a, b) => b.compressed - a.compressed);
  const [heaviest] = largest;
  if (heaviest === undefined) throw new Error("A site has a page");
  return heaviest;
}

function sizeOf(folder: string, path: string): number {
  return readFileSync(join(folder, path, "index.html")).length;
}
