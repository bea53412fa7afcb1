/** What the shipped site's pages weigh before a reader does anything, as a table. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSite } from "../../src/project/build.ts";
import type { Project } from "../../src/project/project.ts";
import { heaviestPage, scriptBytes, type Weight, weightOf } from "../helpers/page-weight.ts";
import { pagesIn, printViews } from "../reading/page-kinds.ts";

/** Builds the site into a temporary folder and prints the weights. */
export async function printWeights(project: Project): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), "waymark-weights-"));
  try {
    const folder = join(work, "site");
    await buildSite(project, folder);
    const views = printViews(folder);
    const guides = pagesIn(folder).filter((path) => !views.includes(path));
    process.stdout.write("\npages with all that they load before use, in bytes\n");
    process.stdout.write(`  ${"".padEnd(44)}      raw     gzip   brotli   script\n`);
    for (const weight of [
      weightOf(folder, ""),
      weightOf(folder, "authoring/"),
      heaviestPage(folder, guides),
    ])
      process.stdout.write(row(folder, weight));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function row(folder: string, weight: Weight): string {
  const { path, raw, gzip, compressed } = weight;
  const numbers = [raw, gzip, compressed, scriptBytes(folder, path)];
  return `  ${`/${path}`.padEnd(44)} ${numbers.map((one) => String(one).padStart(8)).join(" ")}\n`;
}
