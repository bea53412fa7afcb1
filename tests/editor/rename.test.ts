/** Another name for an entry: in its file, and in all calls. */
import { expect, test } from "vitest";
import { type Editor, withEditor } from "./client.ts";

const SITE = {
  "content/_index.md": "---\ntitle: Home\n---\nText.\n",
  "content/one.md": 'Text.\n\n{{% include-example file="demo" example="old" %}}\n',
  "content/two.md":
    "- {{% include-example example=old file=demo %}}\n\n{{% include-example file=`demo` example=`old` %}}\n\n{{% include-example file=demo example=other %}}\n",
  "data/demo.yml":
    "- name: old\n  description: Text.\n- name: other\n  description: Text.\n- name: 'it''s'\n  code: x\n- name: >-\n    two\n    lines\n  code: x\n",
  "data/more.json":
    '[{"name": "a", "description": "{{% include-example file=\\"demo\\" example=\\"old\\" %}}"}]',
  "content/three.md": '{{% include-example file="more" example="a" %}}\n',
};

/** The edits of a new name; the place has to be one that can be renamed. */
async function renamed(editor: Editor, path: keyof typeof SITE, text: string, newName: string) {
  await editor.prepareRename(path, text);
  return editor.rename(path, text, newName);
}

const marked = (path: keyof typeof SITE, part: string): string =>
  SITE[path].replace(part.replace("|", ""), part);

test("an entry has its new name in data, pages and text that pages include", async () => {
  await withEditor(SITE, async (editor) => {
    const everywhere = (name: string, bare: string): string[] => [
      `content/one.md 2:41-2:44 ${name}`,
      `content/two.md 0:30-0:33 ${bare}`,
      `content/two.md 2:41-2:44 ${name}`,
      `data/demo.yml 0:8-0:11 ${name}`,
      `data/more.json 0:75-0:78 ${name}`,
    ];
    const call = marked("content/one.md", 'example="o|ld"');
    expect(await renamed(editor, "content/one.md", call, "new")).toEqual(
      everywhere("new", '"new"'),
    );
    const entry = marked("data/demo.yml", "name: ol|d");
    expect(await renamed(editor, "data/demo.yml", entry, "new one")).toEqual(
      everywhere("new one", '"new one"'),
    );
    const quoted = marked("data/demo.yml", "'it'|'s'");
    expect(await renamed(editor, "data/demo.yml", quoted, "that's")).toEqual([
      "data/demo.yml 4:8-4:15 'that''s'",
    ]);
  });
});

test("nothing else is renamed, and no name is taken twice", async () => {
  await withEditor(SITE, async (editor) => {
    const words = /Only names of entries and ids of headings/;
    const text = marked("content/one.md", "Te|xt");
    await expect(renamed(editor, "content/one.md", text, "x")).rejects.toThrow(words);
    const file = marked("content/one.md", 'file="de|mo"');
    await expect(renamed(editor, "content/one.md", file, "x")).rejects.toThrow(words);
    const block = SITE["data/demo.yml"].replace("    two", "    t‸wo");
    await expect(renamed(editor, "data/demo.yml", block, "x")).rejects.toThrow(words);
    const entry = marked("data/demo.yml", "name: ol|d");
    for (const [name, reason] of [
      ["other", /has already/],
      ["", /expected one for an entry/],
      ["a\nb", /expected one for an entry/],
    ] as const)
      await expect(renamed(editor, "data/demo.yml", entry, name)).rejects.toThrow(reason);
  });
});
