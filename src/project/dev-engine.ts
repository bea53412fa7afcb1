/** The generator itself while it is changed, such as the source of a shortcode. */
import { join, sep } from "node:path";
import type { ViteDevServer } from "vite";
import { HOME } from "./home.ts";
import type { Project } from "./project.ts";

/** What the server of pages looks after itself, and shows without us. */
const SERVED = ["client", "components", "dev", "layouts", "pages", "pages-internal", "styles"];

const SOURCE = join(HOME, "src") + sep;

/** Whether a file is one of those that make articles. */
export function isEngineFile(file: string): boolean {
  if (!file.startsWith(SOURCE) || !file.endsWith(".ts")) return false;
  return !SERVED.includes(file.slice(SOURCE.length).split(sep, 1)[0] ?? "");
}

/**
 * The project opened by the generator as its files are now: Vite reads them, for Node keeps
 * the modules that it has read. Fails for source that cannot be run.
 */
export async function withNewEngine(project: Project, server: ViteDevServer): Promise<Project> {
  for (const { moduleGraph } of Object.values(server.environments)) moduleGraph.invalidateAll();
  const file = join(HOME, "src/project/project.ts");
  const engine = (await server.ssrLoadModule(file)) as { Project: typeof Project };
  return engine.Project.open(project.site.root, project.options);
}
