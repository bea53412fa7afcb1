/**
 * Words of a text as search compares them: lower case, no marks over letters. The
 * index step counts them, the dialog looks for them. `pg_hba.conf` is one word with
 * parts that can be asked for alone: `pg_hba`, `conf`, `pg`, `hba`.
 */
import { stemmer } from "stemmer";

/** Letters, digits and `_`, joined by signs that stand within names. */
const WORD = /[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_.'’:/-]*[\p{L}\p{M}\p{N}_])?/gu;
/** The same for text of ASCII in lower case, which is found in a fraction of the time. */
const ASCII_WORD = /[a-z0-9_](?:[a-z0-9_.':/-]*[a-z0-9_])?/g;
/** Signs between the parts of a name. */
const JOINTS = /[^\p{L}\p{M}\p{N}_]+/u;
/** Writing without blanks between words. */
const DENSE = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u;

/** Text that is folded by its case alone. */
const ASCII = /^[\x20-\x7e\s]*$/;
/** A word that can have parts. */
const JOINED = /[^a-z0-9]/;

/** A word and what of it can be asked for alone, longest first. */
export interface Word {
  readonly text: string;
  readonly parts: readonly string[];
}

/** The words of a text, in order. */
export function wordsIn(text: string): Word[] {
  return textsIn(text).map((word) => ({ text: word, parts: partsOf(word) }));
}

/** The words of a text without their parts. */
export function textsIn(text: string): string[] {
  if (ASCII.test(text)) return text.toLowerCase().match(ASCII_WORD) ?? [];
  const plain = folded(text);
  return DENSE.test(plain) ? segments(plain).map(({ word }) => word) : (plain.match(WORD) ?? []);
}

/** A word and where it stands in the text that it was taken from. */
export interface PlacedWord extends Word {
  readonly start: number;
  readonly end: number;
}

/** The words of a text with their places in it. */
export function placedWords(text: string): PlacedWord[] {
  const { plain, places } = foldedWithPlaces(text);
  const found = DENSE.test(plain)
    ? segments(plain)
    : [...plain.matchAll(WORD)].map(({ 0: word, index }) => ({ word, index }));
  return found.map(({ word, index }) => ({
    text: word,
    parts: partsOf(word),
    start: places(index),
    end: places(index + word.length),
  }));
}

/** The part of a word that its forms have in common: `replicat` of `replicating`. */
export function stemOf(word: string, language: string): string {
  return isEnglish(language) && /^[a-z]{3,}$/.test(word) ? stemmer(word) : word;
}

/** Unicode: compatibility forms decomposed, so that `ü` is `u` with a mark, which is dropped. */
function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}+/gu, "")
    .toLowerCase();
}

/** What of a word can be asked for alone, longest first. */
export function partsOf(word: string): string[] {
  if (!JOINED.test(word)) return [];
  const names = word.split(JOINTS).filter((part) => part !== "");
  const pieces = names.flatMap((name) => name.split("_")).filter((part) => part !== "");
  return [...new Set([...names, ...pieces])].filter((part) => part !== word);
}

/** A text as words are compared, and for each place in it the one in the text as it is written. */
function foldedWithPlaces(text: string): { plain: string; places: (at: number) => number } {
  const plain = folded(text);
  // Plain English keeps its places; else each character is followed.
  if (/^[ -~\s]*$/.test(text)) return { plain, places: (at) => at };
  const starts: number[] = [];
  let joined = "";
  let at = 0;
  for (const character of text) {
    const part = folded(character);
    for (let i = 0; i < part.length; i++) starts.push(at);
    joined += part;
    at += character.length;
  }
  const ends = at;
  return { plain: joined, places: (index) => starts[index] ?? ends };
}

function segments(text: string): { word: string; index: number }[] {
  // A fixed language: the index and the reader's browser must cut alike.
  const segmenter = new Intl.Segmenter("en", { granularity: "word" });
  return [...segmenter.segment(text)].flatMap(({ segment, index, isWordLike }) =>
    isWordLike === true ? [{ word: segment, index }] : [],
  );
}

function isEnglish(language: string): boolean {
  return /^en\b/i.test(language);
}
