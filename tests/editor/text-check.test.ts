/** What is told at a keystroke is what is told once the site is opened anew. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findingsOfText } from "../../src/editor/text-check.ts";
import type { Diagnostic } from "../../src/messages/diagnostic.ts";
import { Project } from "../../src/project/project.ts";
import { Source } from "../../src/text/source.ts";
import { setUnsaved } from "../../src/text/unsaved.ts";
import { withSite } from "../helpers/case.ts";

const MATTER = "---\ntitle: One\nwieght: 3\n---\n";
const SITE = {
  "content/_index.md": "---\ntitle: Home\n---\nText.\n",
  "content/one.md": `${MATTER}Text.\n`,
  "content/two.md": "## Part {#part}\n",
  "content/draft.md": "---\ndraft: true\n---\nText.\n",
  "data/site.yml": "diagnostics:\n  image-alt: off\n  heading-level: error\n",
  "data/demo.yml": "- name: a\n  description: See {{< noet >}}.\n  code: x\n",
};

const BODIES = [
  "Text.\n",
  "{{< noet >}}\n\n# A\n\n### B\n",
  "[a](/two/#part) [b](/two/#prat) [c](#own) [d](#none) [e](/none/)\n\n## Own {#own}\n",
  '{{% include-example file="demo" example="a" %}}\n\n![](/none.png)\n',
  "<!-- waymark-ignore link-missing: another site has it -->\n[x](/none/)\n",
  "<!-- waymark-ignore link-missing -->\n[x](/none/)\n",
  '\u{1f6a9}\r\n\r\n{{< tabs >}}\r\n{{< tab "A" >}}x{{< /tab >}}\r\n',
];

const told = (found: readonly Diagnostic[], path: string): string[] =>
  found
    .filter(({ span }) => span.source.path === path)
    .map(({ id, level, span, message }) => `${id} ${level} ${span.start}-${span.end} ${message}`)
    .sort();

describe("a page that is typed in", () => {
  test.each(["content/one.md", "content/draft.md"] as const)("%s", async (path) => {
    await withSite(SITE, async (root) => {
      const project = await Project.open(root);
      const matter = SITE[path].replace("Text.\n", "");
      for (const body of BODIES) {
        const text = matter + body;
        const now = findingsOfText(project, new Source(path, text));
        setUnsaved(join(root, path), text);
        const { site, ...next } = await opened(root, path);
        setUnsaved(join(root, path), undefined);
        expect(site.root).toBe(project.site.root);
        expect([body, now && told(now, path)]).toEqual([body, told(next.diagnostics, path)]);
      }
    });
  });

  test("is not told of alone where its front matter is another one, or it is new", async () => {
    await withSite(SITE, async (root) => {
      const project = await Project.open(root);
      const other = new Source("content/one.md", "---\ntitle: Two\n---\nText.\n");
      expect(findingsOfText(project, other)).toBeUndefined();
      expect(findingsOfText(project, new Source("content/new.md", "Text.\n"))).toBeUndefined();
      expect(findingsOfText(project, new Source("data/demo.yml", "- a\n"))).toBeUndefined();
    });
  });
});

/** The site with the unsaved text, and what is wrong with the page. */
async function opened(root: string, path: string) {
  const project = await Project.open(root);
  const { allPages, left } = project.site;
  const draft = left.find(({ page }) => page.path === path)?.page;
  const page = allPages.find((each) => each.path === path) ?? draft;
  if (page === undefined) throw new Error(`No ${path}.`);
  project.checkPage(page === draft ? { ...page, isPublished: false } : page);
  return { site: project.site, diagnostics: project.diagnostics() };
}
