/** Builds the same pages with each generator in turn, round after round. */
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { writeCorpus } from "../corpus/write.ts";
import { type Measured, measure } from "../process-tree.ts";
import type { BuildResult } from "./results.ts";
import { type BuildKind, prepare, type Subject } from "./subjects.ts";

export interface BuildOptions {
  readonly subjects: readonly Subject[];
  readonly pages: number;
  readonly rounds: number;
  /** Where sites and packages of peers are kept. */
  readonly work: string;
  /** Told what is done, as it is done. */
  readonly log: (line: string) => void;
}

const KINDS: readonly BuildKind[] = ["cold", "unchanged", "edited"];

/** One subject that takes part. */
interface Participant {
  readonly subject: Subject;
  readonly folder: string;
  readonly firstFile: string;
  readonly runs: Record<BuildKind, Measured[]>;
  /** Counts edits: each is another text. */
  edits: number;
}

/** Where a subject has its pages and its output. */
export function siteFolder({ name }: Subject, work: string): string {
  return join(work, name.toLowerCase().replace(/[^a-z]+/g, "-"));
}

/** Builds `pages` guides with every subject, in alternation. Those that cannot run are left out. */
export async function runBuilds(options: BuildOptions): Promise<BuildResult[]> {
  const { subjects, pages, rounds, work, log } = options;
  const participants = subjects.flatMap((subject): Participant[] => {
    const folder = siteFolder(subject, work);
    mkdirSync(folder, { recursive: true });
    const { firstFile } = writeCorpus(folder, { dialect: subject.dialect, pages });
    const problem = prepare(subject, folder);
    if (problem !== undefined) log(`${subject.name} is left out: ${problem}.`);
    const runs = { cold: [], unchanged: [], edited: [] };
    return problem === undefined ? [{ subject, folder, firstFile, runs, edits: 0 }] : [];
  });
  for (let round = 0; round < rounds; round++) {
    for (const kind of KINDS)
      for (const participant of participants) await build(participant, kind, { pages, log });
  }
  return participants.map(({ subject, folder, runs }) => ({
    subject: subject.name,
    pages,
    runs,
    ...sizeOf(join(folder, subject.output)),
  }));
}

async function build(
  participant: Participant,
  kind: BuildKind,
  { pages, log }: Pick<BuildOptions, "pages" | "log">,
): Promise<void> {
  const { subject, folder, firstFile, runs } = participant;
  if (kind === "cold") {
    for (const path of [subject.output, ...subject.kept])
      rmSync(join(folder, path), { recursive: true, force: true });
  }
  if (kind === "edited") {
    participant.edits++;
    appendFileSync(join(folder, firstFile), `\n${sentence(participant.edits)}\n`);
  }
  const [command = "", ...rest] = subject.command(folder);
  const measured = await measure({ command, arguments: rest, folder, ...environmentOf(subject) });
  runs[kind].push(measured);
  const { exitCode, wallSeconds, cpuSeconds, peakMiB, output } = measured;
  log(
    `${subject.name}, ${pages} pages, ${kind}: ${wallSeconds.toFixed(1)} s, CPU ${cpuSeconds.toFixed(1)} s, ${peakMiB.toFixed(0)} MiB`,
  );
  if (exitCode !== 0) log(`It failed with exit code ${exitCode}:\n${output.slice(-2_000)}`);
  else if (kind === "edited" && !isShown(participant))
    log(`${subject.name} does not show the edit.`);
}

function environmentOf({ environment }: Subject): {
  readonly environment?: Readonly<Record<string, string>>;
} {
  return environment === undefined ? {} : { environment };
}

function sentence(edit: number): string {
  return `This sentence came with edit number ${edit}.`;
}

/** Whether the built page has the last edit: a fast build of an old page is none. */
function isShown({ subject, folder, firstFile, edits }: Participant): boolean {
  const url = firstFile.replace(/^(content|src\/content\/docs|docs)\//, "").replace(/\.md$/, "");
  const output = join(folder, subject.output);
  return [`${url}/index.html`, `${url}.html`].some((path) => {
    try {
      return readFileSync(join(output, path), "utf8").includes(sentence(edits));
    } catch {
      return false;
    }
  });
}

/** The files of a folder and their size. */
export function sizeOf(folder: string): Pick<BuildResult, "outputBytes" | "outputFiles"> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const bytes = files.map(({ parentPath, name }) => statSync(join(parentPath, name)).size);
  return { outputFiles: files.length, outputBytes: bytes.reduce((sum, size) => sum + size, 0) };
}
