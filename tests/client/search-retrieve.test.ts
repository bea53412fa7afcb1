/** Which pages are read for a query: asked in all senses, with fewer words if need be. */
import { describe, expect, test } from "vitest";
import { parseQuery } from "../../src/client/search-query.ts";
import { type Candidates, type Retrieving, retrieve } from "../../src/client/search-retrieve.ts";
import type { Fragment, Pagefind, Response, Result } from "../../src/client/search-types.ts";
import { fragmentOf, lexiconOf } from "./search-texts.ts";

const LEXICON = lexiconOf("drop column columns table slot gcp google cloud", [
  ["gcp", "google cloud"],
]);

/** A Pagefind that finds these pages for these texts, and notes what it is asked. */
function pagefindOf(found: Readonly<Record<string, readonly string[]>>): {
  pagefind: Pagefind;
  asked: string[];
  read: string[];
} {
  const asked: string[] = [];
  const read: string[] = [];
  const result = (url: string): Result => ({
    id: url,
    data: (): Promise<Fragment> => {
      read.push(url);
      return Promise.resolve(fragmentOf(url, "", [], {}, url));
    },
  });
  const search: Pagefind["search"] = (query, { filters } = {}) => {
    asked.push(filters === undefined ? query : `${query} in ${filters.section}`);
    const urls = found[query] ?? [];
    const section = { Guides: urls.length };
    const response: Response = { results: urls.map(result), filters: { section } };
    return Promise.resolve(response);
  };
  const nothing = (): Promise<void> => Promise.resolve();
  const filters = (): Promise<Record<string, never>> => Promise.resolve({});
  return { pagefind: { options: nothing, init: nothing, filters, search }, asked, read };
}

const inSection = (section?: string): Retrieving => ({ section, known: new Map() });

const urls = ({ fragments }: Candidates): string[] => fragments.map(({ url }) => url);

describe("pages", () => {
  test("that have all words are enough", async () => {
    const { pagefind, asked } = pagefindOf({ "drop column": ["/a/", "/b/", "/c/"] });
    const found = await retrieve(pagefind, parseQuery("drop a column", LEXICON), inSection());
    expect(urls(found)).toEqual(["/a/", "/b/", "/c/"]);
    expect(found).toMatchObject({ pages: 3, counts: { Guides: 3 } });
    expect(asked).toEqual(["drop column"]);
  });

  test("that have some words follow where few have all", async () => {
    const { pagefind, asked } = pagefindOf({
      "drop column": ["/a/"],
      drop: ["/a/", "/b/"],
      column: ["/c/", "/d/", "/e/"],
    });
    const found = await retrieve(pagefind, parseQuery("drop column", LEXICON), inSection());
    expect(urls(found)).toEqual(["/a/", "/c/", "/d/", "/e/"]);
    expect(asked).toEqual(["drop column", "column"]);
    expect(found.counts).toEqual({ Guides: 3 });
  });

  test("are found by other names too, none of them twice", async () => {
    const { pagefind } = pagefindOf({ gcp: ["/a/"], "google cloud": ["/b/", "/a/", "/c/"] });
    const found = await retrieve(pagefind, parseQuery("gcp", LEXICON), inSection());
    expect(urls(found)).toEqual(["/a/", "/b/", "/c/"]);
  });

  test("of a chosen section are read; counts are those of all", async () => {
    const { pagefind, asked } = pagefindOf({ slot: ["/a/", "/b/", "/c/"] });
    await retrieve(pagefind, parseQuery("slot", LEXICON), inSection("Guides"));
    expect(asked).toEqual(["slot", "slot in Guides"]);
  });

  test("beyond two dozen are counted, not read", async () => {
    const many = Array.from({ length: 40 }, (_, at) => `/${at}/`);
    const { pagefind, read } = pagefindOf({ slot: many });
    const found = await retrieve(pagefind, parseQuery("slot", LEXICON), inSection());
    expect([found.pages, read.length]).toEqual([40, 24]);
  });

  test("for a query of signs alone are none, and nothing is asked", async () => {
    const { pagefind, asked } = pagefindOf({});
    expect(urls(await retrieve(pagefind, parseQuery("==", LEXICON), inSection()))).toEqual([]);
    expect(asked).toEqual([]);
  });
});

describe("with quotes", () => {
  test("pages have all phrases; those with the other words come first", async () => {
    const { pagefind, asked } = pagefindOf({
      '"drop column"': ["/a/", "/b/", "/c/"],
      '"table slot"': ["/b/", "/c/", "/d/"],
      cloud: ["/c/", "/e/"],
    });
    const query = parseQuery('cloud "drop column" “table slot”', LEXICON);
    const found = await retrieve(pagefind, query, inSection());
    expect(urls(found)).toEqual(["/c/", "/b/"]);
    expect(asked).toEqual(["cloud", '"drop column"', '"table slot"']);
    expect(found.counts).toEqual({ Guides: 3 });
  });
});

describe("what shows first", () => {
  test("is made of the best pages, and only while others have to be read", async () => {
    const many = Array.from({ length: 12 }, (_, at) => `/${at}/`);
    const { pagefind, read } = pagefindOf({ slot: many });
    const first: string[][] = [];
    const asking = { ...inSection(), onFirst: (found: Candidates) => first.push(urls(found)) };
    await retrieve(pagefind, parseQuery("slot", LEXICON), asking);
    await retrieve(pagefind, parseQuery("slot", LEXICON), asking);
    expect(first).toEqual([many.slice(0, 4)]);
    expect(read).toEqual(many);
  });
});

describe("a lexicon", () => {
  const lexicon = lexiconOf("slot slots publication publications replica cloud sql ab1c wal_level");

  test.each([
    ["publcation", ["publication"]],
    ["pubilcation", ["publication"]],
    ["slpt", ["slot"]],
    ["xlot", ["slot"]],
    ["publikationz", ["publication", "publications"]],
    ["abc", []],
    ["v12345", []],
    ["entirelyelse", []],
  ])("has near %j: %j", (word, expected) => {
    expect(lexicon.corrections(word)).toEqual(expected);
  });

  test("knows words in other forms, and starts of words", () => {
    expect([lexicon.has("slot"), lexicon.has("publication's"), lexicon.has("slotted")]).toEqual([
      true,
      false,
      true,
    ]);
    expect([lexicon.hasStart("publ"), lexicon.hasStart("zz"), lexicon.hasStart("wal_")]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test("parts what was written as one", () => {
    expect(lexicon.parts("cloudsql")).toEqual(["cloud", "sql"]);
    expect(lexicon.parts("cloudsqlx")).toBeUndefined();
    expect(lexicon.parts("slot")).toBeUndefined();
  });
});
