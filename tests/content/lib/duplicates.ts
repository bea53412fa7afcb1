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
/** Prose of as many words takes four lines. */
const MAX_WORDS = 48;
const RUN = 5;
/** As many common runs mean that one text was made from the other. */
const LIKENESS = 0.6;

/** Pairs of long blocks of one kind that say the same. */
export function duplicatesOf(blocks: readonly TextBlock[]): Duplicate[] {
  const long = blocks
    .map((block) => ({ block, words: wordsOf(block) }))
    .filter(({ block, words }) => isLong(block, words))
    .map(({ block, words }) => ({ block, runs: runsOf(words) }));
  return long.flatMap(({ block: first, runs }, index) =>
    long.slice(index + 1).flatMap(({ block: second, runs: others }): Duplicate[] => {
      if (first.kind !== second.kind) return [];
      const likeness = shareOf(runs, others);
      return likeness >= LIKENESS ? [{ first, second, likeness }] : [];
    }),
  );
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

/** Prose without case and punctuation, code word by word. */
function wordsOf({ kind, text }: TextBlock): string[] {
  if (kind === "code") return text.trim().split(/\s+/);
  return text.toLowerCase().match(/[\p{L}\p{N}_.]+/gu) ?? [];
}

function runsOf(words: readonly string[]): ReadonlySet<string> {
  if (words.length <= RUN) return new Set([words.join(" ")]);
  return new Set(words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(" ")));
}

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size < large.size * LIKENESS) return 0;
  const common = [...small].filter((run) => large.has(run)).length;
  return common / (a.size + b.size - common);
}
