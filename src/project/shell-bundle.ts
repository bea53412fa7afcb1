/** The Astro integration that makes a shell: bundles, and what they link to, instead of pages. */
import { cpSync } from "node:fs";
import { join } from "node:path";
import type { AstroIntegration } from "astro";
import type { Plugin } from "vite";
import { withBase } from "../site/base-path.ts";
import { SHELL_ASSETS, SHELL_MODULE } from "./shell-format.ts";
import type { ShellLinks } from "./shell-types.ts";

const SHARED = /client\/(?:hash|tab-event|keep-in-view)\.ts|preload-helper/;

/** What Astro's hooks give of a page while a site is built. */
type BuiltPages = Map<string, { readonly styles: readonly BuiltStyle[] }>;
type BuiltStyle = {
  readonly order: number;
  readonly sheet: { readonly type: string; readonly src?: string };
};

/** Lets Astro bundle into `<folder>/site`, and no page; `found` gets what pages link to. */
export function shellBundle(
  folder: string,
  base: string,
  found: (links: ShellLinks) => void,
): AstroIntegration {
  let pages: BuiltPages = new Map();
  return {
    name: "waymark-shell",
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
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
            // The bundle runs from wherever it is kept.
            environments: { prerender: { resolve: { noExternal: true } } },
            plugins: [shellEntry(), plainImports()],
          },
        });
      },
      "astro:build:setup": (build) => {
        pages = build.pages as unknown as BuiltPages;
      },
      "astro:build:start": ({ setPrerenderer }) => {
        setPrerenderer((astro) => ({
          ...astro,
          name: "waymark-shell",
          async setup() {
            await astro.setup?.();
            const { entryModules } = (astro as unknown as AstroPrerenderer).app.manifest;
            found({ styles: stylesOf(pages, base), scripts: scriptsOf(entryModules, base) });
            cpSync(join(folder, SHELL_ASSETS, ".prerender"), join(folder, "server"), {
              recursive: true,
            });
          },
          getStaticPaths: async () => [],
        }));
      },
    },
  };
}

/** Astro's own prerenderer, once it is set up. */
interface AstroPrerenderer {
  readonly app: { readonly manifest: { readonly entryModules: Readonly<Record<string, string>> } };
}

/** Style sheets in the order of the cascade, each once. */
function stylesOf(pages: BuiltPages, base: string): string[] {
  const styles = [...pages.values()]
    .flatMap((page) => page.styles)
    .sort((a, b) => a.order - b.order)
    .flatMap(({ sheet }) => (sheet.src === undefined ? [] : [withBase(`/${sheet.src}`, base)]));
  return [...new Set(styles)];
}

function scriptsOf(modules: Readonly<Record<string, string>>, base: string) {
  return Object.fromEntries(
    Object.entries(modules)
      .filter(([id, file]) => id.includes("astro&type=script") && file !== "")
      .map(([id, file]) => [id, withBase(`/${file}`, base)]),
  );
}

/** Puts what the maker of pages calls beside Astro's own entry. */
function shellEntry(): Plugin {
  return {
    name: "waymark-shell-entry",
    applyToEnvironment: ({ name }) => name === "prerender",
    buildStart() {
      this.emitFile({
        type: "chunk",
        id: new URL("../pages-internal/shell.ts", import.meta.url).pathname,
        fileName: SHELL_MODULE.replace("server/", ""),
        preserveSignature: "strict",
      });
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
