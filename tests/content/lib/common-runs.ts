/** Runs of words that two sets of texts have in common. */
import type { TextBlock } from "./text-blocks.ts";

/** Nine words in a row are a sentence, or most of one. */
const LENGTH = 9;

/** Each longest run of nine words or more in `own` that `others` have too: `file:line: words`. */
export function commonRuns(own: readonly TextBlock[], others: readonly TextBlock[]): string[] {
  const known = new Set(others.flatMap((block) => runsIn(wordsOf(block))));
  return own.flatMap((block) => {
    const words = wordsOf(block);
    const starts = runsIn(words).flatMap((run, at) => (known.has(run) ? [at] : []));
    return joined(starts).map(
      ({ start, end }) => `${block.place}: ${words.slice(start, end).join(" ")}`,
    );
  });
}

/** Runs that overlap as one. */
function joined(starts: readonly number[]): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  for (const start of starts) {
    const last = ranges.at(-1);
    if (last !== undefined && start <= last.end) last.end = start + LENGTH;
    else ranges.push({ start, end: start + LENGTH });
  }
  return ranges;
}

function runsIn(words: readonly string[]): string[] {
  return words.slice(LENGTH - 1).map((_, at) => words.slice(at, at + LENGTH).join(" "));
}

function wordsOf({ kind, text }: TextBlock): string[] {
  return kind === "code" ? [] : (text.toLowerCase().match(/[\p{L}\p{N}_'’]+/gu) ?? []);
}
