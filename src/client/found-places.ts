/** Where words that were searched for stand in a text: as the search met them, forms included. */
import { type PlacedWord, placedWords } from "../search/words.ts";
import type { FoundWords } from "./found-words.ts";

/** A half-open range of characters. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** "ing" after a doubled letter, "tion": longer endings make another word. */
const MAX_ENDING = 4;
/** Shorter starts are met by too many words. */
const MIN_START = 2;

/** The places of words in a text, in order. `stem`: what the forms of a word have in common. */
export function foundPlaces(
  text: string,
  found: FoundWords,
  stem: (word: string) => string,
): TextRange[] {
  const words = placedWords(text);
  const stems = Map.groupBy(found.words, stem);
  const single = words.filter(({ text: word, parts }) =>
    [word, ...parts].some((part) => (stems.get(stem(part)) ?? []).some((one) => isForm(one, part))),
  );
  const places = [
    ...single,
    ...started(words, found, stem),
    ...phrasesIn(words, found.phrases, stem),
  ];
  return places
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Whether two words of one stem are forms of each other. */
function isForm(a: string, b: string): boolean {
  return Math.abs(a.length - b.length) <= MAX_ENDING;
}

/** Words that start like the last one of the query, if it stands nowhere as a whole. */
function started(
  words: readonly PlacedWord[],
  { start, words: meant }: FoundWords,
  stem: (word: string) => string,
): PlacedWord[] {
  if (start === undefined || start.length < MIN_START) return [];
  const isWhole = ({ text, parts }: PlacedWord): boolean =>
    [text, ...parts].some((word) => word === start || stem(word) === stem(start));
  if (!meant.includes(start) || words.some(isWhole)) return [];
  return words.filter(({ text, parts }) => [text, ...parts].some((word) => word.startsWith(start)));
}

/** Runs of words that are those of a phrase, each run as one place. */
function phrasesIn(
  words: readonly PlacedWord[],
  phrases: readonly (readonly string[])[],
  stem: (word: string) => string,
): TextRange[] {
  const isWord = ({ text, parts }: PlacedWord, wanted: string): boolean =>
    [text, ...parts].some((part) => stem(part) === stem(wanted) && isForm(part, wanted));
  return phrases.flatMap((phrase) =>
    words.flatMap((first, at) => {
      const run = words.slice(at, at + phrase.length);
      const last = run.at(-1);
      const isRun =
        run.length === phrase.length &&
        phrase.every((word, index) => isWord(run[index] ?? first, word));
      return isRun && last !== undefined ? [{ start: first.start, end: last.end }] : [];
    }),
  );
}
