/** While writing: a change to content, data, partials, settings or the generator shows at once. */
import type { ViteDevServer } from "vite";
import { setCurrentProject } from "./current.ts";
import { isEngineFile, withNewEngine } from "./dev-engine.ts";
import { OpenPages } from "./dev-pages.ts";
import { Told } from "./dev-told.ts";
import { SiteWatch } from "./dev-watch.ts";
import type { Project } from "./project.ts";

/** How a project was opened that is served. */
export interface DevStart {
  /** When its files were begun to be read, as `Date.now()` gives it. */
  readonly since: number;
  /** All its pages are made, and the terminal has told what is wrong with them. */
  readonly made: Promise<void>;
}

/** Follows the files of `project`. What it opens after a change becomes the current project. */
export function devReload(project: Project, server: ViteDevServer, start: DevStart): void {
  const { since, made } = start;
  const reloader = new Reloader(project, server);
  const watch = new SiteWatch(project.site.root, server.watcher, since, (paths) =>
    reloader.change(paths),
  );
  reloader.onMade = (now, from) => watch.add(now.texts.paths(), from);
  void made.then(() => reloader.begin(project, since));
  server.watcher.on("all", (_event, file) => {
    if (isEngineFile(file)) reloader.change(new Set(), true);
  });
}

/** Opens the project anew after each change, one at a time. */
class Reloader {
  /** Called when all pages of a project are made; `since`: when its files were begun to be read. */
  onMade: (project: Project, since: number) => void = () => {};
  readonly #server: ViteDevServer;
  readonly #pages: OpenPages;
  readonly #told = new Told();
  #project: Project;
  /** What changed since the project was opened. */
  #paths = new Set<string>();
  #isEngine = false;
  #newest = new AbortController();
  #last = Promise.resolve();

  constructor(project: Project, server: ViteDevServer) {
    this.#project = project;
    this.#server = server;
    this.#pages = new OpenPages(server);
  }

  /** The pages of the first project are made. */
  begin(project: Project, since: number): void {
    if (project !== this.#project) return;
    this.#told.take(project.diagnostics());
    this.onMade(project, since);
    this.#server.ws.send({ type: "custom", event: "waymark:state" });
  }

  /** Opens the site with these changes, paths from its root; `isEngine`: the generator changed. */
  change(paths: ReadonlySet<string>, isEngine = false): void {
    for (const path of paths) this.#paths.add(path);
    this.#isEngine ||= isEngine;
    this.#newest.abort();
    this.#newest = new AbortController();
    const { signal } = this.#newest;
    this.#last = this.#last.then(() => this.#reload(signal)).catch((error) => this.#tell(error));
  }

  /**
   * The open pages are shown first; then the others are made, and what is wrong with them is
   * told. What a newer change (`signal`) makes useless is left.
   */
  async #reload(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const since = Date.now();
    const project = await this.#opened();
    const { ws } = this.#server;
    await this.#pages.send(signal);
    await project.renderAll(signal);
    if (signal.aborted) return;
    this.onMade(project, since);
    process.stderr.write(this.#told.after(project.diagnostics()));
    ws.send({ type: "custom", event: "waymark:state" });
    project.renewDates();
  }

  async #opened(): Promise<Project> {
    const [paths, isEngine] = [this.#paths, this.#isEngine];
    this.#paths = new Set();
    this.#isEngine = false;
    try {
      const next = isEngine
        ? await withNewEngine(this.#project, this.#server)
        : this.#project.reopened(paths);
      expectSameBase(this.#project, next);
      this.#project = next;
    } catch (error) {
      // The next change may mend it.
      for (const path of paths) this.#paths.add(path);
      throw error;
    }
    setCurrentProject(this.#project);
    forgetRoutes(this.#server);
    if ([...paths].some(isStatic)) this.#server.ws.send("waymark:files", {});
    return this.#project;
  }

  /** A file that goes away while it is read, or source that cannot run, must not end the server. */
  #tell(error: unknown): void {
    const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
    process.stderr.write(`Not reloaded: ${message}\n`);
    this.#server.ws.send({ type: "error", err: { message, stack } });
  }
}

/** The server answers below the base path that it was started with. */
function expectSameBase(before: Project, now: Project): void {
  const [from, to] = [before, now].map(({ site }) => site.settings.base);
  if (from !== to)
    throw new Error(`the base path is now ${to} and was ${from}: start "npm run dev" again`);
}

/** What pages link to at addresses that stay the same. */
function isStatic(path: string): boolean {
  return /^(?:static|public)\//.test(path);
}

/**
 * The event on which Astro clears its cache of routes. Routes are read from the current
 * project in one go, so those that a request puts there from now on are the new ones.
 */
function forgetRoutes({ environments }: ViteDevServer): void {
  for (const { hot } of Object.values(environments)) hot.send("astro:content-changed", {});
}
