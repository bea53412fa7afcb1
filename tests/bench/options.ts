/** What `npm run bench` is asked for. */
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { SUBJECTS, type Subject } from "./builds/subjects.ts";

/** The parts of the benchmark. */
export const SUITES = ["builds", "parts", "dev", "search", "weights"] as const;

export type Suite = (typeof SUITES)[number];

export interface BenchOptions {
  readonly suites: ReadonlySet<Suite>;
  /** Numbers of pages, ascending. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  /** Waymark, then its peers. */
  readonly subjects: readonly Subject[];
  readonly work: string;
  /** Whether the figures of the manual are written anew. */
  readonly isWriting: boolean;
}

export const USAGE = `Usage: npm run bench -- [--only ${SUITES.join(",")}] [--sizes 100,1000]
  [--peers ${Object.keys(SUBJECTS).slice(1).join(",")}] [--rounds 3] [--work DIR] [--write]
`;

/** Reads the arguments. Throws an error that says what is wrong with them. */
export function benchOptions(argv: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      only: { type: "string", default: SUITES.join(",") },
      sizes: { type: "string", default: "100,1000" },
      peers: { type: "string", default: "" },
      rounds: { type: "string", default: "3" },
      work: { type: "string", default: join(tmpdir(), "waymark-bench") },
      write: { type: "boolean", default: false },
    },
  });
  const suites = listed(values.only).map((name) => known(SUITES, name, "--only"));
  const peers = listed(values.peers).map((name) => known(Object.keys(SUBJECTS), name, "--peers"));
  const names = new Set(["waymark", ...peers]);
  return {
    suites: new Set(suites),
    sizes: listed(values.sizes)
      .map((size) => positive(size, "--sizes"))
      .sort((a, b) => a - b),
    rounds: positive(values.rounds, "--rounds"),
    subjects: [...names].flatMap((name) => SUBJECTS[name] ?? []),
    work: values.work,
    isWriting: values.write,
  };
}

function listed(value: string): string[] {
  return value.split(",").filter((part) => part !== "");
}

function known<T extends string>(all: readonly T[], name: string, option: string): T {
  const found = all.find((candidate) => candidate === name);
  if (found !== undefined) return found;
  throw new Error(`Unexpected ${option} ${name}, expected ${all.join(", ")}.`);
}

function positive(text: string, option: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`Unexpected ${option} ${text}, expected whole numbers from 1.`);
}
