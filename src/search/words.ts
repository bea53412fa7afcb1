/**
 * Words of a text as search compares them: lower case, no marks over letters. The
 * index step counts them, the dialog looks for them. `pg_hba.conf` is one word with
 * parts that can be asked for alone: `pg_hba`, `conf`, `pg`, `hba`.
 */
import { stemmer } from "stemmer";

/** Letters, digits and `_`, joined by signs that stand within names. */
const WORD = /[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_.'’:/-]*[\p{L}\p{M}\p{N}_])?/gu;
/** Signs between the parts of a name. */
const JOINTS = /[^\p{L}\p{M}\p{N}_]+/u;
/** Writing without blanks between words. */
const DENSE = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u;

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
  const plain = folded(text);
  return DENSE.test(plain) ? segments(plain) : (plain.match(WORD) ?? []);
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

function partsOf(word: string): string[] {
  const names = word.split(JOINTS).filter((part) => part !== "");
  const pieces = names.flatMap((name) => name.split("_")).filter((part) => part !== "");
  return [...new Set([...names, ...pieces])].filter((part) => part !== word);
}

function segments(text: string): string[] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });
  return [...segmenter.segment(text)].flatMap(({ segment, isWordLike }) =>
    isWordLike === true ? [segment] : [],
  );
}

function isEnglish(language: string): boolean {
  return /^en\b/i.test(language);
}
