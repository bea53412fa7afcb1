/** `build`: the static site; a failed build leaves the last output where it was. */
import { join, resolve } from "node:path";
import { counted, summary } from "../messages/report.ts";
import { buildSite } from "../project/build.ts";
import { Project } from "../project/project.ts";
import { printDiagnostics } from "./output.ts";
import { expectNoPositionals, formatOf, siteRoot } from "./usage.ts";

interface Options {
  readonly site?: unknown;
  readonly out?: unknown;
  readonly format?: unknown;
  readonly offline?: unknown;
}

/**
 * Builds the site of `--site` into `--out`, with `--offline` as one that works from files.
 * Exit code 1 if the content has errors.
 */
export async function build(positionals: readonly string[], options: Options): Promise<number> {
  expectNoPositionals(positionals);
  const format = formatOf(options.format);
  const root = siteRoot(options.site);
  const out = resolve(String(options.out ?? "dist"));
  const started = performance.now();
  const project = await Project.open(root);
  const isOffline = options.offline === true;
  const isBuilt = await buildSite(project, out, { isOffline });
  const diagnostics = project.diagnostics();
  printDiagnostics(diagnostics, format, project);
  if (!isBuilt) {
    process.stderr.write(`Not built: ${summary(diagnostics)}. The last output is unchanged.\n`);
    return 1;
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const pages = counted(project.publishedPages.length, "page");
  process.stderr.write(`Built ${pages} in ${seconds} s: ${summary(diagnostics)}.\n`);
  if (isOffline) process.stderr.write(`Open ${join(out, "index.html")}\n`);
  return 0;
}
