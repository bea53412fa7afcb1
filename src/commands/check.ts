/** `check`: everything that can be wrong; nothing is written. */
import { counted, summary } from "../messages/report.ts";
import { Project } from "../project/project.ts";
import { reported } from "./output.ts";
import { expectNoPositionals, formatOf, siteRoot } from "./usage.ts";

interface Options {
  readonly site?: unknown;
  readonly format?: unknown;
}

/** Checks the site of `--site`. Exit code 1 if the content has errors. */
export async function check(positionals: readonly string[], options: Options): Promise<number> {
  expectNoPositionals(positionals);
  const format = formatOf(options.format);
  const root = siteRoot(options.site);
  const project = await Project.open(root);
  await project.renderAll();
  project.checkUnused();
  const diagnostics = project.diagnostics({ allData: true });
  process.stdout.write(reported(diagnostics, format, { project, stream: process.stdout }));
  if (format === "text") {
    const pages = counted(project.publishedPages.length, "page");
    process.stdout.write(`Checked ${pages}: ${summary(diagnostics)}.\n`);
  }
  return project.hasErrors ? 1 : 0;
}
