/** The manual's page on the code is what the code is. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inRepository } from "../helpers/repository.ts";

const PAGE = readFileSync(inRepository("content/authoring/architecture.md"), "utf8");

/** Paths in code spans: `src/text/source.ts`, `tests/search/`. */
const PATHS = [...PAGE.matchAll(/`((?:src|tests)\/[^`\s]*)`/g)].map(([, path = ""]) => path);

const FOLDERS = readdirSync(inRepository("src"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

describe("the page on architecture", () => {
  test("names files and folders that exist", () => {
    expect(PATHS.length).toBeGreaterThan(40);
    expect(PATHS.filter((path) => !existsSync(inRepository(path)))).toEqual([]);
  });

  test("lists every folder of src/", () => {
    const tree = /```nofmt[^\n]*\nsrc\/\n([\s\S]*?)\ntests\//.exec(PAGE)?.[1] ?? "";
    const listed = [...tree.matchAll(/^ {2}([\w-]+)\/ /gm)].map(([, name]) => name);
    expect(listed.sort()).toEqual(FOLDERS);
  });

  test("has a picture of every folder of src/", () => {
    const picture = readFileSync(inRepository("public/diagrams/architecture.svg"), "utf8");
    const drawn = [...picture.matchAll(/<text [^>]*>([\w-]+)<\/text>/g)].map(([, name]) => name);
    expect(drawn.sort()).toEqual(FOLDERS);
  });
});
