/** Queries as they are understood: terms, what else they may be called, slips mended. */
import { textsIn, wordsIn } from "../search/words.ts";
import { oneLine } from "../text/one-line.ts";
import type { FoundWords } from "./found-words.ts";
import type { Lexicon } from "./search-lexicon.ts";

/** One way to meet a term: all of some words. */
export interface Alternative {
  readonly words: readonly string[];
  /** From 0 to 1: how surely it is what was meant. */
  readonly strength: number;
}

export interface Term {
  /** As it was typed, in lower case. */
  readonly text: string;
  /** How much of the query's meaning it carries. */
  readonly weight: number;
  /** What meets it, the surest first. */
  readonly alternatives: readonly Alternative[];
  /** A word may only start so: the last one while it is being typed. */
  readonly isStart: boolean;
  /** It says nothing by itself: "how", "to". */
  readonly isStop: boolean;
  /** It stands in quotes: no other word will do. */
  readonly isQuoted: boolean;
}

export interface Query {
  /** As it is shown: as it was typed, or mended. */
  readonly text: string;
  readonly terms: readonly Term[];
  /** What stands in quotes: the numbers of terms that have to follow each other. */
  readonly phrases: readonly (readonly number[])[];
  /** The query with its slips mended, undefined if it has none. */
  readonly corrected: string | undefined;
}

/** What stop words count beside others. */
const STOP_SHARE = 0.06;
const SYNONYM = 0.8;
const JOINED = 0.95;
const CORRECTED = 0.9;
const SPLIT = 0.9;

/** Reads a query against the words that the site has. */
export function parseQuery(text: string, lexicon: Lexicon): Query {
  const asked = partsOf(text).flatMap(({ text: part, isQuoted }, phrase) =>
    textsIn(part)
      .flatMap((word) => (isQuoted ? [word] : pieces(word, lexicon)))
      .map((word) => ({ word, phrase: isQuoted ? phrase : undefined })),
  );
  const words = asked.map(({ word }) => word);
  const isQuoted = (index: number): boolean => asked[index]?.phrase !== undefined;
  const isQuestion = words.some((word) => !lexicon.isStop(word));
  const found = words.map((word, index) => {
    if (isQuoted(index)) return [{ words: [word], strength: 1 }];
    const isLast = index === words.length - 1 && !/[\s"”]$/.test(text);
    return alternativesOf(word, isLast, lexicon);
  });
  const meant = words.map((word, index) => found[index]?.[0]?.words.join(" ") ?? word);
  const terms = words.map((word, index): Term => {
    const alternatives = [...(found[index] ?? [])];
    if (!isQuoted(index))
      alternatives.push(...joinedWith(words, index, lexicon), ...synonymsOf(meant, index, lexicon));
    const weight = Math.max(0.1, lexicon.weight(alternatives[0]?.words[0] ?? word));
    const isSilent = isQuestion && lexicon.isStop(word);
    return {
      text: word,
      weight: isSilent ? weight * STOP_SHARE : weight,
      alternatives: alternatives.sort((a, b) => b.strength - a.strength),
      isStart: index === words.length - 1 && !isQuoted(index),
      isStop: isSilent,
      isQuoted: isQuoted(index),
    };
  });
  const phrases = Map.groupBy(asked.keys(), (index) => asked[index]?.phrase);
  phrases.delete(undefined);
  const corrected = meant.join(" ") === words.join(" ") ? undefined : meant.join(" ");
  const shown = corrected ?? oneLine(text);
  return { text: shown, terms, phrases: [...phrases.values()], corrected };
}

/** The terms that say something. */
export function tellingTerms({ terms }: Query): Term[] {
  return terms.filter(({ isStop }) => !isStop);
}

/** The words by which a query was met, for the page that a result leads to. */
export function foundWords(query: Query): FoundWords {
  const terms = tellingTerms(query).filter(({ isQuoted }) => !isQuoted);
  const words = terms.flatMap(({ alternatives }) => alternatives.flatMap((one) => one.words));
  const phrases = query.phrases.map((phrase) =>
    phrase.flatMap((index) => query.terms[index]?.text ?? []),
  );
  return {
    label: query.text,
    words: [...new Set(words)],
    start: terms.find(({ isStart }) => isStart)?.text,
    phrases,
  };
}

/** A query cut at its quotes. One that is not closed yet is a sign like others. */
function partsOf(text: string): { text: string; isQuoted: boolean }[] {
  return text
    .split(/("[^"]*"|“[^”]*”)/)
    .map((part) => ({ text: part, isQuoted: /^["“].*["”]$/s.test(part) }));
}

/** A name that the site does not have, in parts if it has all of those. */
function pieces(word: string, lexicon: Lexicon): string[] {
  const names = wordsIn(word)[0]?.parts ?? [];
  if (names.length === 0 || lexicon.hasStart(word) || lexicon.has(word)) return [word];
  if (lexicon.corrections(word).length > 0) return [word];
  const longest = names.filter(
    (name) => !names.some((other) => other !== name && other.includes(name)),
  );
  return longest.every((name) => lexicon.has(name)) ? longest : [word];
}

/** The word itself, or what it may have been meant to be. */
function alternativesOf(word: string, isLast: boolean, lexicon: Lexicon): Alternative[] {
  const itself = { words: [word], strength: 1 };
  const isKnown = (lexicon.hasStart(word) && (isLast || word.length > 3)) || lexicon.has(word);
  if (isKnown) return [itself];
  const corrections = lexicon.corrections(word);
  if (corrections.length > 0)
    return corrections.map((known) => ({ words: [known], strength: CORRECTED }));
  const parts = lexicon.parts(word);
  return parts === undefined ? [itself] : [{ words: parts, strength: SPLIT }];
}

/** "alloy db" where the site says AlloyDB: one word for two terms. */
function joinedWith(words: readonly string[], index: number, lexicon: Lexicon): Alternative[] {
  const pairs = [
    [words[index - 1], words[index]],
    [words[index], words[index + 1]],
  ];
  return pairs.flatMap(([first, second]) => {
    const joined = `${first}${second}`;
    const isKnown =
      first !== undefined && second !== undefined && lexicon.vocabulary.words.has(joined);
    return isKnown ? [{ words: [joined], strength: JOINED }] : [];
  });
}

/** Other names of what is named here, by one word or by several. */
function synonymsOf(words: readonly string[], index: number, lexicon: Lexicon): Alternative[] {
  return lexicon.vocabulary.synonyms.flatMap((names) => {
    const isNamed = names.some((name) => standsAt(name.split(" "), words, index));
    if (!isNamed) return [];
    const others = names.filter((name) => !standsAt(name.split(" "), words, index));
    return others.map((name) => ({ words: name.split(" "), strength: SYNONYM }));
  });
}

/** Whether a name of some words stands in the query, this word among them. */
function standsAt(name: readonly string[], words: readonly string[], index: number): boolean {
  return name.some((_, offset) => {
    const start = index - offset;
    return start >= 0 && name.every((word, at) => words[start + at] === word);
  });
}
