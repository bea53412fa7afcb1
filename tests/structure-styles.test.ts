/** Styles hold for both directions of writing: sides have logical names (CSS Logical Properties). */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inRepository } from "./helpers/repository.ts";

const PHYSICAL =
  /(?:^|[\s;{])(?:(?:margin|padding|border)-(?:left|right|top|bottom)[\w-]*|(?:min-|max-)?(?:width|height)|left|right|top|bottom|inset-(?:left|right)|border-(?:top|bottom)-(?:left|right)-radius|(?:text-align|float|clear)\s*:\s*(?:left|right))\s*[:;]/;

const FILES = readdirSync(inRepository("src/styles")).filter((name) => name.endsWith(".css"));

describe("styles", () => {
  test.each(FILES)("%s has no physical sides", (name) => {
    const text = readFileSync(inRepository("src/styles", name), "utf8")
      .replace(/\/\*.*?\*\//gs, "")
      .replace(/@(?:media|container)[^{]*\{/g, "");
    const found = text.split("\n").filter((line) => PHYSICAL.test(`${line.trim()};`));
    expect(found).toEqual([]);
  });
});
