/** `check`: everything that can be wrong; nothing is written. */
import { counted, report, summary } from "../messages/report.ts";
import { Project } from "../project/project.ts";
import { expectNoPositionals, folderBelow, formatOf, siteRoot } from "./usage.ts";

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
  const text = report(diagnostics, format, folderBelow(root));
  process.stdout.write(format === "text" && text !== "" ? `${text}\n` : text);
  if (format === "text") {
    const pages = counted(project.publishedPages.length, "page");
    process.stdout.write(`Checked ${pages}: ${summary(diagnostics)}.\n`);
  }
  return project.hasErrors ? 1 : 0;
}
