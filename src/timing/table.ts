/** What was recorded, as tables for a terminal. */
import type { Recording, Span } from "./recorder.ts";

/** How many of the slowest are named. */
const SLOWEST = 10;

/**
 * The phases with their time and share, then the slowest pages and snippets. What
 * belongs to no phase is `other`; all phases and that add up to the whole.
 */
export function timingTable({ total, phases, pages, snippets }: Recording): string {
  const counted = phases.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const rows: [string, number][] = [
    ...phases.map(({ name, milliseconds }): [string, number] => [name, milliseconds]),
    ["other", Math.max(0, total - counted)],
    ["all", total],
  ];
  const lines = rows.map(([name, time]) => {
    const share = total === 0 ? 0 : (100 * time) / total;
    return `  ${name.padEnd(12)}${seconds(time)}${`${share.toFixed(0)} %`.padStart(7)}`;
  });
  return [
    `${"Phase".padEnd(14)}${"Time".padStart(10)}${"Share".padStart(7)}`,
    ...lines,
    ...slowest("Slowest pages", pages, ({ milliseconds }) => time(milliseconds)),
    ...slowest(
      "Slowest snippets, all uses together",
      snippets,
      ({ milliseconds, count }) =>
        `${time(milliseconds)}  ${`${count} ${count === 1 ? "use " : "uses"}`.padStart(9)}`,
    ),
    "",
  ].join("\n");
}

function slowest(title: string, spans: readonly Span[], value: (span: Span) => string): string[] {
  if (spans.length === 0) return [];
  return ["", title, ...spans.slice(0, SLOWEST).map((span) => `${value(span)}  ${span.name}`)];
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`.padStart(10);
}

function time(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`.padStart(10);
}
