/** Which section fits a query best; how queries are read. */
import { describe, expect, test } from "vitest";
import { optionAfter } from "../../src/client/search-keys.ts";
import { plainQuery } from "../../src/client/search-query.ts";
import { type Found, matchOf, outranks, termsOf } from "../../src/client/search-rank.ts";
import { knownWords, suggestionFor } from "../../src/client/search-suggest.ts";

describe("terms", () => {
  test.each([
    ["Create a publication", ["create", "a", "publication"]],
    ["A. Configure PostgreSQL", ["configure", "postgresql"]],
    ["2. Create", ["create"]],
    ["rds.logical_replication, wal_level.", ["rds.logical_replication", "wal_level"]],
    ["“Größe”", ["größe"]],
    ["a", ["a"]],
    ["= ;", []],
  ])("of %j", (text, expected) => {
    expect(termsOf(text)).toEqual(expected);
  });
});

describe("a match", () => {
  const found = (title: string, words: string[], weight = 1): Found => ({ title, words, weight });

  test("counts the query's words in the section and in its title", () => {
    expect(
      matchOf("ssh tunnel", found("Cloud › SSH tunnel", ["SSH", "tunnel.", "tunnels"])),
    ).toEqual({ isTitle: true, terms: 2, titleTerms: 2, weight: 1 });
    expect(matchOf("replicating", found("Replication slots", ["replication"]))).toEqual({
      isTitle: false,
      terms: 1,
      titleTerms: 1,
      weight: 1,
    });
    expect(matchOf("", found("", []))).toEqual({
      isTitle: false,
      terms: 0,
      titleTerms: 0,
      weight: 1,
    });
  });

  test("is the better the more it covers; weight decides last", () => {
    const sections = [
      found("Other", ["tunnel"], 50),
      found("Check the tunnel", ["tunnel"], 5),
      found("Other", ["ssh", "tunnel"], 1),
      found("Other", ["ssh", "tunnel"], 2),
      found("SSH tunnel", ["ssh"], 1),
    ];
    const order = sections
      .map((section, index) => ({ index, match: matchOf("ssh tunnel", section) }))
      .sort((a, b) => outranks(a.match, b.match))
      .map(({ index }) => index);
    expect(order).toEqual([4, 3, 2, 1, 0]);
  });
});

describe("a query", () => {
  test.each([
    ["max_slots=10", "max_slots 10"],
    ["  create a publication ", "create publication"],
    ["a", "a"],
    ["a b", "a b"],
    ["version 9", "version 9"],
    ['"create a source"', '"create a source"'],
    ["<host>", "host"],
    ["===", ""],
  ])("%j is asked as %j", (query, expected) => {
    expect(plainQuery(query)).toBe(expected);
  });
});

describe("suggestions", () => {
  const known = knownWords([
    {
      url: "/",
      meta: {},
      anchors: [],
      sub_results: [],
      raw_content: "Set wal_level. A publication, to be.",
    },
  ]);

  test("come from the words of pages", () => {
    expect([...known]).toEqual(["set", "wal_level", "publication"]);
  });

  test.each([
    ["wla_level", "wal_level"],
    ["Pbulication wal_level", "publication wal_level"],
    ["xal_level", undefined],
    ["wal_level", undefined],
    ["", undefined],
  ])("for %j: %j", (query, expected) => {
    expect(suggestionFor(query, known)).toBe(expected);
  });
});

describe("keys", () => {
  test.each([
    ["ArrowDown", -1, 3, 0],
    ["ArrowDown", 2, 3, 0],
    ["ArrowUp", 0, 3, 2],
    ["ArrowUp", -1, 3, 2],
    ["ArrowUp", 2, 3, 1],
    ["Home", 2, 3, 0],
    ["End", 0, 3, 2],
    ["ArrowDown", -1, 0, undefined],
    ["End", -1, 0, undefined],
    ["a", 1, 3, undefined],
    ["ArrowLeft", 1, 3, undefined],
  ])("%s at %i of %i goes to %s", (key, current, count, expected) => {
    expect(optionAfter(key, current, count)).toBe(expected);
  });
});
