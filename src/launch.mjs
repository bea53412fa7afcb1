/**
 * Starts src/cli.ts. This is the one file that is no TypeScript: before Node runs the first file of
 * that, it loads a compiler, which takes as long as all else that a start does. What ran before comes
 * from the cache of compiled code instead, which has to be open by then.
 */
import { accessSync, constants } from "node:fs";
import module from "node:module";
import { join } from "node:path";

const packages = join(import.meta.dirname, "../node_modules");
try {
  accessSync(packages, constants.W_OK);
  module.enableCompileCache?.(join(packages, ".waymark/code"));
} catch {
  // src/commands/compiled-code.ts finds another place.
}
await import("./cli.ts");
