/** Where the engine keeps what it made, if nothing else is asked for. */
import { accessSync, constants } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HOME } from "./home.ts";

/** Where results of builds are kept: beside the engine's packages, if it may. */
export function defaultCacheFolder(): string {
  return packagesFolder(".cache", "waymark") ?? join(tmpdir(), "waymark-cache");
}

/**
 * Where the engine keeps itself as it was compiled: its layouts and its modules. That depends
 * on the engine alone and on no site, so that it is part of the installation and not of a cache.
 */
export function compiledFolder(): string {
  return packagesFolder(".waymark") ?? join(tmpdir(), "waymark-compiled");
}

/** Where the installation left it, which may be a folder that this user can only read. */
export function installedFolder(): string {
  return join(HOME, "node_modules", ".waymark");
}

function packagesFolder(...names: readonly string[]): string | undefined {
  const packages = join(HOME, "node_modules");
  try {
    accessSync(packages, constants.W_OK);
    return join(packages, ...names);
  } catch {
    return undefined;
  }
}
