/** The frame of outputs beside pages: who has a path first. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildSite } from "../../src/project/build.ts";
import { Project } from "../../src/project/project.ts";
import { siteOutputs } from "../../src/project/site-outputs.ts";
import { withSite } from "../helpers/case.ts";

test("a file, page or alias of the site goes before an output at its path", async () => {
  const files = {
    "content/_index.md": "---\ntitle: Home\n---\nHome.\n",
    "content/a.md": "---\ntitle: A\n---\nText of A.\n",
    "content/b.md": "---\ntitle: B\nurl: /a/index.md\n---\nText of B.\n",
    "static/index.md": "The site's own.\n",
  };
  await withSite(files, async (root) => {
    const project = await Project.open(root);
    await project.renderAll();
    expect([...siteOutputs(project).keys()].filter((path) => path.endsWith("index.md"))).toEqual(
      [],
    );
    const out = join(root, "out");
    await buildSite(project, out);
    expect(readFileSync(join(out, "index.md"), "utf8")).toBe("The site's own.\n");
    expect(readFileSync(join(out, "a/index.md"), "utf8")).toContain("<p>Text of B.</p>");
    expect(existsSync(join(out, "a/index.md.md"))).toBe(true);
  });
});
