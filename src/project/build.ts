/** Writes a project's site: pages from the shell, the search index and other outputs beside it, then one swap of folders. */
import { setImmediate } from "node:timers/promises";
import type { Store } from "../cache/store.ts";
import { searchFiles } from "../search/site-index.ts";
import { during, waitingIn } from "../timing/recorder.ts";
import { beginStep } from "../timing/steps.ts";
import { digestsIn } from "./built-files.ts";
import { BuiltSite } from "./built-site.ts";
import { generatePages } from "./generate.ts";
import { writeHeaders } from "./host-files.ts";
import { MadePages } from "./made-pages.ts";
import { OutputFolder } from "./output-folder.ts";
import type { Project } from "./project.ts";
import { openOwnShell, type Shell } from "./shell.ts";
import type { SiteFiles } from "./site-inputs.ts";
import { siteOutputs } from "./site-outputs.ts";
import { openWorkFolder, removeLitter } from "./work-folder.ts";

interface BuildOptions {
  /** The site works from files, without a server. */
  readonly isOffline?: boolean;
  /** Where results are kept from one build to the next. */
  readonly cache?: Store | undefined;
  /** The site's files before it was opened; with them, an output that is there stays. */
  readonly files?: SiteFiles | undefined;
}

/**
 * Renders and builds into `out` (absolute). Everything is written to a folder beside it,
 * which takes its place at the very end: a failure leaves `out` as it was. Gives false,
 * and writes nothing, if the content has errors.
 */
export async function buildSite(
  project: Project,
  out: string,
  { isOffline = false, cache, files }: BuildOptions = {},
): Promise<boolean> {
  removeLitter(out);
  const options = [String(isOffline)];
  const built = cache && files ? new BuiltSite(cache, project, out, files, options) : undefined;
  const told = during("read", () => built?.diagnosticsIfThere());
  if (told !== undefined) {
    project.takeDiagnostics(told);
    return true;
  }
  const stop = new AbortController();
  const index = searchFiles(project, project.searchCache, stop.signal);
  const shell = openOwnShell(project.site.settings.base, stop.signal);
  // A failure is told where they are waited for.
  index.catch(() => {});
  shell.catch(() => {});
  try {
    await project.renderAll();
    if (project.hasErrors) return false;
    const digests = await waitingIn("write", async () =>
      writeSite(project, out, { shell: await shell, index, isOffline, cache, built }),
    );
    during("write", () => {
      built?.keep(digests);
      cache?.prune();
    });
    return true;
  } finally {
    stop.abort();
    await Promise.allSettled([index, shell]);
    cache?.flush();
  }
}

/** What a site is written from, beside its project. */
interface Parts {
  readonly shell: Shell;
  readonly index: Promise<ReadonlyMap<string, Uint8Array>>;
  readonly isOffline: boolean;
  readonly cache: Store | undefined;
  readonly built: BuiltSite | undefined;
}

/** Gives the digests of the files that were written, by path. */
async function writeSite(
  project: Project,
  out: string,
  { shell, index, isOffline, cache, built }: Parts,
): Promise<ReadonlyMap<string, string>> {
  const work = openWorkFolder(out);
  try {
    // Pages that work from files are changed once they are written.
    const output = new OutputFolder(work.site, isOffline ? undefined : out);
    const before = cache && new MadePages(project, output, out, cache);
    const needs = await generatePages(project, shell, output, before);
    beginStep("Writing other files");
    for (const { from, to } of project.site.resources) output.copy(from, to.replace(/^\/+/, ""));
    for (const { path, text } of siteOutputs(project).values()) {
      output.write(path, text);
      await setImmediate();
    }
    built?.prepare();
    beginStep("Making the search index");
    const found = await waitingIn("search", () => index);
    for (const [path, bytes] of found) output.write(`pagefind/${path}`, bytes);
    if (isOffline) {
      // Loaded when asked for: it brings a bundler along.
      const { makeOffline } = await import("../offline/copy.ts");
      await makeOffline(output.folder, project.site.settings);
    } else writeHeaders(project.site, output, needs);
    // Another build may put its own output there right after.
    const digests = isOffline ? digestsIn(output.folder) : output.digests;
    work.finish();
    return digests;
  } finally {
    work.remove();
  }
}
