/** `start`: build, then serve what was built. */
import { resolve } from "node:path";
import { preview } from "astro";
import { Project } from "../project/project.ts";
import { build } from "./build.ts";
import { portFromEnvironment, siteRoot } from "./usage.ts";

interface Options {
  readonly site?: unknown;
  readonly out?: unknown;
}

/** Builds and serves on 127.0.0.1; `PORT` names another port than 4321. */
export async function start(positionals: readonly string[], options: Options): Promise<number> {
  const port = portFromEnvironment();
  const code = await build(positionals, options);
  if (code !== 0) return code;
  const root = siteRoot(options.site);
  const { settings } = (await Project.open(root)).site;
  const server = await preview({
    root,
    configFile: false,
    logLevel: "error",
    base: settings.base,
    outDir: resolve(String(options.out ?? "dist")),
    server: { host: "127.0.0.1", port },
  });
  process.stdout.write(`Serving http://127.0.0.1:${server.port}${settings.base}\n`);
  await server.closed();
  return 0;
}
