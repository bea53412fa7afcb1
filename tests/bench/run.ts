/**
 * `npm run bench`: whole builds, parts of Waymark, live authoring and search, measured in
 * one run and in alternation. Seconds are this machine's; the ratios are what counts.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "../helpers/repository.ts";
import { figureFiles } from "./builds/figures.ts";
import { type BuildResult, median } from "./builds/results.ts";
import { runBuilds, siteFolder } from "./builds/run.ts";
import { buildTable, ratioTable, stageTable } from "./builds/tables.ts";
import { writeCorpus } from "./corpus/write.ts";
import { devTimes } from "./dev.ts";
import { type BenchOptions, benchOptions, USAGE } from "./options.ts";
import { partTables, taskTable } from "./parts.ts";
import { firstResults } from "./search.ts";
import { searchWeightFile } from "./weight-figures.ts";
import { weigh } from "./weights.ts";

/** Rounds of what takes milliseconds. */
const PART_ROUNDS = 15;

const print = (text: string): void => void process.stdout.write(text);
const log = (line: string): void => void process.stderr.write(`${line}\n`);

const SUITES: Readonly<Record<string, (options: BenchOptions) => Promise<void>>> = {
  async builds({ sizes, rounds, subjects, work, isWriting }) {
    const results: BuildResult[] = [];
    for (const pages of sizes)
      results.push(...(await runBuilds({ subjects, pages, rounds, work, log })));
    print(`\nbuilds, median of ${rounds} rounds\n${buildTable(results)}\n`);
    print(`${stageTable(results)}\nratios of Waymark's time\n${ratioTable(results)}`);
    if (!isWriting) return;
    write(figureFiles(results));
    const [own] = subjects;
    const site = own && siteFolder(own, work);
    if (site !== undefined && own !== undefined) {
      const weights = searchWeightFile(join(site, own.output), sizes.at(-1) ?? 0);
      write(new Map([["data/manual-inside/search-weight.yml", weights]]));
    }
  },
  async parts({ work }) {
    const folder = join(work, "parts");
    writeCorpus(folder, { dialect: "hugo", pages: 100 });
    for (const table of await partTables(folder, PART_ROUNDS)) print(table);
  },
  async dev({ sizes, work }) {
    for (const pages of sizes) {
      const folder = join(work, "dev");
      const corpus = writeCorpus(folder, { dialect: "hugo", pages });
      const { start, warmStart, page, snippet } = await devTimes(folder, corpus);
      const medians = new Map([
        ["a page, from saving to the browser", median(page)],
        ["a snippet, from saving to the browser", median(snippet)],
        ["start, to the first answer, with nothing kept", start],
        ["start, to the first answer, with what was kept", warmStart],
      ]);
      print(taskTable(`live authoring, ${pages} pages`, medians));
    }
  },
  async search() {
    const times = [...(await firstResults())].map(([name, all]): [string, number] => [
      name,
      median(all),
    ]);
    print(taskTable("search, from the first letter to the first result", new Map(times)));
  },
  async weights({ isWriting }) {
    const { table, file } = await weigh(REPOSITORY, ["", "authoring/"]);
    print(`\npages with all that they load before use\n${table}`);
    if (isWriting) write(new Map([["data/manual-inside/page-weight.yml", file]]));
  },
};

/** Writes files below the repository. */
function write(files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    writeFileSync(join(REPOSITORY, path), text);
    print(`Written: ${path}\n`);
  }
}

/** Runs what is asked for. 0: done; 2: called wrongly. */
async function main(argv: readonly string[]): Promise<number> {
  let options: BenchOptions;
  try {
    options = benchOptions(argv);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return 2;
  }
  for (const suite of options.suites) await SUITES[suite]?.(options);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
