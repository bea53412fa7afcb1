/**
 * Runs a command and measures it with all processes that it starts, by what Linux tells in
 * /proc. A tool that reads its own children only misses those that outlive their parent.
 */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** What a run took. */
export interface Measured {
  readonly exitCode: number;
  readonly wallSeconds: number;
  /** Of all processes; not a number where there is no /proc. */
  readonly cpuSeconds: number;
  /** The largest sum of resident memory of all processes at one time. */
  readonly peakMiB: number;
  /** What it printed, the last part of it. */
  readonly output: string;
}

export interface Run {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs its arguments, then tells what /proc knows of it and of all that was waited for. */
const SHELL = '"$@"; code=$?; cat /proc/$$/stat >&3 2>/dev/null; exit $code';

/** Between two looks at the processes. */
const SAMPLE_MS = 150;
/** Linux counts processor time in these (USER_HZ). */
const TICKS_PER_SECOND = 100;
const MIB = 2 ** 20;
/** What /proc counts memory in; 4 KiB wherever Node.js has been built for Linux, but for a few. */
const PAGE_BYTES = 4096;
const MAX_OUTPUT = 100_000;

/** A process as /proc tells of it. */
interface ProcessState {
  readonly id: number;
  readonly parent: number;
  readonly session: number;
  readonly ownTicks: number;
  /** Of the children that ended and were waited for. */
  readonly childTicks: number;
  readonly residentPages: number;
}

/** Runs a command to its end and measures it; what cannot be started has the exit code 127. */
export function measure({ command, arguments: rest, folder, environment }: Run): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    // A session of its own: whoever outlives its parent is still known by it.
    const child = spawn("sh", ["-c", SHELL, "sh", command, ...rest], {
      cwd: folder,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe", "pipe"],
      detached: true,
    });
    const watch = new TreeWatch(child.pid ?? -1);
    const timer = setInterval(() => watch.sample(), SAMPLE_MS);
    let output = "";
    let last = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (part) => {
        output = (output + String(part)).slice(-MAX_OUTPUT);
      });
    child.stdio[3]?.on("data", (part) => {
      last += String(part);
    });
    child.on("error", (error) => {
      clearInterval(timer);
      reject(error);
    });
    child.on("close", (code) => {
      clearInterval(timer);
      if (last !== "") watch.ended(parseStat(last));
      const wallSeconds = (performance.now() - started) / 1000;
      resolve({ exitCode: code ?? 1, wallSeconds, ...watch.result(), output });
    });
  });
}

/** Follows the processes of one command. */
export class TreeWatch {
  readonly #root: number;
  /** The latest state of each process that was seen. */
  readonly #seen = new Map<number, ProcessState>();
  #peakPages = 0;

  constructor(root: number) {
    this.#root = root;
  }

  /** Looks at all processes of the tree as they are now. */
  sample(): void {
    const tree = treeOf(this.#root, new Set(this.#seen.keys()), allProcesses());
    let pages = 0;
    for (const state of tree) {
      pages += state.residentPages;
      this.#seen.set(state.id, state);
    }
    this.#peakPages = Math.max(this.#peakPages, pages);
  }

  /** The state of the tree's first process at its end. */
  ended(state: ProcessState): void {
    this.#seen.set(state.id, state);
  }

  /**
   * Each process's own time, as last seen, misses what came after the last look; what
   * parents know of ended children misses those that nobody waited for. The larger counts.
   */
  result(): Pick<Measured, "cpuSeconds" | "peakMiB"> {
    if (this.#seen.size === 0) return { cpuSeconds: Number.NaN, peakMiB: Number.NaN };
    const states = [...this.#seen.values()];
    const own = states.reduce((sum, { ownTicks }) => sum + ownTicks, 0);
    const root = this.#seen.get(this.#root);
    const waitedFor = root === undefined ? 0 : root.ownTicks + root.childTicks;
    return {
      cpuSeconds: Math.max(own, waitedFor) / TICKS_PER_SECOND,
      peakMiB: (this.#peakPages * PAGE_BYTES) / MIB,
    };
  }
}

/** The process, all below it, those of its session, and those that were known before. */
export function treeOf(
  root: number,
  known: ReadonlySet<number>,
  all: readonly ProcessState[],
): ProcessState[] {
  const byParent = Map.groupBy(all, ({ parent }) => parent);
  const found = new Map<number, ProcessState>();
  const waiting = all.filter(({ id, session }) => id === root || session === root || known.has(id));
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    if (found.has(state.id)) continue;
    found.set(state.id, state);
    waiting.push(...(byParent.get(state.id) ?? []));
  }
  return [...found.values()];
}

function allProcesses(): ProcessState[] {
  return listProcesses().flatMap((id) => {
    try {
      return parseStat(readFileSync(`/proc/${id}/stat`, "utf8"));
    } catch {
      // It ended meanwhile.
      return [];
    }
  });
}

function listProcesses(): string[] {
  try {
    return readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** A line of /proc/PID/stat (proc(5)); the name, in parentheses, may have blanks in it. */
export function parseStat(line: string): ProcessState {
  const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
  const field = (number: number): number => Number(fields[number - 3]);
  return {
    id: Number.parseInt(line, 10),
    parent: field(4),
    session: field(6),
    ownTicks: field(14) + field(15),
    childTicks: field(16) + field(17),
    residentPages: field(24),
  };
}
