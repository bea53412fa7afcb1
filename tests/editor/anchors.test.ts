/** Ids of headings and of other things: renamed with all links to them, and found from both sides. */
import { expect, test } from "vitest";
import { ReferencesRequest } from "vscode-languageserver/node";
import { cursorIn, type Editor, shownRange, withEditor } from "./client.ts";

const SITE = {
  "content/_index.md":
    "---\ntitle: Home\noften:\n  - { name: P, url: /guide/one/#part }\n---\nText.\n",
  "content/guide/_index.md": "---\ntitle: Guide\n---\n[one](/guide/one/)\n",
  "content/guide/one.md":
    '---\ntitle: One\n---\n## Part of it {#part}\n\n[x](#part) [y](#plain-text)\n\n## Plain text\n\n## Twice\n\n## Twice\n\nTop\n---\n\n## Dressed {.wide}\n\n<a id="raw"></a>\n\n{{% include-example file="demo" example="a" %}}\n',
  "content/guide/two.md":
    '---\ntitle: Two\n---\n\u{1f6a9} [x](/guide/one/#part "Title") [y](one.md#part) [z]({{< ref "one#part" >}})\n\n<a href="/guide/one/#part">h</a> [other](#part)\n\n## Own {#part}\n\n[d]: /guide/one/#plain-text\n\n[d] [r](/guide/one/#raw) [s](/guide/one/#shown) [t](/guide/one/#top) [w](/guide/one/#dressed)\n',
  "content/guide/draft.md": "---\ntitle: Draft\ndraft: true\n---\n[x](/guide/one/#part)\n",
  "data/site.yml": 'title: S\nheader:\n  - { name: P, url: "/guide/one/#part" }\n',
  "data/demo.yml":
    '- name: a\n  description: |\n    ### Shown\n\n    [x](/guide/one/#part)\n  code: x\n- name: lone\n  description: "[x](/guide/one/#part) \\"q\\""\n  code: x\n',
};
const PAGE = "content/guide/one.md";
type Path = keyof typeof SITE;

/** The text of a file with the cursor in a part of it. */
const marked = (path: Path, part: string): string =>
  SITE[path].replace(part.replace("‸", ""), part);

async function renamed(editor: Editor, path: Path, part: string, newName: string) {
  return editor.rename(path, marked(path, part), newName);
}

const PART = [
  "content/_index.md 3:32-3:36 new",
  "content/guide/draft.md 4:16-4:20 new",
  "content/guide/one.md 3:16-3:20 new",
  "content/guide/one.md 5:5-5:9 new",
  "content/guide/two.md 3:19-3:23 new",
  "content/guide/two.md 3:44-3:48 new",
  "content/guide/two.md 3:67-3:71 new",
  "content/guide/two.md 5:21-5:25 new",
  "data/demo.yml 4:20-4:24 new",
  "data/demo.yml 7:32-7:36 new",
  "data/site.yml 2:33-2:37 new",
];

/** What an edit takes the place of. */
function replaced(edit: string): string {
  const [, path = "", line = "", start = "", end = ""] =
    /^(\S+) (\d+):(\d+)-\d+:(\d+)/.exec(edit) ?? [];
  const text = Object.entries(SITE).find(([name]) => name === path)?.[1] ?? "";
  return text.split("\n")[Number(line)]?.slice(Number(start), Number(end)) ?? "";
}

test("an id that is written is renamed with all links to it", async () => {
  expect(new Set(PART.map(replaced))).toEqual(new Set(["part"]));
  await withEditor(SITE, async (editor) => {
    expect(await renamed(editor, PAGE, "{#pa‸rt}", "new")).toEqual(PART);
    expect(await renamed(editor, PAGE, "## Part ‸of", "new")).toEqual(PART);
    expect(await renamed(editor, PAGE, "[x](#pa‸rt)", "new")).toEqual(PART);
    expect(await renamed(editor, "content/guide/two.md", 'one/#par‸t "', "new")).toEqual(PART);
    expect(await renamed(editor, "content/guide/two.md", '"one#p‸art', "new")).toEqual(PART);
    expect(await renamed(editor, "content/guide/two.md", '"/guide/one/#par‸t', "new")).toEqual(
      PART,
    );
    expect(await renamed(editor, "data/demo.yml", "[x](/guide/one/#‸part)\n", "new")).toEqual(PART);
  });
});

test("an id that is made of the text is written behind it", async () => {
  await withEditor(SITE, async (editor) => {
    const plain = [
      "content/guide/one.md 5:16-5:26 new",
      "content/guide/one.md 7:13-7:13  {#new}",
      "content/guide/two.md 9:17-9:27 new",
    ];
    expect(await renamed(editor, PAGE, "## Plain‸ text", "new")).toEqual(plain);
    expect(await renamed(editor, "content/guide/two.md", "#plain‸-text", "new")).toEqual(plain);
    expect(await renamed(editor, PAGE, "T‸op\n", "new")).toEqual([
      "content/guide/one.md 13:3-13:3  {#new}",
      "content/guide/two.md 11:64-11:67 new",
    ]);
    expect(await renamed(editor, PAGE, "Dress‸ed", "new")).toEqual([
      "content/guide/one.md 16:12-16:12 #new ",
      "content/guide/two.md 11:85-11:92 new",
    ]);
    // In a text that the page includes, asked for in either file.
    const shown = ["content/guide/two.md 11:41-11:46 new", "data/demo.yml 2:13-2:13  {#new}"];
    expect(await renamed(editor, "data/demo.yml", "### Sho‸wn", "new")).toEqual(shown);
    expect(await renamed(editor, "content/guide/two.md", "#sho‸wn", "new")).toEqual(shown);
    expect(await renamed(editor, "content/guide/two.md", "#r‸aw", "new")).toEqual([
      "content/guide/one.md 18:7-18:10 new",
      "content/guide/two.md 11:20-11:23 new",
    ]);
  });
});

test("what cannot be renamed is refused in words", async () => {
  await withEditor(SITE, async (editor) => {
    for (const [path, part, reason] of [
      [PAGE, "title: O‸ne", /Only names of entries and ids/],
      ["content/guide/two.md", 'one/‸#part "', /Only names of entries and ids/],
      [PAGE, "## Tw‸ice", /Another heading of the page has the text "Twice" too/],
      ["content/guide/_index.md", "(/gui‸de/one/)", /Only names of entries and ids/],
    ] as const) {
      await expect(renamed(editor, path, part, "new")).rejects.toThrow(reason);
      await expect(editor.prepareRename(path, marked(path, part))).rejects.toThrow(reason);
    }
    for (const [name, reason] of [
      ["plain-text", /has already/],
      ["two words", /expected letters, digits and hyphens/],
      ["", /expected letters, digits and hyphens/],
    ] as const)
      await expect(renamed(editor, PAGE, "{#pa‸rt}", name)).rejects.toThrow(reason);
    expect(await editor.prepareRename(PAGE, marked(PAGE, "{#pa‸rt}"))).toEqual("3:16-3:20 part");
    expect(await editor.prepareRename(PAGE, marked(PAGE, "Plain ‸text"))).toEqual(
      "7:0-7:13 plain-text",
    );
  });
});

test("an id that is not saved yet is renamed where it stands now", async () => {
  await withEditor(SITE, async (editor) => {
    const text = SITE[PAGE]
      .replace("## Part", "New line.\r\n\r\n## Part")
      .replace("{#part}", "{#pa‸rt}");
    const edits = await editor.rename(PAGE, text, "new");
    expect(edits).toContain("content/guide/one.md 5:16-5:20 new");
    expect(edits).toContain("content/guide/one.md 7:5-7:9 new");
    expect(edits).toHaveLength(PART.length);
  });
});

test("links to a page and to an id are its references", async () => {
  await withEditor(SITE, async (editor) => {
    const at = async (path: Path, part: string, includeDeclaration = false): Promise<string[]> => {
      const { text, position } = cursorIn(marked(path, part));
      await editor.open(path, text);
      const found = await editor.connection.sendRequest(ReferencesRequest.type, {
        textDocument: { uri: editor.uri(path) },
        position,
        context: { includeDeclaration },
      });
      await editor.close(path);
      return (found ?? [])
        .map(({ uri, range }) => `${editor.path(uri)} ${shownRange(range)}`)
        .sort();
    };
    const plain = ["content/guide/one.md 5:15-5:26", "content/guide/two.md 9:5-9:27"];
    expect(await at(PAGE, "## Plain‸ text")).toEqual(plain);
    expect(await at(PAGE, "## Plain‸ text", true)).toEqual([
      ...plain.slice(0, 1),
      "content/guide/one.md 7:0-7:13",
      ...plain.slice(1),
    ]);
    expect(await at("content/guide/two.md", "#r‸aw")).toEqual(["content/guide/two.md 11:8-11:23"]);
    expect((await at("content/guide/_index.md", "/guide/o‸ne/")).length).toBe(17);
  });
});
