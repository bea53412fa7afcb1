/** The Astro integration: routes of our own, reload of content, search while writing. */
import { randomUUID } from "node:crypto";
import type { AstroIntegration } from "astro";
import type { Plugin } from "vite";
import { LOOK_FOLDER } from "../site/look.ts";
import { devOutputs } from "./dev-outputs.ts";
import { devReload } from "./dev-reload.ts";
import { devSearch } from "./dev-search.ts";
import type { Project } from "./project.ts";

const SHARED = /client\/(?:hash|tab-event|keep-in-view)\.ts|preload-helper/;

/** Ties a project to Astro; Astro's side gets at it through current.ts. */
export function waymark(project: Project): AstroIntegration {
  return {
    name: "waymark",
    hooks: {
      "astro:config:setup": ({ injectRoute, updateConfig, command }) => {
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
        updateConfig({
          vite: {
            // A script of a few lines would be written into the page, which the policy forbids.
            build: {
              assetsInlineLimit: 0,
              rolldownOptions: {
                // Texts that parts of the script have in common make no file of their own.
                optimization: { inlineConst: { mode: "all", pass: 2 } },
                // What the scripts of all pages share is one file, for each file is a request.
                output: { codeSplitting: { groups: [{ name: "shared", test: SHARED }] } },
              },
            },
            plugins:
              command === "dev"
                ? [devSearch(project), devOutputs(project)]
                : [ownModules(), plainImports()],
          },
        });
      },
      "astro:server:setup": ({ server }) => devReload(project, server),
    },
  };
}

/**
 * Gives the modules that make pages names of their own in each build: Node and Astro keep
 * them by name, and a second site in one process would get the paths of the first.
 */
function ownModules(): Plugin {
  const build = randomUUID();
  return {
    name: "waymark-own-modules",
    augmentChunkHash() {
      return this.environment.name === "client" ? undefined : build;
    },
  };
}

/**
 * Script that is loaded on first use is a single file each, without styles: it needs
 * nothing of Vite's helper that loads parts ahead, 2 KB on every page.
 */
function plainImports(): Plugin {
  return {
    name: "waymark-plain-imports",
    enforce: "pre",
    load: (id) =>
      id === "\0vite/preload-helper.js"
        ? "export const __vitePreload = (load) => load();"
        : undefined,
  };
}
