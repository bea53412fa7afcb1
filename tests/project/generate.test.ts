/** Articles come to stand in their pages as they were made. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generatePages } from "../../src/project/generate.ts";
import { OutputFolder } from "../../src/project/output-folder.ts";
import { Project } from "../../src/project/project.ts";
import type { Shell } from "../../src/project/shell.ts";
import { withSite } from "../helpers/case.ts";

const SITE = {
  "content/_index.md": "---\ntitle: Home\n---\n",
  "content/a.md": "---\ntitle: A\n---\nGrüße an “alle” 🎈, $& und $1.\n\n<p style='top: 0'>x</p>\n",
  "content/b.md": "---\ntitle: B\n---\n## Part\n\n[Here](#part)\n",
  "content/empty.md": "---\ntitle: Empty\n---\n",
  "static/files/x.txt": "x",
};

/** The page and what it needs of the policy, where layouts put `around` before each article. */
async function generated(
  around: string,
): Promise<{ html: string; printed: string; needs: unknown[] }> {
  return withSite(SITE, async (root) => {
    const project = await Project.open(root, { isBuild: true });
    await project.renderAll();
    const page = project.site.byUrl.get("/a/");
    const own = page ? project.article(page).html : "";
    const shell: Shell = {
      assets: join(root, "static", "files"),
      page: async ({ kind, url }, { article, view } = {}) => {
        const pages = view?.pages.map(({ html }) => html).join("<hr>");
        if (kind === "print") return `<i style="left: 0">${around}</i>${pages}<b>`;
        return url === "/a/" ? `<i style="left: 0">${around}</i>${article ?? own}<b>` : "";
      },
      lost: async () => "",
      branch: async () => "",
    };
    const output = new OutputFolder(join(root, "next"));
    const needs = await generatePages(project, shell, output);
    const html = readFileSync(join(root, "next/a/index.html"), "utf8");
    expect(html).toBe(`<i style="left: 0">${around}</i>${own}<b>`);
    const printed = readFileSync(join(root, "next/print/index.html"), "utf8");
    return { html, printed, needs: [...needs.list()] };
  });
}

test.each(["", "<!--article-->", "<!--article--><!--article-->"])(
  "articles stand in their pages byte for byte, and what they need is known: %j",
  async (around) => {
    const { html, printed, needs } = await generated(around);
    expect(html).toContain("Grüße an “alle” 🎈, $&#x26; und $1.");
    const [before, a, b, empty] = printed.split(/<hr>|<\/i>(?=<p)/);
    expect(before).toBe(`<i style="left: 0">${around}`);
    expect(a).toContain("Grüße an “alle” 🎈, $&#x26; und $1.");
    expect(b).toContain('<a href="#page-b--part">Here</a>');
    expect(empty).toBe("<b>");
    expect(needs).toMatchObject([{ text: "left: 0" }, { text: "top: 0" }]);
  },
);
