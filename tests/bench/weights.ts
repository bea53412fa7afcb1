/** What the shipped site's pages weigh before a reader does anything, as a table. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSite } from "../../src/project/build.ts";
import { Project } from "../../src/project/project.ts";
import { heaviestPage, scriptBytes, weightOf } from "../helpers/page-weight.ts";
import { pagesIn, printViews } from "../reading/page-kinds.ts";
import { aligned } from "./builds/tables.ts";
import { pageWeightFile } from "./weight-figures.ts";

/** Weights as text, and as the manual's data. */
export interface Weights {
  readonly table: string;
  readonly file: string;
}

/** Builds the site at `root` into a temporary folder and weighs it; `pages` are told beside the heaviest. */
export async function weigh(root: string, pages: readonly string[]): Promise<Weights> {
  const work = mkdtempSync(join(tmpdir(), "waymark-weights-"));
  try {
    const folder = join(work, "site");
    const isBuilt = await buildSite(await Project.open(root), folder);
    if (!isBuilt) throw new Error(`The site in ${root} has errors.`);
    const views = printViews(folder);
    const guides = pagesIn(folder).filter((path) => !views.includes(path));
    const heaviest = heaviestPage(folder, guides);
    const rows = [...pages.map((path) => weightOf(folder, path)), heaviest].map(
      ({ path, raw, gzip, compressed }) => [
        `/${path}`,
        ...[raw, gzip, compressed, scriptBytes(folder, path)].map(String),
      ],
    );
    const head = ["bytes before use", "raw", "gzip", "brotli", "script"];
    return { table: aligned([head, ...rows]), file: pageWeightFile(folder, guides, heaviest.path) };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
