/** Whether one label is a slip of another: a letter wrong, doubled, swapped or missing. */
import { editDistance } from "../text/nearest.ts";

/** From these lengths on, words that differ by one edit, or by two, are hardly two words. */
const ONE_EDIT = 6;
const TWO_EDITS = 12;
const SWAP = 5;
const DOUBLED = 4;

/** `Postgres` is `PostgreSQL`, while `Angular` is not `AngularJS`. */
const SHORTENED = 8;

/** Parts of the names of regions, each with a near neighbor. */
const REGION = /north|south|east|west/;

/** A word in lower case, and as it is written. */
export interface LabelWord {
  readonly word: string;
  readonly written: string;
}

/** What slips keep: the first letter of each word, and all numbers. Labels that differ here are two. */
export function slipKey(words: readonly LabelWord[]): string {
  return words.map(({ word }) => (/\d/.test(word) ? word : (word[0] ?? ""))).join(" ");
}

/** Whether labels with the same key differ by a slip in one word. */
export function isSlip(a: readonly LabelWord[], b: readonly LabelWord[]): boolean {
  const different = a.flatMap((word, at) => {
    const other = b[at];
    return other === undefined || other.word === word.word ? [] : [[word, other] as const];
  });
  const [pair, ...more] = different;
  return pair !== undefined && more.length === 0 && isWordSlip(...pair);
}

function isWordSlip(a: LabelWord, b: LabelWord): boolean {
  const [short, long] = a.word.length <= b.word.length ? [a, b] : [b, a];
  if (/\d/.test(a.word + b.word) || REGION.test(a.word) || REGION.test(b.word)) return false;
  const length = short.word.length;
  const distance = editDistance(a.word, b.word, 3);
  if (isShortened(short, long)) return true;
  if (isInflected(short.word, long.word)) return false;
  if (length >= TWO_EDITS) return distance <= 2;
  if (length >= ONE_EDIT) return distance === 1;
  const isSwapped = distance === 1 && length === long.word.length && isSwap(a.word, b.word);
  if (length >= SWAP && isSwapped) return true;
  return length >= DOUBLED && squeezed(a.word) === squeezed(b.word);
}

/** The end of a word that was left out is written in capitals: `SQL`. */
function isShortened(short: LabelWord, long: LabelWord): boolean {
  const rest = long.written.slice(short.word.length);
  return (
    short.word.length >= SHORTENED &&
    long.word.startsWith(short.word) &&
    rest.length <= 2 &&
    rest === rest.toUpperCase()
  );
}

/** `compile` and `compiler`, `produced` and `producer`: words of one stem, not slips. */
function isInflected(short: string, long: string): boolean {
  const stem = short.length === long.length ? short.slice(0, -1) : short;
  return (
    long.startsWith(stem) &&
    /^(?:[a-z]|[a-rt-z]{2})$/.test(long.slice(stem.length)) &&
    !`${stem}s`.startsWith(long)
  );
}

function isSwap(a: string, b: string): boolean {
  return [...a].sort().join("") === [...b].sort().join("");
}

function squeezed(word: string): string {
  return word.replace(/(.)\1+/g, "$1");
}
