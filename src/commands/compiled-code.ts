/** Keeps the engine's code as it was compiled: half of the time that a short command takes. */
import { readdirSync, rmSync } from "node:fs";
import module from "node:module";
import { join } from "node:path";
import { compiledFolder } from "../project/cache-folder.ts";

/** The engine has some hundred modules; shells that are gone leave theirs behind. */
const MAX_FILES = 3_000;

/**
 * From now on, if not since src/launch.mjs, modules are taken from the cache of compiled code, and
 * go there when the process ends; those of processes that it starts too. What is kept depends on
 * the engine's files alone, never on a site. Where nothing can be kept, modules are compiled as ever.
 */
export function keepCompiledCode(): void {
  if (process.env.NODE_COMPILE_CACHE !== undefined) return;
  const folder = join(compiledFolder(), "code");
  forgetIfLarge(folder);
  // Not every version of Node that runs this has it.
  module.enableCompileCache?.(folder);
  process.env.NODE_COMPILE_CACHE = folder;
}

/** Each version of Node has a folder of its own; to list all at once takes several times as long. */
function forgetIfLarge(folder: string): void {
  try {
    const counts = readdirSync(folder).map((name) => readdirSync(join(folder, name)).length);
    const count = counts.reduce((sum, each) => sum + each, 0);
    if (count > MAX_FILES) rmSync(folder, { recursive: true, force: true });
  } catch {
    // It is not there yet, or another process writes to it at the same time.
  }
}
