/** The manual's figures of what readers load, from built sites. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { weightOf } from "../helpers/page-weight.ts";
import { tableFile } from "./builds/figures.ts";
import { median } from "./builds/results.ts";

/** The table of what a page loads; `pages` are those of `folder` that count for the median. */
export function pageWeightFile(folder: string, pages: readonly string[], heaviest: string): string {
  const sizes = (path: string): readonly [number, number] => {
    const bytes = readFileSync(join(folder, path));
    return [bytes.length, packed(bytes)];
  };
  const html = pages.map((page) => sizes(join(page, "index.html")));
  const { files } = weightOf(folder, heaviest);
  const kind = (ending: RegExp): readonly [number, number] => {
    const found = files.filter((file) => ending.test(file)).map(sizes);
    return [sum(found.map(([plain]) => plain)), sum(found.map(([, gzip]) => gzip))];
  };
  const rows: readonly (readonly [string, readonly [number, number]])[] = [
    [
      "HTML of a page, median",
      [median(html.map(([plain]) => plain)), median(html.map(([, gzip]) => gzip))],
    ],
    [`HTML of the heaviest page, [${heaviest}](/${heaviest})`, sizes(join(heaviest, "index.html"))],
    ["Styles", kind(/\.css$/)],
    ["Script", kind(/\.js$/)],
    ["Icon", kind(/\.svg$|\.ico$/)],
  ];
  return tableFile(
    "Written by `npm run bench -- --only weights --write`: sizes of the shipped site.",
    { file: "File", plain: "Uncompressed", gzip: "With gzip" },
    rows.map(([name, [plain, gzip]]) => [name, kilobytes(plain), kilobytes(gzip)]),
  );
}

/** The table of what search loads on first use, of the site built into `folder`. */
export function searchWeightFile(folder: string, pages: number): string {
  const index = join(folder, "pagefind");
  const read = (...path: string[]): Buffer => readFileSync(join(index, ...path));
  // Pagefind packs its own files; others are sent with gzip.
  const chunks = (name: string): number[] =>
    existsSync(join(index, name))
      ? readdirSync(join(index, name)).map((file) => read(name, file).length)
      : [];
  const named = (pattern: RegExp): number[] =>
    readdirSync(index)
      .filter((name) => pattern.test(name))
      .map((name) => (name.startsWith("waymark-") ? packed(read(name)) : read(name).length));
  const range = (sizes: readonly number[]): string =>
    `${kilobytes(median(sizes))}, at most ${kilobytes(Math.max(...sizes))}`;
  const rows = [
    ["Pagefind's interface", kilobytes(packed(read("pagefind.js")))],
    ["Pagefind's WebAssembly", kilobytes(sum(named(/^wasm\./)))],
    [
      "The site's words, for slips of the pen, and its lists of pages",
      kilobytes(sum(named(/^waymark-|\.pf_meta$/))),
    ],
    ["A chunk of the index for each word of the query", range(chunks("index"))],
    ["The text of each page that may answer, 24 at most", range(chunks("fragment"))],
  ];
  return tableFile(
    `Written by \`npm run bench -- --only builds --write\`: a site of ${pages} generated guides.`,
    { file: "File", size: "As sent, with gzip" },
    rows,
  );
}

function packed(bytes: Buffer): number {
  return gzipSync(bytes, { level: 6 }).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function kilobytes(bytes: number): string {
  const value = bytes / 1000;
  return `${value < 1 ? value.toFixed(1) : value.toFixed(0)} KB`;
}
