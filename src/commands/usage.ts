/** What commands have in common: checking how they were called. */
import { existsSync, statSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { openStore, type Store } from "../cache/store.ts";
import { FORMATS, type Format } from "../messages/report.ts";
import { defaultCacheFolder } from "../project/cache-folder.ts";
import { HOME } from "../project/home.ts";

/** The command was called wrongly: exit code 2. */
export class UsageError extends Error {}

/** The site's folder, absolute. */
export function siteRoot(value: unknown): string {
  if (value === undefined) return HOME;
  const root = resolve(String(value));
  if (!existsSync(root) || !statSync(root).isDirectory()) {
    throw new UsageError(`Unexpected --site ${value}, expected a folder.`);
  }
  return root;
}

/** The site's folder below the current one, with slashes; empty if it is that or lies elsewhere. */
export function folderBelow(root: string): string {
  const folder = relative(process.cwd(), root);
  return folder.startsWith("..") || isAbsolute(folder) ? "" : folder.split(sep).join("/");
}

/** The reporter's name. */
export function formatOf(value: unknown): Format {
  if (value === undefined) return "text";
  const format = FORMATS.find((name) => name === value);
  if (format === undefined) {
    throw new UsageError(`Unexpected --format ${value}, expected ${FORMATS.join(", ")}.`);
  }
  return format;
}

/** The cache of `--cache DIR`, of a folder beside the packages, or with `--no-cache` none. */
export function cacheOf(
  { cache, "no-cache": isOff }: CacheOptions,
  open: (folder: string) => Store = openStore,
): Store | undefined {
  if (isOff === true) {
    if (cache !== undefined)
      throw new UsageError("Unexpected --cache beside --no-cache, expected one of them.");
    return undefined;
  }
  const folder = cache === undefined ? defaultCacheFolder() : resolve(String(cache));
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new UsageError(`Unexpected --cache ${cache}, expected a folder.`);
  return open(folder);
}

/** How a command was told where results are kept. */
export interface CacheOptions {
  readonly cache?: unknown;
  readonly "no-cache"?: unknown;
}

const DEFAULT_PORT = 4321;

/** The port to serve on: `PORT`, or 4321. */
export function portFromEnvironment(): number {
  const { PORT } = process.env;
  const port = Number(PORT ?? DEFAULT_PORT);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new UsageError(`Unexpected PORT ${PORT}, expected a number up to 65535.`);
}

/** A command that takes no files or names got some. */
export function expectNoPositionals(positionals: readonly string[]): void {
  if (positionals.length > 0) throw new UsageError(`Unexpected "${positionals[0]}".`);
}
