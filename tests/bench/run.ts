/**
 * Ratios of this repository's own parts, measured in one run and in alternation:
 * `npm run bench`. Milliseconds are this machine's; the ratios are what counts.
 */
import { readdirSync, readFileSync } from "node:fs";
import { sharedHighlighter } from "../../src/markdown/highlight.ts";
import { createPipeline, type Pipeline } from "../../src/markdown/pipeline.ts";
import { Project } from "../../src/project/project.ts";
import { lex } from "../../src/shortcodes/lex.ts";
import { Source } from "../../src/text/source.ts";
import { inRepository, REPOSITORY, seedFolder } from "../helpers/repository.ts";
import { firstResults } from "./search.ts";
import { printWeights } from "./weights.ts";

const ROUNDS = 15;

/** Documents to render: the seeds where they are, and the site's own guides. */
function documents(): Source[] {
  const folders = [inRepository("content/ingest-data/postgres"), seedFolder()];
  return folders.flatMap((folder) =>
    folder === undefined
      ? []
      : readdirSync(folder).map(
          (name) => new Source(`content/${name}`, readFileSync(`${folder}/${name}`, "utf8")),
        ),
  );
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
}

/** Runs the tasks in turn, round after round, and gives each one's median in milliseconds. */
function measure(tasks: Readonly<Record<string, () => void>>): Map<string, number> {
  const times = new Map(Object.keys(tasks).map((name) => [name, [] as number[]]));
  for (let round = -2; round < ROUNDS; round++) {
    for (const [name, task] of Object.entries(tasks)) {
      const start = performance.now();
      task();
      if (round >= 0) times.get(name)?.push(performance.now() - start);
    }
  }
  return new Map([...times].map(([name, all]) => [name, median(all)]));
}

function print(title: string, medians: ReadonlyMap<string, number>): void {
  const [first = 1] = medians.values();
  process.stdout.write(`\n${title}\n`);
  for (const [name, time] of medians) {
    const ratio = (time / first).toFixed(2);
    process.stdout.write(
      `  ${name.padEnd(44)} ${time.toFixed(1).padStart(8)} ms ${ratio.padStart(7)}\n`,
    );
  }
}

const project = await Project.open(REPOSITORY);
const highlighter = sharedHighlighter();
const sources = documents();
const host = project.host(undefined);
const renderAll = (pipeline: Pipeline) => (): void => {
  for (const source of sources) pipeline({ source, host });
};
const text = sources.map((source) => source.text).join("\n");

process.stdout.write(
  `${sources.length} documents, ${text.length} characters, median of ${ROUNDS} rounds\n`,
);
print(
  "articles, by Markdown parser",
  measure({
    "native parser (the default)": renderAll(createPipeline({ parser: "satteri", highlighter })),
    "remark-parse": renderAll(createPipeline({ parser: "remark", highlighter })),
  }),
);
print(
  "lexer, by what it reads",
  measure({
    "the documents": () => void lex(text),
    "as many characters of {": () => void lex("{".repeat(text.length)),
    "as many characters of unclosed tags": () => void lex("{{< note ".repeat(text.length / 9)),
  }),
);
print(
  "search: from the first letter to the first result, in a browser",
  new Map([...(await firstResults())].map(([name, times]) => [name, median(times)])),
);

await project.renderAll();
await printWeights(project);
