/** `check --external`: asks for the links to other hosts, and tells how many there were. */
import { askOtherHosts } from "../project/external-links.ts";
import type { Project } from "../project/project.ts";
import { withProgress } from "./progress.ts";
import { type CacheOptions, cacheOf } from "./usage.ts";

/** Adds to the project what its links to other hosts came to. */
export async function askExternal(project: Project, options: CacheOptions): Promise<void> {
  const cache = cacheOf(options);
  const { asked, known } = await withProgress(process.stderr, () => askOtherHosts(project, cache));
  const kept = known === 0 ? "" : `, ${known} known from earlier runs`;
  process.stderr.write(
    `Asked other hosts for ${asked} address${asked === 1 ? "" : "es"}${kept}.\n`,
  );
}
