/** Results as tables of text: figures of this machine, and the ratios that count. */
import { type BuildResult, figuresOf, medianStages } from "./results.ts";

const MB = 1e6;

/** One measured value over another. */
export interface Ratio {
  readonly name: string;
  /** Not a number if one of the two was not measured. */
  readonly value: number;
}

/** One row for each subject and number of pages. */
export function buildTable(results: readonly BuildResult[]): string {
  const rows = results.map(({ subject, pages, runs, outputBytes, outputFiles }) => {
    const cold = figuresOf(runs.cold);
    const times = [cold, figuresOf(runs.unchanged), figuresOf(runs.edited)].flatMap(
      ({ wallSeconds, cpuSeconds }) => [number(wallSeconds, 1), number(cpuSeconds, 1)],
    );
    return [
      subject,
      String(pages),
      ...times,
      number(cold.peakMiB, 0),
      number(outputBytes / MB, 1),
      String(outputFiles),
    ];
  });
  const head = [
    "",
    "pages",
    "cold s",
    "CPU",
    "unchanged s",
    "CPU",
    "edited s",
    "CPU",
    "MiB",
    "MB",
    "files",
  ];
  return aligned([head, ...rows]);
}

/** The stages of cold builds, for those that tell of them. */
export function stageTable(results: readonly BuildResult[]): string {
  const rows = results.flatMap(({ subject, pages, runs }) => {
    const stages = Object.entries(medianStages(runs.cold));
    return stages.length === 0 ? [] : [{ name: `${subject}, ${pages}`, stages }];
  });
  const [first] = rows;
  if (first === undefined) return "";
  const head = ["seconds of a cold build", ...first.stages.map(([name]) => name)];
  return aligned([
    head,
    ...rows.map(({ name, stages }) => [name, ...stages.map(([, time]) => number(time, 2))]),
  ]);
}

/**
 * The first subject's builds against those of the others with as many pages, against its
 * own, and against its own with the next number of pages.
 */
export function ratiosOf(results: readonly BuildResult[]): Ratio[] {
  const name = results[0]?.subject;
  const own = results.filter(({ subject }) => subject === name);
  return own.flatMap((result, at) => {
    const { pages, runs } = result;
    const cold = figuresOf(runs.cold);
    const edited = figuresOf(runs.edited);
    const others = results.filter((other) => other.subject !== name && other.pages === pages);
    const smaller = own[at - 1];
    const before = smaller && figuresOf(smaller.runs.cold);
    return [
      ...others.flatMap((other): Ratio[] => [
        ratio(`${pages} pages, cold, against ${other.subject}`, cold, figuresOf(other.runs.cold)),
        ratio(
          `${pages} pages, one edit, against ${other.subject}`,
          edited,
          figuresOf(other.runs.edited),
        ),
      ]),
      ratio(`${pages} pages, unchanged, against cold`, figuresOf(runs.unchanged), cold),
      ratio(`${pages} pages, one edit, against cold`, edited, cold),
      ...(before === undefined
        ? []
        : [
            ratio(`${pages} pages against ${smaller?.pages}, cold, time`, cold, before),
            {
              name: `${pages} pages against ${smaller?.pages}, cold, memory`,
              value: cold.peakMiB / before.peakMiB,
            },
          ]),
    ];
  });
}

function ratio(
  name: string,
  one: { readonly wallSeconds: number },
  other: { readonly wallSeconds: number },
): Ratio {
  return { name, value: one.wallSeconds / other.wallSeconds };
}

export function ratioTable(results: readonly BuildResult[]): string {
  return aligned(ratiosOf(results).map(({ name, value }) => [name, number(value, 2)]));
}

function number(value: number, digits: number): string {
  return Number.isFinite(value) ? value.toFixed(digits) : "–";
}

/** Columns with blanks between; the first one is words, the others are numbers. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  ")
      .trimEnd();
  return rows.map((row) => `  ${line(row)}\n`).join("");
}
