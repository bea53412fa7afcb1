/** `prepare`: compiles the engine and the layouts. `npm ci` and `npm install` run it. */
import { bundleEngine } from "../project/engine-bundle.ts";
import { openOwnShell } from "../project/shell.ts";
import { expectNoPositionals } from "./usage.ts";

/**
 * Never fails. Without its bundle the engine runs from its sources; layouts that could not be
 * compiled are compiled by the first build, which tells why not.
 */
export async function prepare(positionals: readonly string[]): Promise<number> {
  expectNoPositionals(positionals);
  await tryTo("The engine is not", bundleEngine);
  await tryTo("The layouts are not", () => openOwnShell("/"));
  return 0;
}

async function tryTo(failure: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${failure} compiled yet: ${reason}\n`);
  }
}
