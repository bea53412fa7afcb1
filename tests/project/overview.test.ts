/** The overview of a site of any size: what is shown of it is short. */
import { describe, expect, test } from "vitest";
import { overviewOf } from "../../src/project/overview.ts";
import { overviewView, viewAddress } from "../../src/project/overview-view.ts";
import { Project } from "../../src/project/project.ts";
import { withSite } from "../helpers/case.ts";

const range = (length: number): number[] => Array.from({ length }, (_, at) => at);

const FILES = {
  "content/_index.md": "---\ntitle: Home\n---\nWelcome.\n",
  ...Object.fromEntries(
    range(60).map((at) => [
      `content/p${at}.md`,
      `---\ntitle: P${at}\n---\n{{% include-from-yaml data="file0" name="a0" %}}\n\n{{< nope${at} >}}\n`,
    ]),
  ),
  ...Object.fromEntries(
    range(120).map((file) => [
      `data/file${file}.yml`,
      range(3)
        .map((at) => `- name: a${at}\n  content: Text ${at} in ${file}.\n`)
        .join(""),
    ]),
  ),
};

const view = (query: string) => overviewView(new URLSearchParams(query));

async function withProject(use: (project: Project) => void): Promise<void> {
  await withSite(FILES, async (root) => {
    const project = await Project.open(root, { isDev: true });
    await project.renderAll();
    use(project);
  });
}

describe("overview", () => {
  test("begins with parts of the lists, and has pages of each", async () => {
    await withProject((project) => {
      const start = overviewOf(project, view(""));
      expect(start.counts).toMatchObject({ messages: 60, snippets: 360, unused: 359 });
      expect(start.messages).toMatchObject({ total: 60, items: { length: 10 } });
      expect(start.files).toMatchObject({ total: 120, items: { length: 100 }, pages: 2 });
      expect(start.snippets).toBeUndefined();
      expect(start.files?.items[0]).toEqual({ file: "data/file0.yml", count: 3, unused: 2 });

      const last = overviewOf(project, view("show=snippets&page=99"));
      expect(last.snippets).toMatchObject({ page: 18, first: 341, items: { length: 20 } });
      expect(last.messages).toBeUndefined();
      const unused = overviewOf(project, view("show=unused"));
      expect(unused.snippets?.items[0]).toMatchObject({ target: "data/file0.yml#a1", uses: 0 });
    });
  });

  test("finds words in names, texts and messages of all", async () => {
    await withProject((project) => {
      const found = overviewOf(project, view("q=TEXT+2+in+119"));
      expect(found.snippets?.items.map(({ target }) => target)).toEqual(["data/file119.yml#a2"]);
      expect(found.messages?.total).toBe(0);
      expect(overviewOf(project, view("q=nope59")).messages?.total).toBe(1);
      expect(overviewOf(project, view("q=version-added")).shortcodes?.total).toBe(1);
    });
  });

  test("shows the first users of a snippet, and more of them where it is alone", async () => {
    await withProject((project) => {
      const listed = overviewOf(project, view("in=data/file0.yml")).snippets?.items[0];
      expect(listed).toMatchObject({ uses: 60, pages: { length: 20 }, hasMore: true });
      expect(listed?.users).toHaveLength(20);
      const alone = overviewOf(project, view("name=data/file0.yml%23a0")).snippets?.items[0];
      expect(alone).toMatchObject({ pages: { length: 60 }, hasMore: false });
      expect(overviewOf(project, view("name=gone")).snippets?.items).toEqual([]);
    });
  });

  test("addresses keep the view, and begin at the first page", () => {
    const wanted = view("show=unused&q=a+b&page=3");
    expect(viewAddress(wanted, {})).toBe("?show=unused&q=a+b");
    expect(viewAddress(wanted, { page: 2 })).toBe("?show=unused&q=a+b&page=2");
    expect(view("page=-1&show=other")).toMatchObject({ page: 1, show: undefined });
  });
});
