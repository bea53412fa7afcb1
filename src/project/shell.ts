/**
 * The shell of a site: the layouts as a bundle that makes pages, with the styles and scripts
 * that pages link to. Making it takes Vite; it depends on the engine and the base path
 * alone, never on content, so that it is kept.
 */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { digestOf } from "../cache/digest.ts";
import { compiledFolder, installedFolder } from "./cache-folder.ts";
import { makeFolder, markTaken } from "./compiled-folders.ts";
import { engineVersion } from "./engine-version.ts";
import { SHELL_ASSETS, SHELL_MODULE, SHELL_NOTE, type ShellNote } from "./shell-format.ts";
import type { PageMaker, ShellModule } from "./shell-types.ts";

/** A shell that is there: what makes pages, and the files that they link to. */
export interface Shell extends PageMaker {
  /** The folder of the files that pages link to, laid out as in a site. */
  readonly assets: string;
}

/** A change of how shells are made or noted that no source tells. */
const FORMAT = "shell 2";

const SHELLS = "shells";

const MAKER = fileURLToPath(new URL("shell-maker.ts", import.meta.url));

/**
 * The shell for a base path: the one that is kept in `folder`, or a new one that is kept
 * there from now on. A kept one with missing or changed files is made again. Builds may do
 * this at once: each makes its own beside the others, and the first that is whole stays. Where
 * none can be kept (the folder may only be read, the disk is full), one is made for this process.
 * `signal` ends the making.
 */
export async function openShell(
  base: string,
  folder: string,
  signal?: AbortSignal,
): Promise<Shell> {
  const place = placeIn(folder, base);
  const kept = noteOf(place);
  if (kept !== undefined) return shellIn(place, kept);
  try {
    return await makeShell(base, place, signal);
  } catch (error) {
    if (signal?.aborted) throw error;
    const own = mkdtempSync(join(tmpdir(), "waymark-shell-"));
    process.once("exit", () => rmSync(own, { recursive: true, force: true }));
    return makeShell(base, join(own, "shell"), signal);
  }
}

async function makeShell(
  base: string,
  place: string,
  signal: AbortSignal | undefined,
): Promise<Shell> {
  const isThere = (): boolean => noteOf(place) !== undefined;
  await makeFolder(place, isThere, (folder) =>
    promisify(execFile)(process.execPath, [MAKER, folder, base], { maxBuffer: 1e8, signal }),
  );
  const note = noteOf(place);
  if (note === undefined) throw new Error(`Unexpected files in ${place}, expected a shell.`);
  return shellIn(place, note);
}

/** The shell for a base path as the installation left it, or one that is kept where this user may write. */
export function openOwnShell(base: string, signal?: AbortSignal): Promise<Shell> {
  const installed = join(installedFolder(), SHELLS);
  const isThere = noteOf(placeIn(installed, base)) !== undefined;
  return openShell(base, isThere ? installed : join(compiledFolder(), SHELLS), signal);
}

function placeIn(folder: string, base: string): string {
  return join(folder, digestOf(FORMAT, engineVersion(), base));
}

/** The note of a shell whose files are all there, each as it was made. */
function noteOf(place: string): ShellNote | undefined {
  try {
    const note: ShellNote = JSON.parse(readFileSync(join(place, SHELL_NOTE), "utf8"));
    const isWhole = Object.entries(note.files).every(
      ([path, digest]) => digestOf(readFileSync(join(place, path))) === digest,
    );
    return isWhole ? note : undefined;
  } catch {
    return undefined;
  }
}

async function shellIn(place: string, { links }: ShellNote): Promise<Shell> {
  markTaken(place);
  const module: ShellModule = await import(pathToFileURL(join(place, SHELL_MODULE)).href);
  return {
    ...module.createPageMaker(links),
    assets: join(place, SHELL_ASSETS),
  };
}
