/** Facts carry over from the documents, sentences do not: our texts are in our own words. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { seedFolder } from "../helpers/repository.ts";
import { commonRuns } from "./lib/common-runs.ts";
import { blocksIn, blocksOf, type TextBlock } from "./lib/text-blocks.ts";

/** What has to be the same, and why. Each has to be there still. */
const QUOTED: readonly string[] = [
  // A syntax.
  "for schemas schema1 schema2 or for tables table1 table2",
];

const seeds = seedFolder();

describe.runIf(seeds !== undefined)("no sentence and no code of the documents", () => {
  test("stands in content/ or data/", () => {
    const documents = readdirSync(seeds ?? "").flatMap((file) =>
      blocksIn(file.replace(".txt", ".md"), readFileSync(join(seeds ?? "", file), "utf8")),
    );
    const runs = commonRuns(blocksOf("content", "data"), documents);
    const isQuote = (run: string): boolean => QUOTED.some((quote) => run.endsWith(quote));
    expect(runs.filter((run) => !isQuote(run))).toEqual([]);
    expect(QUOTED.filter((quote) => !runs.some((run) => run.endsWith(quote)))).toEqual([]);
  });
});

describe("a run of common words", () => {
  const prose = (text: string): TextBlock[] => blocksIn("a.md", text);

  test("is found, whatever stands around it", () => {
    const own = prose("First, **you have to restart** the server\nonce and wait until it answers.");
    const other = prose("Then you have to restart the server once and wait until noon.");
    expect(commonRuns(own, other)).toEqual([
      "a.md:1: you have to restart the server once and wait until",
    ]);
  });

  test("is found in a table, with another apostrophe", () => {
    const row = "| It doesn't answer before all of its tables are read once more. |";
    const other = prose("So it doesn’t answer before all of its tables are read.");
    expect(commonRuns(prose(`| A |\n| --- |\n${row}\n`), other)).toEqual([
      "a.md:3: it doesn't answer before all of its tables are read",
    ]);
  });

  test("is of three lines in code", () => {
    const code = (...lines: string[]): TextBlock[] => prose(`~~~sql\n${lines.join("\n")}\n~~~\n`);
    const other = code("SELECT a", "FROM t", "WHERE b;");
    expect(commonRuns(code("-- All", "select a", "  from t", "where b"), other)).toEqual([
      "a.md:1: select a / from t / where b",
    ]);
    expect(commonRuns(code("SELECT a", "FROM t", "ORDER BY b;"), other)).toEqual([]);
    expect(commonRuns(prose("SELECT a FROM t WHERE b"), other)).toEqual([]);
  });

  test("is no matter if it is short", () => {
    expect(
      commonRuns(
        prose("You have to restart the server."),
        prose("You have to restart the server."),
      ),
    ).toEqual([]);
  });
});
