/** What the script of authors asks for while they write: `BASE/_waymark/state.json`. */
import type { Plugin } from "vite";
import { currentProject } from "./current.ts";
import { pathBelow } from "./dev-path.ts";
import { devState } from "./dev-state.ts";
import type { Project } from "./project.ts";

/** Where the pages and answers for authors stand, below the base path. */
export const DEV_FOLDER = "_waymark";

/** A Vite plugin that answers for the state of the page at `?page=`, an address with the base path. */
export function devPanel(project: Project): Plugin {
  const { base } = project.site.settings;
  return {
    name: "waymark-panel",
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (pathBelow(base, request) !== `${DEV_FOLDER}/state.json`) return next();
        const [, query = ""] = (request.url ?? "").split("?", 2);
        const page = decodedPath(new URLSearchParams(query).get("page") ?? base);
        const path = `/${page.startsWith(base) ? page.slice(base.length) : ""}`;
        const current = currentProject();
        const state = devState(current, pageUrl(path));
        const { root } = current.site;
        const open = "/__open-in-editor?file=";
        response.setHeader("Content-Type", "application/json; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.end(JSON.stringify({ ...state, open, root, list: `${base}${DEV_FOLDER}/` }));
      });
    },
  };
}

/** Browsers escape what pages have in their addresses. */
function decodedPath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** Addresses of pages end with a slash, unless they are files. */
function pageUrl(path: string): string {
  return /\/$|\.[^/]*$/.test(path) ? path : `${path}/`;
}
