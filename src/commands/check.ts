/** `check`: everything that can be wrong. Nothing is written, except by `--fix`. */
import type { Store } from "../cache/store.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { paintFor } from "../messages/paint.ts";
import { counted, type Format, summary } from "../messages/report.ts";
import { CheckedSite } from "../project/checked-site.ts";
import { Project } from "../project/project.ts";
import { askExternal } from "./external.ts";
import { countOf, diffOf, fixedFiles, writeFixes } from "./fix.ts";
import { reported } from "./output.ts";
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
  readonly format?: unknown;
  readonly fix?: unknown;
  readonly external?: unknown;
  readonly "dry-run"?: unknown;
}

interface Checked {
  readonly project: Project;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Checks the site of `--site`. With `--fix`, what is safe is mended first; with `--dry-run`
 * too, it is shown as a diff and nothing is written. With `--external`, links to other hosts
 * are asked for. What was told, and good answers, are kept where builds keep theirs: a site
 * whose files are the same is told of the same. Exit code 1 if the content has errors.
 */
export async function check(positionals: readonly string[], options: Options): Promise<number> {
  expectNoPositionals(positionals);
  const format = formatOf(options.format);
  const root = siteRoot(options.site);
  const isDry = options["dry-run"] === true;
  if (isDry && options.fix !== true) throw new UsageError("Expected --fix with --dry-run.");
  const isExternal = options.external === true;
  if (isDry && isExternal) throw new UsageError("Unexpected --external beside --dry-run.");
  const cache = cacheOf(options);
  if (isDry) return showFixes(await checked(root, cache));
  // Links are asked of pages that are made.
  const kept = isExternal ? undefined : cache;
  let result = options.fix === true ? await fixed(root, kept) : await checked(root, kept);
  if (isExternal) {
    await askExternal(result.project, options);
    result = found(result.project);
  }
  print(result, format);
  return result.project.hasErrors ? 1 : 0;
}

async function checked(root: string, cache: Store | undefined): Promise<Checked> {
  const before = cache && new CheckedSite(cache, root);
  const project = await Project.open(root, { isCheck: true });
  const told = before?.told(project);
  if (told !== undefined) {
    project.takeDiagnostics(told);
    return { project, diagnostics: told };
  }
  await project.renderAll();
  project.checkUnused();
  const result = found(project);
  before?.keep(project, result.diagnostics);
  return result;
}

function found(project: Project): Checked {
  return { project, diagnostics: project.diagnostics({ allData: true }) };
}

/** Of fixes that overlap, each round makes one: more than a few rounds would be a fault of ours. */
const MAX_ROUNDS = 10;

/** The site after all fixes. */
async function fixed(root: string, cache: Store | undefined): Promise<Checked> {
  const paths = new Set<string>();
  let count = 0;
  let result = await checked(root, cache);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const files = fixedFiles(result.project.site.root, result.diagnostics);
    if (files.length === 0) break;
    writeFixes(result.project.site.root, files);
    for (const { path } of files) paths.add(path);
    count += countOf(files);
    result = await checked(root, cache);
  }
  process.stderr.write(`Fixed ${counted(count, "place")} in ${counted(paths.size, "file")}.\n`);
  return result;
}

function showFixes({ project, diagnostics }: Checked): number {
  const files = fixedFiles(project.site.root, diagnostics);
  process.stdout.write(diffOf(files, paintFor(process.stdout, process.env)));
  const places = `${counted(countOf(files), "place")} in ${counted(files.length, "file")}`;
  process.stderr.write(`Would fix ${places}. Nothing was written.\n`);
  return project.hasErrors ? 1 : 0;
}

function print({ project, diagnostics }: Checked, format: Format): void {
  process.stdout.write(reported(diagnostics, format, { project, stream: process.stdout }));
  if (format !== "text") return;
  const pages = counted(project.publishedPages.length, "page");
  process.stdout.write(`Checked ${pages}: ${summary(diagnostics)}.\n`);
}
