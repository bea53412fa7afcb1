/** Search while writing: the index is made on first use, from what is kept of pages, and served from memory. */
import type { Plugin } from "vite";
import { searchFiles } from "../search/site-index.ts";
import { currentProject } from "./current.ts";
import { pathBelow } from "./dev-path.ts";
import type { Project } from "./project.ts";

const TYPES: Readonly<Record<string, string>> = {
  js: "text/javascript",
  json: "application/json",
  pagefind: "application/wasm",
};

const FOLDER = "pagefind/";

/** A Vite plugin that answers for `BASE/pagefind/…`. */
export function devSearch(project: Project): Plugin {
  const { base } = project.site.settings;
  let indexed: { project: Project; files: Promise<ReadonlyMap<string, Uint8Array>> } | undefined;
  const files = (): Promise<ReadonlyMap<string, Uint8Array>> => {
    const current = currentProject();
    if (indexed?.project !== current)
      indexed = { project: current, files: searchFiles(current, current.searchCache) };
    return indexed.files;
  };
  return {
    name: "waymark-search",
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const path = pathBelow(base, request);
        if (!path?.startsWith(FOLDER)) return next();
        const name = path.slice(FOLDER.length);
        const bytes = (await files()).get(name);
        if (bytes === undefined) return next();
        response.setHeader(
          "Content-Type",
          TYPES[name.split(".").at(-1) ?? ""] ?? "application/octet-stream",
        );
        response.setHeader("Cache-Control", "no-store");
        response.end(bytes);
      });
    },
  };
}
