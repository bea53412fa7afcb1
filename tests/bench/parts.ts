/**
 * Parts of Waymark by themselves: lexer, resolver, highlighter, whole articles. Each round
 * runs all tasks in turn, so that what else the machine does falls on all of them.
 */
import { createHighlighter } from "../../src/markdown/highlight.ts";
import { createParser } from "../../src/markdown/parser.ts";
import { createPipeline, type Pipeline } from "../../src/markdown/pipeline.ts";
import { Diagnostics } from "../../src/messages/diagnostic.ts";
import { Project } from "../../src/project/project.ts";
import { lex } from "../../src/shortcodes/lex.ts";
import { resolveShortcodes } from "../../src/shortcodes/resolve.ts";
import { Session } from "../../src/shortcodes/session.ts";
import type { Host } from "../../src/shortcodes/types.ts";
import { splitFrontMatter } from "../../src/text/front-matter.ts";
import { MappedText, pageFrame } from "../../src/text/mapped.ts";
import type { Source } from "../../src/text/source.ts";
import { median } from "./builds/results.ts";
import { aligned } from "./builds/tables.ts";

/** What is run; it gives nothing. */
export type Tasks = Readonly<Record<string, () => void>>;

/** Rounds before the first one that counts: the engine compiles what it sees often. */
const WARM_UP = 2;

/** Each makes a highlighter of its own, of which Shiki wants to see few. */
const HIGHLIGHTER_ROUNDS = 4;

/** Runs the tasks in turn, round after round; gives each one's median in milliseconds. */
export function measureTasks(tasks: Tasks, rounds: number): Map<string, number> {
  const times = new Map(Object.keys(tasks).map((name) => [name, [] as number[]]));
  for (let round = -WARM_UP; round < rounds; round++) {
    for (const [name, task] of Object.entries(tasks)) {
      const start = performance.now();
      task();
      if (round >= 0) times.get(name)?.push(performance.now() - start);
    }
  }
  return new Map([...times].map(([name, all]) => [name, median(all)]));
}

/** Milliseconds, and each as a multiple of the first. */
export function taskTable(title: string, medians: ReadonlyMap<string, number>): string {
  const [first = 1] = medians.values();
  const rows = [...medians].map(([name, time]) => [
    name,
    `${time.toFixed(1)} ms`,
    (time / first).toFixed(2),
  ]);
  return `\n${title}\n${aligned(rows)}`;
}

/** The benchmarks of the site at `root`: its published pages are what is read. */
export async function partTables(root: string, rounds: number): Promise<string[]> {
  const project = await Project.open(root);
  const sources = project.publishedPages.flatMap(({ source }) => source ?? []);
  const host = project.host(undefined);
  const text = sources.map((source) => source.text).join("\n");
  const run = (title: string, tasks: Tasks): string =>
    taskTable(title, measureTasks(tasks, rounds));
  return [
    `${sources.length} documents, ${text.length} characters, median of ${rounds} rounds\n`,
    run("lexer, by what it reads", {
      "the documents": () => void lex(text),
      "as many characters of {": () => void lex("{".repeat(text.length)),
      "as many characters of unclosed tags": () => void lex("{{< note ".repeat(text.length / 9)),
    }),
    run("resolver, by Markdown parser", {
      native: () => resolveAll(sources, host, "satteri"),
      "remark-parse": () => resolveAll(sources, host, "remark"),
    }),
    taskTable("highlighter", measureTasks(highlighterTasks(sources), HIGHLIGHTER_ROUNDS)),
    run("articles, by Markdown parser", {
      native: renderAll(sources, host, "satteri"),
      "remark-parse": renderAll(sources, host, "remark"),
    }),
  ];
}

function resolveAll(sources: readonly Source[], host: Host, kind: "satteri" | "remark"): void {
  const parse = createParser(kind);
  for (const source of sources) {
    const { bodyStart } = splitFrontMatter(source);
    const text = MappedText.of(source, bodyStart, source.text.length, pageFrame(source));
    resolveShortcodes(new Session(host, parse, new Diagnostics()), text);
  }
}

/** Fences as they stand in the sources, without those in lists and tabs. */
function highlighterTasks(sources: readonly Source[]): Tasks {
  const fences = sources.flatMap(({ text }) =>
    [...text.matchAll(/^```(\w+)\n([\s\S]*?)\n```$/gm)].map(([, language = "", code = ""]) => ({
      language,
      code,
    })),
  );
  const kept = createHighlighter();
  const all = (highlighter: typeof kept): void => {
    for (const { code, language } of fences) highlighter.highlight(code, language);
  };
  return {
    [`${fences.length} code blocks, grammars not loaded`]: () => all(createHighlighter()),
    "each seen before": () => all(kept),
  };
}

function renderAll(
  sources: readonly Source[],
  host: Host,
  parser: "satteri" | "remark",
): () => void {
  const pipeline: Pipeline = createPipeline({ parser, highlighter: createHighlighter() });
  return () => {
    for (const source of sources) pipeline({ source, host });
  };
}
