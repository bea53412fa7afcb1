/** `start`: build, then serve what was built. */
import { once } from "node:events";
import { resolve } from "node:path";
import { type StaticServer, serveFolder } from "../hosting/static-server.ts";
import { Project } from "../project/project.ts";
import { build } from "./build.ts";
import { type CacheOptions, portFromEnvironment, siteRoot } from "./usage.ts";

interface Options extends CacheOptions {
  readonly site?: unknown;
  readonly out?: unknown;
}

/** How many ports are tried, from the one that was asked for. */
const TRIES = 20;

/**
 * Builds and serves on 127.0.0.1, with the headers and redirects that a host would send;
 * `PORT` names another port than 4321. Where it is taken, the next free one is used.
 */
export async function start(positionals: readonly string[], options: Options): Promise<number> {
  const port = portFromEnvironment();
  const code = await build(positionals, options);
  if (code !== 0) return code;
  const { settings } = (await Project.open(siteRoot(options.site))).site;
  const folder = resolve(String(options.out ?? "dist"));
  const server = await serveNear(port, folder, settings.base);
  process.stdout.write(`Serving ${server.url}\n`);
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  await server.close();
  return 0;
}

async function serveNear(first: number, folder: string, base: string): Promise<StaticServer> {
  for (let port = first; ; port++) {
    try {
      return await serveFolder(folder, { base, port });
    } catch (error) {
      const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
      if (!isTaken || port + 1 >= first + TRIES) throw error;
    }
  }
}
