/** Texts that stand twice, word for word or nearly so. */
import type { TextBlock } from "./text-blocks.ts";

export interface Duplicate {
  readonly first: TextBlock;
  readonly second: TextBlock;
  /** The share of common runs of words: 1 for the same text. */
  readonly likeness: number;
}

/** Shorter texts may stand twice: a sentence that leads over, a query of a line. */
const MAX_LINES = 3;
/** More is a paragraph, however few lines it was written on. */
const MAX_WORDS = 25;
/** How many words are compared at once; code says more in fewer. */
const RUN = { prose: 5, code: 3 };
/** As many common runs mean that one text was made from the other. */
const LIKENESS = { prose: 0.6, code: 0.7 };

/** Pairs of long blocks of one kind that say the same. */
export function duplicatesOf(blocks: readonly TextBlock[]): Duplicate[] {
  const long = blocks
    .map((block) => ({ block, words: wordsOf(block) }))
    .filter(({ block, words }) => isLong(block, words))
    .map(({ block, words }) => ({ block, runs: runsOf(words, RUN[block.kind]) }));
  return long.flatMap(({ block: first, runs }, index) =>
    long.slice(index + 1).flatMap(({ block: second, runs: others }): Duplicate[] => {
      if (first.kind !== second.kind) return [];
      const likeness = shareOf(runs, others, LIKENESS[first.kind]);
      return likeness >= LIKENESS[first.kind] ? [{ first, second, likeness }] : [];
    }),
  );
}

/** `file and file: the first five words`, which stays where lines move. */
export function keyOf({ first, second }: Duplicate): string {
  const [file, other] = [first, second].map(({ place }) => place.replace(/:\d+$/, ""));
  return `${file} and ${other}: ${wordsOf(first).slice(0, 5).join(" ")}`;
}

/** `file:line and file:line: first words …`. */
export function describeDuplicate({ first, second, likeness }: Duplicate): string {
  const start = first.text.replace(/\s+/g, " ").slice(0, 60);
  const percent = Math.round(likeness * 100);
  return `${first.place} and ${second.place} (${percent} %): ${start} …`;
}

function isLong({ kind, lines }: TextBlock, words: readonly string[]): boolean {
  return kind === "code" ? lines > MAX_LINES : lines > MAX_LINES || words.length > MAX_WORDS;
}

/** Without case and punctuation, so that neither hides a copy. */
function wordsOf({ text }: TextBlock): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}

function runsOf(words: readonly string[], length: number): ReadonlySet<string> {
  if (words.length <= length) return new Set([words.join(" ")]);
  return new Set(words.slice(length - 1).map((_, at) => words.slice(at, at + length).join(" ")));
}

/** The share of all runs that both have; 0 where it cannot be as much as `enough`. */
function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>, enough: number): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size < large.size * enough) return 0;
  const common = [...small].filter((run) => large.has(run)).length;
  return common / (a.size + b.size - common);
}
