/** The schemas and this repository's own files: nothing is wrong with them, and what is refused is refused by the build. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { dump, load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { looksLikeEntries, readEntries } from "../../src/data/entries.ts";
import { parseDataFile } from "../../src/data/parse.ts";
import type { DataFile } from "../../src/data/types.ts";
import { readGrammar } from "../../src/diagrams/grammar.ts";
import { schemas } from "../../src/editor/schema.ts";
import { readOwnMatter, readPageMatter } from "../../src/site/front-matter.ts";
import { readPlaceholderNotes } from "../../src/site/placeholders.ts";
import { loadConfiguration } from "../../src/site/settings.ts";
import { splitFrontMatter } from "../../src/text/front-matter.ts";
import { Source } from "../../src/text/source.ts";
import { setUnsaved } from "../../src/text/unsaved.ts";
import { withSite } from "../helpers/case.ts";
import { inRepository } from "../helpers/repository.ts";
import { faultsOf, type Schema } from "../helpers/schema.ts";

function schemaNamed(name: string): Schema {
  return schemas().get(name) as Schema;
}

function filesIn(folder: string, extension: RegExp): string[] {
  return readdirSync(inRepository(folder), { recursive: true, encoding: "utf8" })
    .filter((path) => extension.test(path))
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`);
}

const read = (path: string): string => readFileSync(inRepository(path), "utf8");

/** What stands in the front matter of all pages. */
const MATTER = filesIn("content", /\.md$/).flatMap((path) => {
  const source = new Source(path, read(path));
  const { range, format } = splitFrontMatter(source);
  return format === "yaml"
    ? [{ path, value: load(source.text.slice(range.start, range.end)) }]
    : [];
});

const DATA = filesIn("data", /\.ya?ml$/).map((path) => ({ path, value: load(read(path)) }));
const dataIn = (folder: RegExp) => DATA.filter(({ path }) => folder.test(path));
const ENTRIES = DATA.filter(({ path, value }) => {
  const file = dataFile(path, dump(value));
  return file !== undefined && looksLikeEntries(file);
});

function dataFile(path: string, text: string): DataFile | undefined {
  const source = new Source(path, text);
  const { value } = parseDataFile(source, "yaml");
  return value && { path, source, value };
}

describe("the schema of", () => {
  test.each([
    ["front-matter", MATTER],
    ["diagrams", dataIn(/^data\/diagrams\//)],
    ["placeholders", dataIn(/^data\/placeholders\./)],
    ["site", dataIn(/^data\/site\./)],
    ["entries", DATA.filter(({ path }) => !path.startsWith("data/site."))],
  ] as const)("%s finds nothing wrong with this site's own files", (name, files) => {
    expect(files).not.toEqual([]);
    for (const { path, value } of files)
      expect([path, faultsOf(value, schemaNamed(name))]).toEqual([path, []]);
  });
});

/** Values of all shapes, some of them wrong in most places. */
const VALUES = [null, "", " ", "text", "lower", 3, 2.5, true, [], {}, ["a"], [["a"]], { a: "b" }];

interface Edit {
  readonly at: number;
  readonly kind: "drop" | "rename" | "replace" | "repeat";
  readonly value: unknown;
}

const EDIT: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom("drop", "rename", "replace", "repeat"),
  value: fc.constantFrom<unknown>(...VALUES, { optional: "x" }, { choice: [] }, { name: "x" }),
});

/** The value with one edit somewhere in it. */
function edited(value: unknown, { at, kind, value: other }: Edit): unknown {
  const copy: unknown = structuredClone(value);
  const places: (() => void)[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const held = node as Record<string, unknown>;
    for (const key of Object.keys(held)) {
      places.push(() => {
        if (kind === "replace") held[key] = other;
        else if (Array.isArray(node)) editList(node, Number(key), kind, other);
        else editMap(held, key, kind);
      });
      visit(held[key]);
    }
  };
  visit(copy);
  places[at % Math.max(1, places.length)]?.();
  return copy;
}

function editList(list: unknown[], at: number, kind: Edit["kind"], other: unknown): void {
  if (kind === "drop") list.splice(at, 1);
  else list.splice(at, 0, kind === "repeat" ? list[at] : other);
}

function editMap(map: Record<string, unknown>, key: string, kind: Edit["kind"]): void {
  const value = map[key];
  delete map[key];
  if (kind === "rename") map[`${key}z`] = value;
  if (kind === "repeat") map[key] = [value, value];
}

/** Edits of the files, judged by the schema and by the build. `isStrict`: rules beyond shapes; `isMeant`: read at all. */
function agree(
  name: string,
  files: readonly { readonly path: string; readonly value: unknown }[],
  isRefused: (path: string, text: string) => boolean,
  isStrict: (value: unknown) => boolean = () => false,
  isMeant: (value: unknown) => boolean = () => true,
): void {
  const schema = schemaNamed(name);
  fc.assert(
    fc.property(fc.constantFrom(...files), EDIT, ({ path, value }, edit) => {
      const changed = edited(value, edit);
      const text = dump(changed);
      const bySchema = faultsOf(load(text), schema);
      const byBuild = isRefused(path, text);
      const said = `${path} ${JSON.stringify(edit)} ${bySchema.join("; ")}\n${text}`;
      if (!isMeant(changed)) return;
      if (bySchema.length > 0) expect(byBuild, said).toBe(true);
      else if (!isStrict(changed)) expect(byBuild, said).toBe(false);
    }),
    { numRuns: 300 },
  );
}

describe("what the schema refuses, the build refuses, and the other way round:", () => {
  test("entries", () => {
    agree(
      "entries",
      ENTRIES,
      (path, text) => {
        const file = dataFile(path, text);
        return (
          file !== undefined && looksLikeEntries(file) && readEntries(file).problems.length > 0
        );
      },
      // A name stands once.
      (value) => {
        const names = (value as { name?: unknown }[]).map((entry) => entry?.name);
        return new Set(names).size < names.length;
      },
    );
  });

  test("grammars", () => {
    agree("diagrams", dataIn(/^data\/diagrams\//), (path, text) => {
      const file = dataFile(path, text);
      return file === undefined || readGrammar(file.value, file.source).findings.length > 0;
    });
  });

  test("placeholders", () => {
    agree("placeholders", dataIn(/^data\/placeholders\./), (path, text) => {
      const file = dataFile(path, text);
      let isTold = false;
      if (file !== undefined)
        readPlaceholderNotes(file, () => {
          isTold = true;
        });
      return isTold;
    });
  });

  test("front matter", () => {
    agree(
      "front-matter",
      MATTER,
      (path, text) => {
        let isTold = false;
        const report = (): void => {
          isTold = true;
        };
        const { layer } = readOwnMatter(new Source(path, `---\n${text}---\n`), report);
        readPageMatter([layer], report, path.endsWith("_index.md") ? "section" : "page");
        return isTold;
      },
      // Addresses, dates and names have rules beyond their shape; fields of any name are free.
      () => true,
    );
  });

  test("settings", async () => {
    await withSite({ "data/site.yml": "" }, async (root) => {
      const file = join(root, "data/site.yml");
      agree(
        "site",
        dataIn(/^data\/site\./),
        (_path, text) => {
          let isTold = false;
          setUnsaved(file, text);
          loadConfiguration(root, () => {
            isTold = true;
          });
          return isTold;
        },
        () => true,
        // Beside `menus`, a map in `menu` is not read (Hugo).
        (value) => typeof (value as { menu?: unknown } | null)?.menu !== "object",
      );
      setUnsaved(file, undefined);
    });
  });
});
