/** The program: loads the engine, runs a command, sets the exit code. */
import { pathToFileURL } from "node:url";
import { keepCompiledCode } from "./commands/compiled-code.ts";
import type { run } from "./commands/run.ts";
import { bundledEngine } from "./project/engine-place.ts";

interface Engine {
  readonly run: typeof run;
}

/** The engine as one bundle if there is one of these sources, or else its sources. */
async function loadEngine(): Promise<Engine> {
  const bundle = bundledEngine();
  try {
    if (bundle !== undefined) return (await import(pathToFileURL(bundle).href)) as Engine;
  } catch {
    // It is damaged, and the sources do the same.
  }
  return import("./commands/run.ts");
}

// A reader such as `head` that has seen enough closes the pipe; that is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
keepCompiledCode();
const engine = await loadEngine();
process.exitCode = await engine.run(process.argv.slice(2));
