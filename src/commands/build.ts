/** `build`: the static site; a failed build leaves the last output where it was. */
import { join, resolve } from "node:path";
import { openBatchStore } from "../cache/store.ts";
import { counted, summary } from "../messages/report.ts";
import { buildSite } from "../project/build.ts";
import { outRefusal } from "../project/out-folder.ts";
import { Project } from "../project/project.ts";
import { siteFiles } from "../project/site-inputs.ts";
import { type Recording, startRecording, stopRecording } from "../timing/recorder.ts";
import { timingTable } from "../timing/table.ts";
import { compileLate } from "./late-compiling.ts";
import { printDiagnostics } from "./output.ts";
import { withProgress } from "./progress.ts";
import { keepHeapSmall, keepHeapSmallFor } from "./small-heap.ts";
import {
  type CacheOptions,
  cacheOf,
  expectNoPositionals,
  formatOf,
  siteRoot,
  UsageError,
} from "./usage.ts";

interface Options extends CacheOptions {
  readonly site?: unknown;
  readonly out?: unknown;
  readonly format?: unknown;
  readonly offline?: unknown;
  readonly timing?: unknown;
}

/**
 * Builds the site of `--site` into `--out`, with `--offline` as one that works from files.
 * `--timing` tells where the time went. Exit code 1 if the content has errors.
 */
export async function build(positionals: readonly string[], options: Options): Promise<number> {
  expectNoPositionals(positionals);
  keepHeapSmall();
  compileLate();
  const format = formatOf(options.format);
  const root = siteRoot(options.site);
  const out = resolve(String(options.out ?? "dist"));
  const refusal = outRefusal(root, out);
  if (refusal !== undefined) throw new UsageError(`Unexpected --out ${out}, expected ${refusal}.`);
  const started = performance.now();
  if (options.timing === true) startRecording();
  const isOffline = options.offline === true;
  const cache = cacheOf(options, openBatchStore);
  const building = withProgress(process.stderr, async () => {
    // Before anything is read: what is changed later is not in the site that is built.
    const files = cache && siteFiles(root, [out, cache.folder]);
    const project = await Project.open(root, { cache, isBuild: true });
    keepHeapSmallFor(project.publishedPages.length);
    return { project, isBuilt: await buildSite(project, out, { isOffline, cache, files }) };
  });
  const { project, isBuilt } = await building;
  const recording = stopRecording();
  const diagnostics = project.diagnostics();
  printDiagnostics(diagnostics, format, project);
  if (!isBuilt) {
    process.stderr.write(`Not built: ${summary(diagnostics)}. The last output is unchanged.\n`);
    printTiming(recording);
    return 1;
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const pages = counted(project.publishedPages.length, "page");
  process.stderr.write(`Built ${pages} in ${seconds} s: ${summary(diagnostics)}.\n`);
  if (isOffline) process.stderr.write(`Open ${join(out, "index.html")}\n`);
  printTiming(recording);
  return 0;
}

function printTiming(recording: Recording | undefined): void {
  if (recording !== undefined) process.stderr.write(`\n${timingTable(recording)}`);
}
