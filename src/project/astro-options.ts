/** How Astro is called for a project. */
import { join } from "node:path";
import type { AstroInlineConfig } from "astro";
import { HOME } from "./home.ts";
import { waymark } from "./integration.ts";
import type { Project } from "./project.ts";

/** Astro's configuration for a project; the engine's own folder is Astro's root. */
export function astroOptions(project: Project): AstroInlineConfig {
  const { settings } = project.site;
  return {
    root: HOME,
    configFile: false,
    output: "static",
    trailingSlash: "ignore",
    base: settings.base,
    ...(settings.baseURL === undefined ? {} : { site: settings.baseURL }),
    publicDir: project.site.staticFolder ?? join(project.site.root, "no-static-files"),
    // Line breaks keep words of neighbouring elements apart for readers of the HTML.
    compressHTML: false,
    build: { assets: "_assets", inlineStylesheets: "never" },
    devToolbar: { enabled: false },
    integrations: [waymark(project)],
  };
}
