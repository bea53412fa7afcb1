/** Where a page can be edited: the setting, Docsy's parameters, front matter. */
import { describe, expect, test } from "vitest";
import { headline } from "../../src/messages/report.ts";
import { Project } from "../../src/project/project.ts";
import { editLink, pageParts, sourceLink } from "../../src/site/edit-link.ts";
import { loadSite } from "../../src/site/site.ts";
import { withSite } from "../helpers/case.ts";

type Files = Readonly<Record<string, string>>;

/** The edit links by path, and what is told. */
function load(
  files: Files,
): Promise<{ links: Record<string, string | undefined>; told: string[] }> {
  return withSite({ "content/_index.md": "", ...files }, async (root) => {
    const { pages, settings, diagnostics } = loadSite(root);
    const links = pages.map((page) => [page.path, editLink(page, settings)] as const);
    return { links: Object.fromEntries(links), told: diagnostics.map(headline) };
  });
}

describe("a line of a file", () => {
  test.each([
    ["https://github.com/o/r/edit/main/{path}", "https://github.com/o/r/edit/main/a/b.yml#L7"],
    ["https://gitlab.com/o/r/-/edit/main/{path}", "https://gitlab.com/o/r/-/edit/main/a/b.yml#L7"],
    [
      "https://bitbucket.org/o/r/src/main/{path}?mode=edit",
      "https://bitbucket.org/o/r/src/main/a/b.yml?mode=edit#lines-7",
    ],
    [
      "https://codeberg.org/o/r/_edit/main/{path}",
      "https://codeberg.org/o/r/_edit/main/a/b.yml#L7",
    ],
    [
      "https://git.example.com/{path}?plain=1&line={line}",
      "https://git.example.com/a/b.yml?plain=1&line=7",
    ],
    ["https://git.example.com/edit#{path}", "https://git.example.com/edit#a/b.yml"],
  ])("of %s", (edit, url) => {
    expect(sourceLink(edit, "a/b.yml", 7)).toBe(url);
  });

  test("is the first one where a file is meant", () => {
    expect(sourceLink("https://e.com/{path}", "a.md")).toBe("https://e.com/a.md");
    expect(sourceLink("https://e.com/{path}#l{line}", "a.md")).toBe("https://e.com/a.md#l1");
  });
});

describe("the edit link", () => {
  test("takes the path of the file, escaped", async () => {
    const { links, told } = await load({
      "data/site.yml": "edit: https://git.example.com/o/r/edit/main/docs/{path}?plain=1\n",
      "content/guides/My $& first #1.md": "",
    });
    expect(told).toEqual([]);
    expect(links).toEqual({
      "content/_index.md": "https://git.example.com/o/r/edit/main/docs/content/_index.md?plain=1",
      "content/guides/_index.md": undefined,
      "content/guides/My $& first #1.md":
        "https://git.example.com/o/r/edit/main/docs/content/guides/My%20%24%26%20first%20%231.md?plain=1",
    });
  });

  test("has others beside it, for the files that a page takes text of", async () => {
    const files = {
      "data/site.yml": "edit: https://git.example.com/{path}\n",
      "content/_index.md": "",
      "content/a.md": [
        "{{% p %}}",
        '{{% include-from-yaml data="t" name="x" %}}',
        '{{% include-from-yaml data="t" name="y" %}}',
        "{{< note >}}N{{< /note >}}",
        '{{% include-headless "part" %}}',
        '{{% include-headless "b" %}}',
      ].join("\n\n"),
      "content/b.md": "B",
      "content/c.md": "---\neditURL: false\n---\n{{% p %}}\n",
      "content/part.md": "---\nheadless: true\n---\nPart",
      "data/t.yml": "- { name: x, content: X }\n- { name: y, content: Y }\n",
      "data/partials/p.md": "P",
    };
    await withSite(files, async (root) => {
      const project = await Project.open(root);
      const partsOf = (path: string): unknown => {
        const page = project.site.pages.find((one) => one.path === path);
        return (
          page &&
          pageParts(page, project.article(page).uses, project.site, (use) =>
            project.texts.lineOf(use),
          )
        );
      };
      const url = (path: string): string => `https://git.example.com/${path}`;
      expect(partsOf("content/a.md")).toEqual([
        { path: "data/partials/p.md", url: url("data/partials/p.md"), entries: [] },
        {
          path: "data/t.yml",
          url: url("data/t.yml"),
          entries: [
            { name: "x", url: url("data/t.yml#L1") },
            { name: "y", url: url("data/t.yml#L2") },
          ],
        },
        { path: "content/part.md", url: url("content/part.md"), entries: [] },
      ]);
      expect(partsOf("content/b.md")).toEqual([]);
      expect(partsOf("content/c.md")).toEqual([]);
    });
  });

  test("is missing without a setting", async () => {
    expect((await load({})).links).toEqual({ "content/_index.md": undefined });
  });

  test("comes from Docsy's parameters", async () => {
    const { links } = await load({
      "hugo.toml":
        '[params]\ngithub_repo = "https://github.com/o/r/"\ngithub_branch = "next"\ngithub_subdir = "/docs/user/"\n',
    });
    expect(links["content/_index.md"]).toBe(
      "https://github.com/o/r/edit/next/docs/user/content/_index.md",
    );
  });

  test("is that of front matter where a page has one, and none for false", async () => {
    const { links, told } = await load({
      "data/site.yml": "edit: https://git.example.com/{path}\n",
      "content/a.md": "---\neditURL: https://other.example.com/a\n---\n",
      "content/b.md": "---\neditURL: false\n---\n",
      "content/old/_index.md": "---\ncascade: { editURL: false }\n---\n",
      "content/old/c.md": "",
      "content/d.md": "---\neditURL: on the wiki\n---\n",
    });
    expect(links).toMatchObject({
      "content/a.md": "https://other.example.com/a",
      "content/b.md": undefined,
      "content/old/c.md": undefined,
      "content/d.md": "https://git.example.com/content/d.md",
    });
    expect(told).toEqual([
      'content/d.md:2:10: error: Unexpected "on the wiki" in "editURL", expected an absolute address, or false [front-matter-type]',
    ]);
  });

  test.each([
    "https://git.example.com/edit",
    "https://e.com/{line}",
    "/edit/{path}",
    "https://e.com/{file}",
    "[a]",
  ])("cannot be made of %s", async (edit) => {
    const { links, told } = await load({ "data/site.yml": `edit: "${edit}"\n` });
    expect(links["content/_index.md"]).toBeUndefined();
    expect(told.join()).toMatch(
      /^data\/site\.yml:1:7: error: .* in "edit", expected an absolute address with \{path\} in it \[settings-type\]$/,
    );
  });
});
