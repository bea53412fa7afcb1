/** The Astro integration of a site that is served while it is written: routes, reload of content, search. */
import type { AstroIntegration } from "astro";
import { LOOK_FOLDER } from "../site/look.ts";
import { devOutputs } from "./dev-outputs.ts";
import { devReload } from "./dev-reload.ts";
import { devSearch } from "./dev-search.ts";
import type { Project } from "./project.ts";

/** Ties a project to Astro; Astro's side gets at it through current.ts. */
export function waymark(project: Project): AstroIntegration {
  return {
    name: "waymark",
    hooks: {
      "astro:config:setup": ({ injectRoute, updateConfig }) => {
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
        updateConfig({ vite: { plugins: [devSearch(project), devOutputs(project)] } });
      },
      "astro:server:setup": ({ server }) => devReload(project, server),
    },
  };
}
