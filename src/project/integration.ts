/** The Astro integration of a site that is served while it is written: routes, reload of content, search. */
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { LOOK_FOLDER } from "../site/look.ts";
import { devEngine } from "./dev-engine.ts";
import { devOutputs } from "./dev-outputs.ts";
import { DEV_FOLDER, devPanel } from "./dev-panel.ts";
import { type DevStart, devReload } from "./dev-reload.ts";
import { devSearch } from "./dev-search.ts";
import type { Project } from "./project.ts";

/** What pages have for their authors. */
const DEV_SCRIPT = fileURLToPath(new URL("../dev/main.ts", import.meta.url));

/** Ties a project to Astro; Astro's side gets at it through current.ts. */
export function waymark(project: Project, start: DevStart): AstroIntegration {
  return {
    name: "waymark",
    hooks: {
      "astro:config:setup": ({ injectRoute, injectScript, updateConfig }) => {
        injectScript("page", `import ${JSON.stringify(DEV_SCRIPT)};`);
        // Astro leaves out files in src/pages that start with an underscore.
        injectRoute({
          pattern: "/_nav/[branch]",
          entrypoint: new URL("../pages-internal/nav-branch.astro", import.meta.url),
          prerender: true,
        });
        injectRoute({
          pattern: `/${LOOK_FOLDER}/[file]`,
          entrypoint: new URL("../pages-internal/look-file.ts", import.meta.url),
          prerender: true,
        });
        // Made when it is asked for: what stands after the question mark counts.
        injectRoute({
          pattern: `/${DEV_FOLDER}`,
          entrypoint: new URL("../pages/_waymark.astro", import.meta.url),
          prerender: false,
        });
        const plugins = [devEngine(), devSearch(project), devPanel(project), devOutputs(project)];
        updateConfig({ vite: { plugins } });
      },
      "astro:server:setup": ({ server }) => devReload(project, server, start),
    },
  };
}
