/** Excerpts: a few words around what was found. */
import type { Location } from "./search-types.ts";

/** A run of text that was found, or that stands beside it. */
export interface Piece {
  readonly text: string;
  readonly isMatch: boolean;
}

/** A half-open range of words. */
export interface WordRange {
  readonly start: number;
  readonly end: number;
}

const LENGTH = 24;
/** Words shown before the first match. */
const LEAD = 5;
/** Two characters that Pagefind escapes. */
const ESCAPED: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">" };

/** A page's words with what stands between them. */
export interface Words {
  readonly list: readonly string[];
  readonly joiner: string;
}

/** The words of a page as Pagefind counts them. Languages without blanks have zero-width ones. */
export function wordsOf(rawContent: string): Words {
  const isDense = rawContent.includes("\u200b");
  const list = rawContent
    .split(isDense ? "\u200b" : /\s+/)
    .map((word) => word.replace(/&[lg]t;/g, (name) => ESCAPED[name] ?? name));
  return { list, joiner: isDense ? "" : " " };
}

/** Where the text after a title starts that stands at `start`. */
export function afterTitle({ list }: Words, start: number, title: string): number {
  const length = title.replace(/\s/g, "").length;
  let at = start;
  for (let seen = 0; seen < length && at < list.length; at++) seen += list[at]?.length ?? 0;
  return at;
}

/**
 * The window of a range that holds most of what was found, cut into runs; the start
 * of the range if nothing was found in it. An ellipsis stands for what is left out.
 */
export function excerptOf(words: Words, range: WordRange, found: readonly Location[]): Piece[] {
  const matches = found
    .filter(({ location }) => location >= range.start && location < range.end)
    .sort((a, b) => a.location - b.location);
  const start = bestStart(matches, range);
  const end = Math.min(range.end, start + LENGTH);
  const marked = new Set(matches.map(({ location }) => location));
  const pieces = runs(words, { start, end }, marked);
  if (start > range.start) pieces.unshift({ text: "… ", isMatch: false });
  if (end < range.end) pieces.push({ text: " …", isMatch: false });
  return pieces;
}

/** The start of the window with the highest score; two pointers over the matches. */
function bestStart(matches: readonly Location[], range: WordRange): number {
  let best = { start: range.start, score: 0 };
  let score = 0;
  let last = 0;
  for (const first of matches) {
    const from = Math.max(range.start, first.location - LEAD);
    for (let next = matches[last]; next && next.location < from + LENGTH; next = matches[++last])
      score += next.balanced_score;
    if (score > best.score) best = { start: from, score };
    score -= first.balanced_score;
  }
  // Words before a window at the end of the range are worth showing too.
  return Math.max(range.start, Math.min(best.start, range.end - LENGTH));
}

/** Words from `start` to `end`, neighbours of one kind as one run. */
function runs({ list, joiner }: Words, range: WordRange, marked: ReadonlySet<number>): Piece[] {
  const pieces: Piece[] = [];
  for (let at = range.start; at < range.end; ) {
    const isMatch = marked.has(at);
    const from = at;
    while (at < range.end && marked.has(at) === isMatch) at++;
    const text = list.slice(from, at).join(joiner);
    if (pieces.length > 0) pieces.push({ text: joiner, isMatch: false });
    if (isMatch) pieces.push(...withoutMarks(text));
    else pieces.push({ text, isMatch });
  }
  return joined(pieces);
}

/** Punctuation around a match is not part of what was found. */
function withoutMarks(text: string): Piece[] {
  const before = /^[^\p{L}\p{N}_]*/u.exec(text)?.[0] ?? "";
  const after = /[^\p{L}\p{N}_]*$/u.exec(text.slice(before.length))?.[0] ?? "";
  const core = text.slice(before.length, text.length - after.length);
  return [
    { text: before, isMatch: false },
    { text: core, isMatch: true },
    { text: after, isMatch: false },
  ];
}

function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    if (piece.text === "") continue;
    const last = result.at(-1);
    if (last === undefined || last.isMatch !== piece.isMatch) result.push(piece);
    else result[result.length - 1] = { ...piece, text: last.text + piece.text };
  }
  return result;
}
