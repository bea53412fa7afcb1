/** Completion and hover of fields: front matter and settings in YAML, TOML and JSON. */
import { describe, expect, test } from "vitest";
import type { CompletionItem } from "vscode-languageserver/node";
import { accepted, type Editor, withEditor } from "./client.ts";

const SITE = {
  "content/_index.md": "---\ntitle: Home\n---\n",
  "content/one.md": "---\ntitle: One\n---\n",
  "data/site.yml":
    "menus:\n  main:\n    - { identifier: guides, name: Guides }\n    - { identifier: a b, name: B }\n",
};
const PAGE = "content/one.md";

const labels = (items: readonly CompletionItem[]): string[] => items.map(({ label }) => label);

/** What each text becomes when the item of a label is accepted. */
async function prove(
  editor: Editor,
  path: string,
  cases: readonly (readonly [marked: string, label: string, expected: string])[],
): Promise<void> {
  for (const [marked, label, expected] of cases) {
    const items = await editor.complete(path, marked);
    const item = items.find((each) => each.label === label);
    expect([marked, item === undefined ? labels(items) : accepted(marked, item)]).toEqual([
      marked,
      expected,
    ]);
  }
}

const YAML = [
  ["---\ntitle: A\nwei|\n---\n", "weight", "---\ntitle: A\nweight: \n---\n"],
  ["---\r\ntitle: A\r\nwei|\r\n---\r\n", "weight", "---\r\ntitle: A\r\nweight: \r\n---\r\n"],
  ["---\ndra|: true\n---\n", "draft", "---\ndraft: true\n---\n"],
  ["---\nlist: t|\n---\n", "table", "---\nlist: table\n---\n"],
  ['---\nlist: "t|"\n---\n', "table", '---\nlist: "table"\n---\n'],
  ["---\nlist: 't|\n---\n", "table", "---\nlist: 'table'\n---\n"],
  ["---\ndraft: |\n---\n", "true", "---\ndraft: true\n---\n"],
  ["---\nbuild:\n  ren|\n---\n", "render", "---\nbuild:\n  render: \n---\n"],
  ["---\nbuild:\n  render: |\n---\n", "link", "---\nbuild:\n  render: link\n---\n"],
  ["---\nbuild: { ren| }\n---\n", "render", "---\nbuild: { render:  }\n---\n"],
  [
    "---\nbuild: { list: local, render: |\n---\n",
    "link",
    "---\nbuild: { list: local, render: link\n---\n",
  ],
  ["---\nmenu:\n  main:\n    par|\n---\n", "parent", "---\nmenu:\n  main:\n    parent: \n---\n"],
  ["---\nmenu:\n  |\n---\n", "main", "---\nmenu:\n  main: \n---\n"],
  ["---\nmenu: |\n---\n", "main", "---\nmenu: main\n---\n"],
  [
    "---\nmenu: { main: { parent: g| } }\n---\n",
    "guides",
    "---\nmenu: { main: { parent: guides } }\n---\n",
  ],
  [
    "---\nmenu:\n  main:\n    parent: |\n---\n",
    "a b",
    "---\nmenu:\n  main:\n    parent: a b\n---\n",
  ],
  ["---\ncascade:\n  dra|\n---\n", "draft", "---\ncascade:\n  draft: \n---\n"],
  // Nobody has closed it yet.
  ["---\ntitle: A\nwei|", "weight", "---\ntitle: A\nweight: "],
  ["---\nwei|", "weight", "---\nweight: "],
] as const;

const TOML = [
  ['+++\ntitle = "A"\nwei|\n+++\n', "weight", '+++\ntitle = "A"\nweight = \n+++\n'],
  ['+++\r\ntitle = "A"\r\nwei|\r\n+++\r\n', "weight", '+++\r\ntitle = "A"\r\nweight = \r\n+++\r\n'],
  ["+++\ndra| = true\n+++\n", "draft", "+++\ndraft = true\n+++\n"],
  ["+++\nlist = |\n+++\n", "table", '+++\nlist = "table"\n+++\n'],
  ['+++\nlist = "t|"\n+++\n', "table", '+++\nlist = "table"\n+++\n'],
  ["+++\nlist = 't|\n+++\n", "table", "+++\nlist = 'table'\n+++\n"],
  ["+++\ndraft = |\n+++\n", "true", "+++\ndraft = true\n+++\n"],
  ["+++\n[bu|]\n+++\n", "build", "+++\n[build]\n+++\n"],
  ["+++\n[build]\nren|\n+++\n", "render", "+++\n[build]\nrender = \n+++\n"],
  ["+++\n[build]\nrender = |\n+++\n", "link", '+++\n[build]\nrender = "link"\n+++\n'],
  ["+++\nbuild.ren|\n+++\n", "render", "+++\nbuild.render = \n+++\n"],
  ["+++\nbuild.render = |\n+++\n", "link", '+++\nbuild.render = "link"\n+++\n'],
  ["+++\nbuild = { ren| }\n+++\n", "render", "+++\nbuild = { render =  }\n+++\n"],
  ["+++\n[menu.|]\n+++\n", "main", "+++\n[menu.main]\n+++\n"],
  ["+++\n[menu.main]\npar|\n+++\n", "parent", "+++\n[menu.main]\nparent = \n+++\n"],
  ['+++\n[menu.main]\nparent = "|"\n+++\n', "guides", '+++\n[menu.main]\nparent = "guides"\n+++\n'],
  ['+++\nmenu = "|"\n+++\n', "main", '+++\nmenu = "main"\n+++\n'],
  [
    "+++\nmenus = { main = { parent = | } }\n+++\n",
    "a b",
    '+++\nmenus = { main = { parent = "a b" } }\n+++\n',
  ],
  [
    "+++\n[[cascade]]\n[cascade.target]\nki|\n+++\n",
    "kind",
    "+++\n[[cascade]]\n[cascade.target]\nkind = \n+++\n",
  ],
  // Statements above may have several lines, or be broken.
  [
    '+++\naliases = [\n  "/a/", # ]\n]\ndescription = """\nwei = [\n"""\nwei|\n+++\n',
    "weight",
    '+++\naliases = [\n  "/a/", # ]\n]\ndescription = """\nwei = [\n"""\nweight = \n+++\n',
  ],
  ['+++\ntitle = "A\nwei|\n+++\n', "weight", '+++\ntitle = "A\nweight = \n+++\n'],
  ['+++\ntitle = "A"\nwei|', "weight", '+++\ntitle = "A"\nweight = '],
] as const;

const JSON_MATTER = [
  ['{\n  "title": "A",\n  "wei|"\n}\n', "weight", '{\n  "title": "A",\n  "weight": \n}\n'],
  ['{\n  "title": "A",\n  wei|\n}\n', "weight", '{\n  "title": "A",\n  "weight": \n}\n'],
  [
    '{\r\n  "title": "A",\r\n  "wei|\r\n}\r\n',
    "weight",
    '{\r\n  "title": "A",\r\n  "weight": \r\n}\r\n',
  ],
  ['{ "dra|": true }\n', "draft", '{ "draft": true }\n'],
  ['{ "list": | }\n', "table", '{ "list": "table" }\n'],
  ['{ "list": "t|" }\n', "table", '{ "list": "table" }\n'],
  ['{ "list": "t|\n}\n', "table", '{ "list": "table"\n}\n'],
  ['{ "draft": | }\n', "true", '{ "draft": true }\n'],
  ['{ "build": { "render": | } }\n', "link", '{ "build": { "render": "link" } }\n'],
  [
    '{ "menu": { "main": { "weight": 1, "parent": "|" } } }\n',
    "a b",
    '{ "menu": { "main": { "weight": 1, "parent": "a b" } } }\n',
  ],
  ['{ "menu": { "main": { |', "parent", '{ "menu": { "main": { "parent": '],
  ['{ "aliases": ["/a/}"], "wei|" }\n', "weight", '{ "aliases": ["/a/}"], "weight":  }\n'],
] as const;

describe("fields are completed", () => {
  test("in front matter of YAML, TOML and JSON", async () => {
    await withEditor(SITE, async (editor) => {
      await prove(editor, PAGE, YAML);
      await prove(editor, PAGE, TOML);
      await prove(editor, PAGE, JSON_MATTER);
    });
  });

  test("in settings", async () => {
    await withEditor(SITE, async (editor) => {
      await prove(editor, "data/site.yml", [
        ["title: A\ndirec|\n", "direction", "title: A\ndirection: \n"],
        ["diagnostics:\n  link-missing: |\n", "warning", "diagnostics:\n  link-missing: warning\n"],
      ]);
      await prove(editor, "data/site.toml", [
        ["[diagnostics]\nlink-missing = |\n", "off", '[diagnostics]\nlink-missing = "off"\n'],
        ["[[header]]\nu|\n", "url", "[[header]]\nurl = \n"],
      ]);
      await prove(editor, "data/site.json", [
        ['{ "direction": "|" }', "rtl", '{ "direction": "rtl" }'],
      ]);
      const link = "header:\n  - name: A\n    u|\n";
      expect(labels(await editor.complete("data/site.yml", link))).toEqual(["name", "url"]);
      // Hugo's other names are understood, but not offered.
      expect(labels(await editor.complete("data/site.yml", "l|"))).not.toContain("locale");
    });
  });

  test("nowhere else", async () => {
    await withEditor(SITE, async (editor) => {
      for (const marked of [
        "---\ntitle: wei|\n---\n",
        "---\ndescription: >\n  Text\n  wei‸\n---\n",
        "---\ntitle: A # wei|\n---\n",
        "---\nkeywords:\n  - wei|\n  - a\n---\n",
        "---\n\nText wei|\n",
        "+++\ntitle = wei|\n+++\n",
        "+++\n# wei|\n+++\n",
        '+++\ndescription = """\nwei|\n"""\n+++\n',
        '{ "title": "wei|" }\n',
        '{ "keywords": ["wei|"] }\n',
        "+++\n+++\nwei|\n",
        "{}\nwei|\n",
      ])
        expect([marked, labels(await editor.complete(PAGE, marked))]).toEqual([marked, []]);
    });
  });
});

describe("hover", () => {
  test("tells what a field is for, in each format and in settings", async () => {
    await withEditor(SITE, async (editor) => {
      const weight = /^`weight` \(number\): The position among the pages/;
      expect(await editor.hover(PAGE, "---\nwei|ght: 3\n---\n")).toMatch(weight);
      expect(await editor.hover(PAGE, "+++\nweight = |3\n+++\n")).toMatch(weight);
      expect(await editor.hover(PAGE, '{ "wei|ght": 3 }\n')).toMatch(weight);
      expect(await editor.hover(PAGE, "+++\n[build]\nren|der = true\n+++\n")).toMatch(
        /^`render` \(`always`, `link`, `never`, `true`, `false`\): /,
      );
      expect(await editor.hover(PAGE, "+++\n[bu|ild]\nrender = true\n+++\n")).toMatch(
        /^`build` \(map\): /,
      );
      expect(await editor.hover(PAGE, "---\nmenu:\n  main:\n    parent: gui|des\n---\n")).toMatch(
        /^`parent` \(text\): .*\n\n\*\*Guides\*\*/,
      );
      expect(await editor.hover(PAGE, "---\nmy|own: 3\n---\n")).toBe("");
      expect(await editor.hover("data/site.yml", "direc|tion: rtl\n")).toMatch(
        /^`direction` \(`ltr`, `rtl`\): /,
      );
    });
  });
});

test("front matter of each format is checked as one types", async () => {
  await withEditor(SITE, async (editor) => {
    await editor.open(PAGE, "+++\nwieght = 3\n+++\n");
    const found = (lines: readonly string[]): boolean => lines.length > 0;
    expect(await editor.lines(PAGE, found)).toEqual(["1:0-1:6 front-matter-unknown"]);
    await editor.change(PAGE, '+++\n[build]\nrender = "lnik"\n+++\n');
    expect(await editor.lines(PAGE, found)).toEqual(["2:9-2:15 front-matter-type"]);
    await editor.change(PAGE, '+++\n[menu.main]\nparent = "guids"\n+++\n');
    expect(await editor.lines(PAGE, found)).toEqual(["2:9-2:16 menu-parent"]);
    await editor.change(PAGE, '{ "title": "A", "draft": "no" }\n');
    expect(await editor.lines(PAGE, found)).toEqual(["0:25-0:29 front-matter-type"]);
    await editor.change(PAGE, '{ "title": "A", "draft": }\n');
    expect(await editor.lines(PAGE, found)).toEqual(["0:25-0:26 front-matter-syntax"]);
    await editor.change(PAGE, "+++\ntitle = \n+++\n");
    expect(await editor.lines(PAGE, found)).toEqual(["1:8-2:0 front-matter-syntax"]);
    await editor.change(PAGE, '+++\ntitle = "A"\n+++\n');
    expect(await editor.lines(PAGE, (lines) => lines.length === 0)).toEqual([]);
  });
});
