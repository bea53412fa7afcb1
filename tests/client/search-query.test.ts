/** How queries are understood, and how Pagefind is asked. */
import { describe, expect, test } from "vitest";
import { optionAfter } from "../../src/client/search-keys.ts";
import { parseQuery, tellingTerms } from "../../src/client/search-query.ts";
import { fewerWords, phrasesOf, senses } from "../../src/client/search-retrieve.ts";
import { lexiconOf } from "./search-texts.ts";

const WORDS =
  "replication slot slots publication wal_level wal level alloydb cloud sql column columns drop " +
  "table tables how to host port max_slots allow address addresses google rds.logical_replication";
const LEXICON = lexiconOf(WORDS, [
  ["whitelist", "allow"],
  ["gcp", "google cloud"],
]);

/** Terms as `text: alternatives`, stop words in brackets. */
const shown = (text: string): string[] =>
  parseQuery(text, LEXICON).terms.map((term) => {
    const others = term.alternatives.map(({ words }) => words.join(" ")).join(" | ");
    return term.isStop ? `(${term.text})` : `${term.text}: ${others}`;
  });

describe("a query", () => {
  test.each([
    ["Replication slot", ["replication: replication", "slot: slot"]],
    ["max_slots=10", ["max_slots: max_slots", "10: 10"]],
    ["<host>", ["host: host"]],
    ["how to drop a column", ["(how)", "(to)", "drop: drop", "(a)", "column: column"]],
    ["how to", ["how: how", "to: to"]],
    ["===", []],
    // Slips
    ["replicaton", ["replicaton: replication"]],
    ["wla_level", ["wla_level: wal_level"]],
    ["xlot", ["xlot: slot"]],
    ["drp", ["drp: drp"]],
    ["zzzzzz", ["zzzzzz: zzzzzz"]],
    // Words written apart or as one
    ["alloy db", ["alloy: alloy | alloydb", "db: db | alloydb"]],
    ["cloudsql", ["cloudsql: cloud sql"]],
    ["host.port", ["host: host", "port: port"]],
    ["host.zzz", ["host.zzz: host.zzz"]],
    // Other names
    ["whitelist", ["whitelist: whitelist | allow"]],
    ["gcp sql", ["gcp: gcp | google cloud", "sql: sql"]],
    ["google cloud", ["google: google | gcp", "cloud: cloud | gcp"]],
    // A word that is being typed, or is the start of a longer one
    ["repl", ["repl: repl"]],
    ["publica slot", ["publica: publica", "slot: slot"]],
  ])("%j is read as %j", (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  test("says how it was mended", () => {
    expect(parseQuery("replicaton slto", LEXICON).corrected).toBe("replication slot");
    expect(parseQuery("replication slo", LEXICON).corrected).toBeUndefined();
    expect(parseQuery("zzzzzz", LEXICON).corrected).toBeUndefined();
  });

  test("in quotes asks for these very words", () => {
    const phrasesIn = (text: string): string[] => phrasesOf(parseQuery(text, LEXICON));
    expect(phrasesIn(' "drop a column" ')).toEqual(['"drop a column"']);
    expect(phrasesIn('slot "drop a" column “wal level”')).toEqual(['"drop a"', '"wal level"']);
    expect(phrasesIn('slot "drop a')).toEqual([]);
    expect(phrasesIn('slot "" "=="')).toEqual([]);
    expect(parseQuery('"replicaton" gcp', LEXICON).corrected).toBeUndefined();
  });

  test("weighs rare words more than frequent ones, and stop words little", () => {
    const lexicon = lexiconOf("slot slot slot slot column how");
    const weight = Object.fromEntries(
      parseQuery("how slot column", lexicon).terms.map((term) => [term.text, term.weight]),
    );
    expect(weight.column).toBeGreaterThan(weight.slot ?? 0);
    expect(weight.slot).toBeGreaterThan(weight.how ?? 0);
  });
});

describe("Pagefind is asked", () => {
  const query = (text: string): ReturnType<typeof parseQuery> => parseQuery(text, LEXICON);

  test.each([
    ["how to drop a column", ["drop column"]],
    ["how to", ["how to"]],
    ['"drop a column"', []],
    ['slot "drop a column"', ["slot"]],
    ["gcp sql", ["gcp sql", "google cloud sql"]],
    ["google cloud sql", ["google cloud sql", "gcp sql"]],
    ["alloy db", ["alloy db", "alloydb"]],
    ["===", []],
  ])("%j in the senses %j", (text, expected) => {
    expect(senses(query(text))).toEqual(expected);
  });

  test("with words left out, the least telling first, where few pages have all", () => {
    const lexicon = lexiconOf("table table table table slot slot column");
    const asked = fewerWords(parseQuery("a table slot column", lexicon));
    expect(asked).toEqual(["slot column", "table column", "table slot", "column", "slot", "table"]);
    expect(fewerWords(query("slot"))).toEqual([]);
  });

  test("only for words that say something", () => {
    expect(tellingTerms(query("how to drop it")).map(({ text }) => text)).toEqual(["drop"]);
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
