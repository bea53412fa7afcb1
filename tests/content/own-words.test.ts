/** Facts carry over from the documents, sentences do not: our texts are in our own words. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { seedFolder } from "../helpers/repository.ts";
import { commonRuns } from "./lib/common-runs.ts";
import { blocksIn, blocksOf } from "./lib/text-blocks.ts";

/** What has to have the same words: a syntax. Each has to be there still. */
const QUOTED: readonly string[] = ["for schemas schema1 schema2 or for tables table1 table2"];

const seeds = seedFolder();

describe.runIf(seeds !== undefined)("no sentence of the documents", () => {
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
  const prose = (text: string): ReturnType<typeof blocksIn> => blocksIn("a.md", text);

  test("is found, whatever stands around it", () => {
    const own = prose("First, **you have to restart** the server\nonce and wait until it answers.");
    const other = prose("Then you have to restart the server once and wait until noon.");
    expect(commonRuns(own, other)).toEqual([
      "a.md:1: you have to restart the server once and wait until",
    ]);
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
