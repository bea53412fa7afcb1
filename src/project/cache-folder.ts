/** Where results are kept from one run to the next. */
import { accessSync, constants } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HOME } from "./home.ts";

/** Where results are kept if nothing else is asked for: beside the engine's packages, if it may. */
export function defaultCacheFolder(): string {
  const packages = join(HOME, "node_modules");
  try {
    accessSync(packages, constants.W_OK);
    return join(packages, ".cache", "waymark");
  } catch {
    return join(tmpdir(), "waymark-cache");
  }
}
