/** `dev`: live authoring. */
import { dev as serve } from "astro";
import { devOptions } from "../project/astro-options.ts";
import { setCurrentProject } from "../project/current.ts";
import { Project } from "../project/project.ts";
import { printDiagnostics } from "./output.ts";
import { expectNoPositionals, portFromEnvironment, siteRoot } from "./usage.ts";

/** Serves the site of `--site` until it is stopped; content, data and partials reload. */
export async function dev(
  positionals: readonly string[],
  options: { readonly site?: unknown },
): Promise<number> {
  expectNoPositionals(positionals);
  const port = portFromEnvironment();
  const project = await Project.open(siteRoot(options.site), { isDev: true });
  await project.renderAll();
  printDiagnostics(project.diagnostics(), "text", project);
  setCurrentProject(project);
  const server = await serve({
    ...devOptions(project),
    logLevel: "warn",
    server: { host: "127.0.0.1", port },
  });
  process.stdout.write(
    `Serving http://127.0.0.1:${server.address.port}${project.site.settings.base}\n`,
  );
  await new Promise(() => {});
  return 0;
}
