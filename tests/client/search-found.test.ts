/** What is marked in a text, which searches are remembered, what to try, what an address meant. */
import { describe, expect, test } from "vitest";
import { foundPlaces } from "../../src/client/found-places.ts";
import { nearestPages, wordsOfPath } from "../../src/client/lost-nearest.ts";
import { addressOf, stateOf } from "../../src/client/search-address.ts";
import { foundWords, parseQuery } from "../../src/client/search-query.ts";
import { withoutRecent, withRecent } from "../../src/client/search-recent.ts";
import { suggestionsFor } from "../../src/client/search-suggest.ts";
import type { PageAddress } from "../../src/search/site-pages.ts";
import { stemOf } from "../../src/search/words.ts";
import { lexiconOf } from "./search-texts.ts";

const LEXICON = lexiconOf(
  "replication replicating slot slots create source wal_level gcp google cloud public publication",
  [["gcp", "google cloud"]],
);

/** The marked parts of a text, for a query. */
function marked(query: string, text: string): string[] {
  const found = foundWords(parseQuery(query, LEXICON));
  return foundPlaces(text, found, (word) => stemOf(word, "en")).map(({ start, end }) =>
    text.slice(start, end),
  );
}

describe("marks", () => {
  test.each([
    ["replication", "It replicates: replication, not a replica.", ["replicates", "replication"]],
    ["slot", "Slots, slot_name, slotted", ["Slots", "slot_name", "slotted"]],
    ["public", "A publication is public.", ["public"]],
    ["wal_level", "SHOW wal_level; wal_level=logical walnut", ["wal_level", "wal_level"]],
    ["how to create a source", "CREATE SOURCE a FROM how to", ["CREATE", "SOURCE"]],
    ["gcp", "On GCP or Google Cloud.", ["GCP", "Google", "Cloud"]],
    ['"create source"', "source create source; create a source", ["create source"]],
    ['"create source" slot', "create source slot source", ["create source", "slot"]],
    ["repli", "We replicate, a replica.", ["replicate", "replica"]],
    ["slot", "Größe und Slöt", ["Slöt"]],
    ["wal_level", "nothing here", []],
  ])("of %j in %j are %j", (query, text, expected) => {
    expect(marked(query, text)).toEqual(expected);
  });
});

describe("recent searches", () => {
  test("have the last one first, each once, at most six, none that is a text", () => {
    expect(withRecent(["a", "B"], " b  ")).toEqual(["b", "a"]);
    expect(withRecent(["a"], "  ")).toEqual(["a"]);
    expect(withRecent(["a"], "x".repeat(81))).toEqual(["a"]);
    expect(withRecent(["1", "2", "3", "4", "5", "6"], "7")).toEqual(["7", "1", "2", "3", "4", "5"]);
    expect(withoutRecent(["a", "B"], "b")).toEqual(["a"]);
  });
});

describe("suggestions", () => {
  const tried = (query: string): string[] =>
    suggestionsFor(parseQuery(query, LEXICON), LEXICON).map(
      ({ kind, query: text }) => `${kind}: ${text}`,
    );

  test.each([
    ["replixyzcation", ["near: replication", "near: publication"]],
    ["slot qqqqqqqq", ["fewer: slot"]],
    ["qqqqqqqq", []],
    ['"slot source"', ["unquoted: slot source", "fewer: source", "fewer: slot"]],
    ["", []],
  ])("for %j are %j", (query, expected) => {
    expect(tried(query).toSorted()).toEqual(expected.toSorted());
  });
});

describe("an address without a page", () => {
  const PAGES: readonly PageAddress[] = [
    ["/", "Home"],
    ["/guides/", "Guides"],
    ["/guides/set-up/", "Set up"],
    ["/guides/größe/", "Größe"],
    ["/reference/set-up.html", "Reference: set up"],
    ["/other/thing/", "Thing"],
  ];

  test.each([
    ["/Guides/Set-Up", ["/guides/set-up/ same", "/reference/set-up.html"]],
    ["/guides//set-up/index.html", ["/guides/set-up/ same", "/reference/set-up.html"]],
    ["/reference/set-up", ["/reference/set-up.html same", "/guides/set-up/"]],
    ["/moved/setup/", ["/guides/set-up/", "/reference/set-up.html"]],
    ["/guides/gr%C3%B6%C3%9Fe", ["/guides/größe/ same"]],
    ["/guides/%E0%A4%A", []],
    ["/", []],
    ["/zzzz/", []],
  ])("%s means %j", (path, expected) => {
    const near = nearestPages(path, PAGES, 4);
    const [first, ...rest] = near.map(({ url, isSame }) => (isSame ? `${url} same` : url));
    expect([first, ...rest].filter((one) => one !== undefined).slice(0, expected.length)).toEqual(
      expected,
    );
    if (expected.length === 0) expect(near).toEqual([]);
  });

  test.each([
    ["/docs/set-up_the.thing.html", "set up the thing"],
    ["/docs/v1.2/", "v1"],
    ["/docs/404/", "docs"],
    ["/1/2/", ""],
  ])("%s is searched for by %j", (path, expected) => {
    expect(wordsOfPath(path)).toBe(expected);
  });
});

test("a search is an address and back", () => {
  const page = new URL("https://docs.example/docs/search/?old=1#x");
  const state = { query: "a & b + c%", section: "Größe" };
  const address = addressOf(page, state);
  expect(address.href).toBe(
    "https://docs.example/docs/search/?q=a+%26+b+%2B+c%25&section=Gr%C3%B6%C3%9Fe",
  );
  expect(stateOf(address)).toEqual(state);
  expect(addressOf(page, { query: "", section: undefined }).href).toBe(
    "https://docs.example/docs/search/",
  );
});
