/** The words of a site: what is counted, and how it survives the way to the dialog. */
import { describe, expect, test } from "vitest";
import { sectionsOf } from "../../src/search/sections.ts";
import { stopWordsOf } from "../../src/search/stop-words.ts";
import { decodeVocabulary, VocabularyCounter, wordsOfPage } from "../../src/search/vocabulary.ts";
import { stemOf, textsIn, wordsIn } from "../../src/search/words.ts";

describe("words", () => {
  test.each([
    ["Set wal_level = 'logical';", ["set", "wal_level", "logical"]],
    ["pg_hba.conf, rds.logical_replication.", ["pg_hba.conf", "rds.logical_replication"]],
    ["Größe ﬁx Ⅳ", ["große", "fix", "iv"]],
    ["don’t use CDC/ETL", ["don’t", "use", "cdc/etl"]],
    ["<host>:5432 (a)", ["host", "5432", "a"]],
    ["= ;", []],
    ["复制槽 很重要", ["复制", "槽", "很", "重要"]],
  ])("of %j", (text, expected) => {
    expect(textsIn(text)).toEqual(expected);
  });

  test.each([
    ["pg_hba.conf", ["pg_hba", "conf", "pg", "hba"]],
    ["self-hosted", ["self", "hosted"]],
    ["wal_level", ["wal", "level"]],
    ["plain", []],
  ])("%s has the parts %j", (text, parts) => {
    expect(wordsIn(text)).toEqual([{ text, parts }]);
  });

  test("have stems in English only, and names have none", () => {
    expect(stemOf("replicating", "en-US")).toBe(stemOf("replication", "en"));
    expect(stemOf("replicating", "de")).toBe("replicating");
    expect(stemOf("wal_levels", "en")).toBe("wal_levels");
  });

  test("of questions are known for English", () => {
    expect(stopWordsOf("en-GB").has("how")).toBe(true);
    expect(stopWordsOf("xx").size).toBe(0);
  });
});

describe("a vocabulary", () => {
  const counter = (): VocabularyCounter => {
    const made = new VocabularyCounter();
    const html = '<p>a slot</p><h2 id="x">Slot</h2><p>wal_level, wal_level</p>';
    made.add(wordsOfPage("Guide", sectionsOf(html)));
    return made;
  };

  test("counts the sections that have a word, whole or in part", () => {
    const text = counter().encode("en", [["GCP", "Google Cloud"]]);
    const { words, ...rest } = decodeVocabulary(JSON.parse(text));
    expect([...words]).toEqual([
      ["a", 1],
      ["guide", 1],
      ["level", 1],
      ["slot", 2],
      ["wal", 1],
      ["wal_level", 1],
    ]);
    expect(rest).toEqual({ language: "en", sections: 2, synonyms: [["gcp", "google cloud"]] });
    expect(counter().encode("en", [["GCP", "Google Cloud"]])).toBe(text);
  });

  test("of an empty site has no words", () => {
    const { words } = decodeVocabulary(JSON.parse(new VocabularyCounter().encode("en", [])));
    expect(words.size).toBe(0);
  });

  test("leaves out digests, and the rarest words of a huge site", () => {
    const made = new VocabularyCounter();
    const words = Array.from({ length: 80_100 }, (_, index) => `w${index}`).join(" ");
    for (const text of ["x".repeat(41), words])
      made.add(wordsOfPage("common", { intro: [{ text, isCode: false }], sections: [] }));
    const { words: kept } = decodeVocabulary(JSON.parse(made.encode("en", [])));
    expect(kept.size).toBe(80_000);
    expect(kept.get("common")).toBe(2);
    expect([...kept.keys()].some((word) => word.startsWith("xx"))).toBe(false);
  });
});
