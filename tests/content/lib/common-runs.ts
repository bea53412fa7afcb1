/** Runs of words, and of lines of code, that two sets of texts have in common. */
import type { TextBlock } from "./text-blocks.ts";

/** Nine words in a row are a sentence, or most of one; three lines are most of a statement. */
const LENGTH = { prose: 9, code: 3 };

/** Each longest run of nine words, or of three lines of code, that `others` have too: `file:line: run`. */
export function commonRuns(own: readonly TextBlock[], others: readonly TextBlock[]): string[] {
  const known = new Set(others.flatMap(runsIn));
  return own.flatMap((block) => {
    const units = unitsOf(block);
    const starts = runsIn(block).flatMap((run, at) => (known.has(run) ? [at] : []));
    const between = block.kind === "code" ? " / " : " ";
    return joined(starts, LENGTH[block.kind]).map(
      ({ start, end }) => `${block.place}: ${units.slice(start, end).join(between)}`,
    );
  });
}

/** Runs that overlap as one. */
function joined(starts: readonly number[], length: number): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  for (const start of starts) {
    const last = ranges.at(-1);
    if (last !== undefined && start <= last.end) last.end = start + length;
    else ranges.push({ start, end: start + length });
  }
  return ranges;
}

/** The runs of a block, each with its kind: words of prose are no lines of code. */
function runsIn(block: TextBlock): string[] {
  const length = LENGTH[block.kind];
  const units = unitsOf(block);
  return units
    .slice(length - 1)
    .map((_, at) => [block.kind, ...units.slice(at, at + length)].join("\n"));
}

/** Words of prose, lines of code; without case and signs. */
function unitsOf({ kind, text }: TextBlock): string[] {
  if (kind === "prose") return wordsOf(text.replaceAll("’", "'"));
  return text.split("\n").flatMap((line) => wordsOf(line).join(" ") || []);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_']+/gu) ?? [];
}
