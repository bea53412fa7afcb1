/** Links to ids are checked however pages are rendered: noted on the way, or kept. */
import { expect, test } from "vitest";
import { inMemory } from "../../src/cache/memory.ts";
import { openStore } from "../../src/cache/store.ts";
import { Project, type ProjectOptions } from "../../src/project/project.ts";
import { withSite } from "../helpers/case.ts";

const SITE = {
  "content/one.md": "## Part {#part}\n",
  "content/two.md": "[x](/one/#none) [y](/one/#part)\n",
};

test.each(["no cache", "a cache", "a build", "an author"])("with %s", async (kind) => {
  await withSite(SITE, async (root) => {
    const cache = kind === "a cache" ? inMemory(openStore(`${root}/cache`)) : undefined;
    const options: ProjectOptions = {
      cache,
      isBuild: kind === "a build",
      isDev: kind === "an author",
    };
    const project = await Project.open(root, options);
    await project.renderAll();
    expect(project.diagnostics().map(({ id, span }) => `${id} ${span.start}`)).toEqual([
      "link-anchor 4",
    ]);
  });
});
