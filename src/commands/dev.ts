/** `dev`: live authoring. */
import { dev as serve } from "astro";
import { inMemory } from "../cache/memory.ts";
import { devOptions } from "../project/astro-options.ts";
import { setCurrentProject } from "../project/current.ts";
import { Project } from "../project/project.ts";
import { printDiagnostics } from "./output.ts";
import {
  type CacheOptions,
  cacheOf,
  expectNoPositionals,
  portFromEnvironment,
  siteRoot,
} from "./usage.ts";

/** Serves the site of `--site` until it is stopped; content, data and partials reload. */
export async function dev(
  positionals: readonly string[],
  options: CacheOptions & { readonly site?: unknown },
): Promise<number> {
  expectNoPositionals(positionals);
  const port = portFromEnvironment();
  const kept = cacheOf(options);
  const cache = kept && inMemory(kept);
  const since = Date.now();
  const project = await Project.open(siteRoot(options.site), { cache, isDev: true });
  setCurrentProject(project);
  // Pages that are asked for come first; the others are made meanwhile.
  const rendering = project.renderAll();
  const server = await serve({
    ...devOptions(project, since),
    logLevel: "warn",
    server: { host: "127.0.0.1", port },
  });
  process.stdout.write(
    `Serving http://127.0.0.1:${server.address.port}${project.site.settings.base}\n`,
  );
  await rendering;
  printDiagnostics(project.diagnostics(), "text", project);
  await new Promise(() => {});
  return 0;
}
