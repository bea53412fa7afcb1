/** Excerpts: which words are shown, and which are marked. */
import { expect, test } from "vitest";
import { afterTitle, excerptOf, type Piece, wordsOf } from "../../src/client/search-excerpt.ts";

/** Pieces as text, matches in brackets. */
const shown = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join("");

const at = (...locations: number[]): { location: number; balanced_score: number }[] =>
  locations.map((location) => ({ location, balanced_score: 1 }));

const numbered = (count: number): string =>
  Array.from({ length: count }, (_, i) => `w${i}`).join(" ");

test.each([
  ["a match", "Set wal_level here.", at(1), "Set [wal_level] here."],
  ["neighbours are one match", "an SSH tunnel needs", at(1, 2), "an [SSH tunnel] needs"],
  ["punctuation around is not marked", "(“logical”), then", at(0), "(“[logical]”), then"],
  ["what Pagefind escaped", "SELECT &lt;b&gt; &amp;lt; x", at(1), "SELECT <[b]> &amp;lt; x"],
  ["no match", "one two", [], "one two"],
  ["a match outside of the range", "one two", at(7), "one two"],
  ["a sign alone", "a = b", at(1), "a = b"],
])("%s", (_, content, found, expected) => {
  const words = wordsOf(content);
  expect(shown(excerptOf(words, { start: 0, end: words.list.length }, found))).toBe(expected);
});

test("the window holds most matches, a few words before the first", () => {
  const words = wordsOf(numbered(100));
  const pieces = excerptOf(words, { start: 0, end: 100 }, at(3, 60, 62, 70));
  expect(shown(pieces)).toMatch(/^… w55 .* w59 \[w60\] w61 \[w62\] .* \[w70\] .* w78 …$/);
});

test("a window never leaves its section", () => {
  const words = wordsOf(numbered(100));
  expect(shown(excerptOf(words, { start: 50, end: 53 }, at(52)))).toBe("w50 w51 [w52]");
  expect(shown(excerptOf(words, { start: 50, end: 90 }, at(89)))).toMatch(/^… w66 .* \[w89\]$/);
  expect(shown(excerptOf(words, { start: 50, end: 50 }, at(52)))).toBe("");
});

test("words of languages without blanks are joined again", () => {
  const words = wordsOf("复制\u200b槽\u200b很\u200b重要");
  expect(shown(excerptOf(words, { start: 0, end: 4 }, at(1)))).toBe("复制[槽]很重要");
});

test("text starts after the title, however many words Pagefind made of it", () => {
  expect(afterTitle(wordsOf("x Head: of it. text"), 1, "Head: of it")).toBe(4);
  expect(afterTitle(wordsOf("复制\u200b槽。\u200b很"), 0, "复制槽")).toBe(2);
  expect(afterTitle(wordsOf("one"), 0, "one two three")).toBe(1);
});
