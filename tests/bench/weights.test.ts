/** What readers load, weighed on a folder that is no real site. */
import { randomBytes } from "node:crypto";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { withSite } from "../helpers/case.ts";
import { pageWeightFile, searchWeightFile } from "./weight-figures.ts";

/** Text that gzip cannot make much smaller than its half. */
const noise = (length: number): string => randomBytes(length / 2).toString("hex");

const rowsOf = (text: string): Record<string, string>[] =>
  (load(text) as { rows: Record<string, string>[] }).rows;

describe("figures of what readers load", () => {
  test("have a page's HTML, styles, script and icon, plain and with gzip", async () => {
    const head = '<link rel="stylesheet" href="/a.css"><script src="/b.js"></script>';
    const files = {
      "one/index.html": head + "x".repeat(40_000 - head.length),
      "two/index.html": "x".repeat(20_000),
      "a.css": "y".repeat(7_000),
      "b.js": 'import "./c.js";',
      "c.js": "z".repeat(3_000),
    };
    await withSite(files, async (folder) => {
      const rows = rowsOf(pageWeightFile(folder, ["one", "two"], "one"));
      expect(rows.map(({ file, plain, gzip }) => [file, plain, gzip])).toEqual([
        ["HTML of a page, median", "30 KB", "0.1 KB"],
        ["HTML of the heaviest page, [one](/one)", "40 KB", "0.1 KB"],
        ["Styles", "7 KB", "0.0 KB"],
        ["Script", "3 KB", "0.1 KB"],
        ["Icon", "0.0 KB", "0.0 KB"],
      ]);
    });
  });

  test("have what search loads, Pagefind's files as they are", async () => {
    const files = {
      "pagefind/pagefind.js": noise(20_000),
      "pagefind/wasm.en.pagefind": noise(50_000),
      "pagefind/waymark-words.json": "w".repeat(90_000),
      "pagefind/pagefind.en_1.pf_meta": noise(8_000),
      "pagefind/index/a.pf_index": noise(10_000),
      "pagefind/index/b.pf_index": noise(30_000),
      "pagefind/fragment/a.pf_fragment": noise(2_000),
    };
    await withSite(files, async (folder) => {
      const rows = rowsOf(searchWeightFile(folder, 10)).map(({ size }) => size);
      expect(rows.slice(1)).toEqual([
        "50 KB",
        "8 KB",
        "20 KB, at most 30 KB",
        "2 KB, at most 2 KB",
      ]);
      expect(Number.parseInt(rows[0] ?? "", 10)).toBeLessThan(15);
    });
  });
});
