/** The generator itself while it is changed, such as the source of a shortcode. */
import { join, sep } from "node:path";
import {
  type EnvironmentModuleNode,
  isRunnableDevEnvironment,
  type Plugin,
  type ViteDevServer,
} from "vite";
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

/**
 * A Vite plugin for the source of the generator: pages are not loaded again when it changes,
 * they are changed in place as for any other change of the site.
 */
export function devEngine(): Plugin {
  return {
    name: "waymark-engine",
    hotUpdate: {
      order: "pre",
      handler({ file, modules, timestamp }) {
        if (!isEngineFile(file)) return undefined;
        const { environment } = this;
        const gone = new Set<EnvironmentModuleNode>();
        for (const module of modules)
          environment.moduleGraph.invalidateModule(module, gone, timestamp, true);
        if (isRunnableDevEnvironment(environment)) {
          const { evaluatedModules } = environment.runner;
          for (const { id } of gone) {
            const known = id === null ? undefined : evaluatedModules.getModuleById(id);
            if (known !== undefined) evaluatedModules.invalidateModule(known);
          }
        }
        return [];
      },
    },
  };
}
