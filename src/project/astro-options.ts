/** How Astro is called: to serve a site while it is written, and to bundle what pages are made with. */
import type { AstroInlineConfig } from "astro";
import { staticFolders } from "../site/site.ts";
import type { DevStart } from "./dev-reload.ts";
import { HOME } from "./home.ts";
import { waymark } from "./integration.ts";
import type { Project } from "./project.ts";

/** What all uses have in common; the engine's own folder is Astro's root. */
export function commonOptions(base: string) {
  return {
    root: HOME,
    configFile: false,
    output: "static",
    trailingSlash: "ignore",
    base,
    // Line breaks keep words of neighbouring elements apart for readers of the HTML.
    compressHTML: false,
    build: { assets: "_assets", inlineStylesheets: "never" },
    devToolbar: { enabled: false },
  } as const satisfies AstroInlineConfig;
}

/** Astro's configuration for a project that is served while it is written. */
export function devOptions(project: Project, start: DevStart): AstroInlineConfig {
  const { settings } = project.site;
  return {
    ...commonOptions(settings.base),
    ...(settings.baseURL === undefined ? {} : { site: settings.baseURL }),
    // A folder that is not there yet is served once it is.
    publicDir: project.site.staticFolder ?? staticFolders(project.site.root).at(-1) ?? "",
    integrations: [waymark(project, start)],
  };
}
