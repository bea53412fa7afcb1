/** Sums of many runs: medians, and the largest where that counts. */
import type { Measured } from "../process-tree.ts";
import type { BuildKind } from "./subjects.ts";

/** The time of each phase in seconds, as `--timing` prints it. */
export type Stages = Readonly<Record<string, number>>;

/** All runs of one subject with one corpus. */
export interface BuildResult {
  readonly subject: string;
  readonly pages: number;
  readonly runs: Readonly<Record<BuildKind, readonly Measured[]>>;
  /** Of the built site. */
  readonly outputBytes: number;
  readonly outputFiles: number;
}

/** What tables and charts show of one kind of build. */
export interface Figures {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly peakMiB: number;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Medians of the runs that came to a good end; not numbers if there is none. */
export function figuresOf(runs: readonly Measured[]): Figures {
  const good = runs.filter(({ exitCode }) => exitCode === 0);
  return {
    wallSeconds: median(good.map(({ wallSeconds }) => wallSeconds)),
    cpuSeconds: median(good.map(({ cpuSeconds }) => cpuSeconds)),
    peakMiB: median(good.map(({ peakMiB }) => peakMiB)),
  };
}

/** The phases in what `build --timing` printed. */
export function stagesOf(output: string): Stages {
  const rows = output.matchAll(/^ {2}(\w+) +(\d+\.\d+) s +\d+ %$/gm);
  return Object.fromEntries([...rows].map(([, name = "", time]) => [name, Number(time)]));
}

/** The medians of the stages of many runs. */
export function medianStages(runs: readonly Measured[]): Stages {
  const all = runs.map(({ output }) => stagesOf(output));
  const names = Object.keys(all[0] ?? {});
  return Object.fromEntries(
    names.map((name) => [name, median(all.map((stages) => stages[name] ?? 0))]),
  );
}
