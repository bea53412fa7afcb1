/** `render`: one page's article on standard output. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { TARGETS } from "../project/outputs.ts";
import { Project } from "../project/project.ts";
import { printDiagnostics } from "./output.ts";
import { siteRoot, UsageError } from "./usage.ts";

interface Options {
  readonly site?: unknown;
  readonly to?: unknown;
}

/** Renders FILE, a page of the site or any Markdown file, with the site's data. */
export async function render(positionals: readonly string[], options: Options): Promise<number> {
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError("Expected one FILE.");
  const to = TARGETS.find((name) => name === (options.to ?? "html"));
  if (to === undefined) {
    throw new UsageError(`Unexpected --to ${options.to}, expected ${TARGETS.join(", ")}.`);
  }
  const root = siteRoot(options.site);
  // A site that is named is meant; its pages have paths from its root.
  const path = [resolve(root, file), resolve(file)].find((candidate) => existsSync(candidate));
  if (path === undefined) throw new UsageError(`Unexpected FILE ${file}, expected a file.`);
  const project = await Project.open(root);
  const { output, diagnostics } = await project.renderFile(path, to);
  printDiagnostics(diagnostics, "text", project);
  process.stdout.write(output.endsWith("\n") ? output : `${output}\n`);
  return diagnostics.some(({ level }) => level === "error") ? 1 : 0;
}
