/** While writing: a change to content, data, partials or settings shows at once. */
import { join } from "node:path";
import type { ViteDevServer } from "vite";
import { asText, summary } from "../messages/report.ts";
import { setCurrentProject } from "./current.ts";
import { OpenPages } from "./dev-pages.ts";
import type { Project } from "./project.ts";

/** The folders and files of a site that make its pages. */
const WATCHED = [
  ...["content", "data", "layouts", "shared-content", "public", "static", "config"],
  ...["hugo", "config"].flatMap((name) => [
    `${name}.toml`,
    `${name}.yaml`,
    `${name}.yml`,
    `${name}.json`,
  ]),
];

/** Saving a file often comes as several events. */
const SETTLE_MS = 40;

/**
 * Opens the project anew after each change, one at a time, and tells Astro. Pages that the
 * change does not touch are taken from the cache of `project`.
 */
export function devReload(project: Project, server: ViteDevServer): void {
  const { root } = project.site;
  const paths = WATCHED.map((name) => join(root, name));
  server.watcher.add(paths);
  const pages = new OpenPages(server);
  let timer: NodeJS.Timeout | undefined;
  let newest = new AbortController();
  let last = Promise.resolve();
  const reload = (): void => {
    newest.abort();
    newest = new AbortController();
    const { signal } = newest;
    last = last.then(() => reloadOnce(project, server, pages, signal)).catch(tell);
  };
  server.watcher.on("all", (_event, path) => {
    if (!paths.some((watched) => path === watched || path.startsWith(`${watched}/`))) return;
    clearTimeout(timer);
    timer = setTimeout(reload, SETTLE_MS);
  });
}

/**
 * The open page is shown first: the browser asks for it while the others are made. Then
 * their messages are told. What a newer change (`signal`) makes useless is left.
 */
async function reloadOnce(
  project: Project,
  server: ViteDevServer,
  pages: OpenPages,
  signal: AbortSignal,
): Promise<void> {
  if (signal.aborted) return;
  const next = await project.reopened();
  setCurrentProject(next);
  forgetRoutes(server);
  await pages.send();
  await next.renderAll(signal);
  if (signal.aborted) return;
  const diagnostics = next.diagnostics().filter(({ level }) => level !== "info");
  for (const diagnostic of diagnostics) process.stderr.write(`${asText(diagnostic)}\n\n`);
  process.stderr.write(`Reloaded: ${summary(diagnostics)}.\n`);
  server.ws.send({ type: "custom", event: "waymark:state" });
}

/**
 * The event on which Astro clears its cache of routes. Routes are read from the current
 * project in one go, so those that a request puts there from now on are the new ones.
 */
function forgetRoutes({ environments }: ViteDevServer): void {
  for (const { hot } of Object.values(environments)) hot.send("astro:content-changed", {});
}

/** A file that goes away while it is read must not end the server. */
function tell(error: unknown): void {
  process.stderr.write(`Not reloaded: ${error instanceof Error ? error.message : String(error)}\n`);
}
