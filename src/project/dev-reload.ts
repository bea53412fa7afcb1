/** While writing: a change to content, data, partials or settings shows at once. */
import { join } from "node:path";
import type { ViteDevServer } from "vite";
import { asText, summary } from "../messages/report.ts";
import { setCurrentProject } from "./current.ts";
import { Project } from "./project.ts";

/** The folders and files of a site that make its pages. */
const WATCHED = [
  ...["content", "data", "layouts", "shared-content", "static", "config"],
  ...["hugo", "config"].flatMap((name) => [
    `${name}.toml`,
    `${name}.yaml`,
    `${name}.yml`,
    `${name}.json`,
  ]),
];

/** Saving a file often comes as several events. */
const SETTLE_MS = 40;

type Refresh = ((options: { loaders?: string[] }) => Promise<void>) | undefined;

/** Opens the project anew after each change, and tells Astro. */
export function devReload(project: Project, server: ViteDevServer, refresh: Refresh): void {
  const { root } = project.site;
  const paths = WATCHED.map((name) => join(root, name));
  server.watcher.add(paths);
  let timer: NodeJS.Timeout | undefined;
  const reload = async (): Promise<void> => {
    const next = await Project.open(root);
    await next.renderAll();
    setCurrentProject(next);
    const diagnostics = next.diagnostics().filter(({ level }) => level !== "info");
    for (const diagnostic of diagnostics) process.stderr.write(`${asText(diagnostic)}\n\n`);
    process.stderr.write(`Reloaded: ${summary(diagnostics)}.\n`);
    await refresh?.({ loaders: ["waymark"] });
    server.ws.send({ type: "full-reload" });
  };
  server.watcher.on("all", (_event, path) => {
    if (!paths.some((watched) => path === watched || path.startsWith(`${watched}/`))) return;
    clearTimeout(timer);
    timer = setTimeout(() => void reload(), SETTLE_MS);
  });
}
