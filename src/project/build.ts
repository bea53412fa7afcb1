/** Writes a project's site: pages by Astro, the search index and other outputs beside it, then one swap of folders. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { build as astroBuild } from "astro";
import { searchFiles } from "../search/site-index.ts";
import { astroOptions } from "./astro-options.ts";
import { setCurrentProject } from "./current.ts";
import { writeHeaders } from "./host-files.ts";
import type { Project } from "./project.ts";
import { siteOutputs } from "./site-outputs.ts";

/**
 * Builds into `out` (absolute). Everything is written to a folder beside it,
 * which takes its place at the very end: a failure leaves `out` as it was.
 * `isOffline`: the site works from files, without a server.
 */
export async function buildSite(
  project: Project,
  out: string,
  { isOffline = false }: { readonly isOffline?: boolean } = {},
): Promise<void> {
  mkdirSync(dirname(out), { recursive: true });
  const work = mkdtempSync(join(dirname(out), `.${basename(out)}-`));
  try {
    const site = join(work, "site");
    setCurrentProject(project);
    // The index is made in a process of its own while Astro makes pages.
    const [files] = await Promise.all([
      searchFiles(project),
      astroBuild({
        ...astroOptions(project),
        outDir: site,
        cacheDir: join(work, "cache"),
        logLevel: "error",
      }),
    ]);
    for (const [path, bytes] of files) writeInto(join(site, "pagefind"), path, bytes);
    for (const { from, to } of project.site.resources) cpSync(from, join(site, to));
    moveFileForms(project, site);
    for (const { path, text } of siteOutputs(project).values()) writeInto(site, path, text);
    if (isOffline) {
      // Loaded when asked for: it brings a bundler along.
      const { makeOffline } = await import("../offline/copy.ts");
      await makeOffline(site, project.site.settings);
    } else writeHeaders(project.site, site);
    replaceFolder(out, site, join(work, "previous"));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Pages and aliases that name a file (`/v1.2/a`, `/a.html`): Astro makes folders of them. */
function moveFileForms(project: Project, site: string): void {
  const urls = [...project.publishedPages.map(({ url }) => url), ...project.site.aliases.keys()];
  for (const url of urls) {
    if (url.endsWith("/")) continue;
    const folder = join(site, url);
    const file = `${folder}.moving`;
    renameSync(join(folder, "index.html"), file);
    rmSync(folder, { recursive: true });
    renameSync(file, folder);
  }
}

function writeInto(folder: string, path: string, bytes: Uint8Array | string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

/** Puts `next` in the place of `out`; the old folder moves to `previous`, and back if that fails. */
function replaceFolder(out: string, next: string, previous: string): void {
  const hadOutput = existsSync(out);
  if (hadOutput) renameSync(out, previous);
  try {
    renameSync(next, out);
  } catch (error) {
    if (hadOutput) renameSync(previous, out);
    throw error;
  }
}
