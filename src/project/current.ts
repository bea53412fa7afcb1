/**
 * The project that Astro builds or serves. Astro loads the site's modules a
 * second time, in its own module graph; both copies meet at this symbol.
 */
import type { Project } from "./project.ts";

const KEY = Symbol.for("waymark.project");

type Holder = typeof globalThis & { [KEY]?: Project };

/** Names the project for Astro's side. */
export function setCurrentProject(project: Project): void {
  (globalThis as Holder)[KEY] = project;
}

/** The project being built; throws if there is none. */
export function currentProject(): Project {
  const project = (globalThis as Holder)[KEY];
  if (project === undefined)
    throw new Error("No project is open: run Astro through `npm run build` or `npm run dev`.");
  return project;
}
