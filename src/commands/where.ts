/** `where`: which pages and lines use a snippet, a partial, a data file or a shortcode. */

import { Project } from "../project/project.ts";
import { type Usage, usagesOf } from "../project/usages.ts";
import { nearest } from "../text/nearest.ts";
import { siteRoot, UsageError } from "./usage.ts";

interface Options {
  readonly site?: unknown;
  readonly json?: unknown;
}

/** Lists every use of NAME, direct or through other snippets. */
export async function where(positionals: readonly string[], options: Options): Promise<number> {
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new UsageError("Expected one NAME.");
  const project = await Project.open(siteRoot(options.site));
  await project.renderAll();
  const { usages, known } = usagesOf(project, name);
  if (options.json === true) {
    process.stdout.write(`${JSON.stringify(usages, null, 2)}\n`);
    return 0;
  }
  if (usages.length === 0) {
    const near = nearest(name, known);
    const hint = near === undefined ? "" : ` Did you mean "${near}"?`;
    process.stdout.write(`Nothing uses "${name}".${hint}\n`);
    return 0;
  }
  process.stdout.write(`${usages.map(line).join("\n")}\n`);
  return 0;
}

function line({ file, line: number, column, target, via }: Usage): string {
  const through = via.map((place) => `\n  included at ${place}`).join("");
  return `${file}:${number}:${column}: ${target}${through}`;
}
