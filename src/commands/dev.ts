/** `dev`: live authoring. */
import { dev as serve } from "astro";
import { inMemory } from "../cache/memory.ts";
import { devOptions } from "../project/astro-options.ts";
import { currentProject, setCurrentProject } from "../project/current.ts";
import { DEV_FOLDER } from "../project/dev-panel.ts";
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
  const { promise: made, resolve: tellMade } = Promise.withResolvers<void>();
  const server = await serve({
    ...devOptions(project, { since, made }),
    logLevel: "warn",
    server: { host: "127.0.0.1", port },
  });
  const url = `http://127.0.0.1:${server.address.port}${project.site.settings.base}`;
  process.stdout.write(`Serving ${url}\n`);
  // The first page takes the most: the server reads the layouts. The others are made after it.
  await fetch(url).then((response) => response.text());
  await project.renderAll();
  // What has changed meanwhile was told by then.
  if (currentProject() === project) printDiagnostics(project.diagnostics(), "text", project);
  tellMade();
  // Whoever asks for the overview need not wait until its layout is read.
  await fetch(new URL(`${DEV_FOLDER}/`, url)).then((response) => response.text());
  await new Promise(() => {});
  return 0;
}
