/** Outputs beside pages while writing: made on request and served from memory. */
import { extname } from "node:path/posix";
import type { Plugin } from "vite";
import type { OutputFile } from "../outputs/types.ts";
import { currentProject } from "./current.ts";
import { pathBelow } from "./dev-path.ts";
import type { Project } from "./project.ts";
import { siteOutputs } from "./site-outputs.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".md": "text/markdown",
  ".json": "application/json",
  ".xml": "application/xml",
};

/** Whether a file of this name can be an output. Most requests are for pages, and need no list of all. */
function isOutputName(path: string): boolean {
  return path === "_redirects" || /\.(?:md|txt|xml|json)$/.test(path);
}

/** A Vite plugin that answers for the files of all outputs. */
export function devOutputs(project: Project): Plugin {
  const { base } = project.site.settings;
  let made: { project: Project; files: ReadonlyMap<string, OutputFile> } | undefined;
  const files = (): ReadonlyMap<string, OutputFile> => {
    const current = currentProject();
    if (made?.project !== current) made = { project: current, files: siteOutputs(current) };
    return made.files;
  };
  return {
    name: "waymark-outputs",
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = pathBelow(base, request) ?? "";
        const file = isOutputName(path) ? files().get(path) : undefined;
        if (file === undefined) return next();
        const type = TYPES[extname(file.path)] ?? "text/plain";
        response.setHeader("Content-Type", `${type}; charset=utf-8`);
        response.setHeader("Cache-Control", "no-store");
        response.end(file.text);
      });
    },
  };
}
