/** What an editor offers to do about diagnostics: right names, excuses, and all that is safe. */
import { describe, expect, test } from "vitest";
import { type CodeAction, CodeActionRequest } from "vscode-languageserver/node";
import { applied, type Editor, withEditor } from "./client.ts";

const SITE = {
  "content/_index.md": "---\ntitle: Home\n---\nText.\n",
  "content/one.md": "---\ntitle: One\n---\nText.\n",
  "content/two.md": "---\ntitle: Two\naliases: [/old/]\n---\nText.\n",
  "data/site.yml": "title: A\nmenus:\n  main:\n    - { identifier: guides, name: Guides }\n",
  "data/demo.yml": "- name: two words\n  code: x\n",
};
const PAGE = "content/one.md";

/** The actions for all diagnostics of a text. */
async function actions(
  editor: Editor,
  path: string,
  text: string,
  only?: string[],
): Promise<CodeAction[]> {
  await editor.open(path, text);
  const diagnostics = await editor.diagnostics(path, (all) => all.length > 0);
  const end = { line: text.split("\n").length, character: 0 };
  const found = await editor.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: editor.uri(path) },
    range: { start: { line: 0, character: 0 }, end },
    context: { diagnostics, ...(only === undefined ? {} : { only }) },
  });
  await editor.close(path);
  return (found ?? []).filter((action): action is CodeAction => "edit" in action);
}

/** What an action makes of a text. */
function after(editor: Editor, path: string, text: string, action: CodeAction | undefined): string {
  return applied(text, action?.edit?.changes?.[editor.uri(path)] ?? []);
}

describe("the right name", () => {
  const CASES = [
    ["{{< noet >}}x{{< /noet >}}\n", "{{< note >}}x{{< /noet >}}\n"],
    [
      "{{% include-example fiel=demo example=x %}}\n",
      "{{% include-example file=demo example=x %}}\n",
    ],
    [
      '{{% include-example file=demo example="tow words" %}}\n',
      '{{% include-example file=demo example="two words" %}}\n',
    ],
    ["---\nwieght: 3\n---\n", "---\nweight: 3\n---\n"],
    ['+++\n[menu.main]\nparent = "guids"\n+++\n', '+++\n[menu.main]\nparent = "guides"\n+++\n'],
    [
      '{ "menu": { "main": { "parent": "guids" } } }\n',
      '{ "menu": { "main": { "parent": "guides" } } }\n',
    ],
    [
      "---\nmenu:\n  main:\n    parent: guids\n---\n",
      "---\nmenu:\n  main:\n    parent: guides\n---\n",
    ],
    ["\u{1f6a9} [x](/twoo/)\r\n", "\u{1f6a9} [x](/two/)\r\n"],
    ["\u{1f6a9} e\u0301 [x](/old/)\n", "\u{1f6a9} e\u0301 [x](/two/)\n"],
  ] as const;

  test.each(CASES)("in %j", async (text, expected) => {
    await withEditor(SITE, async (editor) => {
      const found = await actions(editor, PAGE, text);
      const fix = found.find(({ isPreferred }) => isPreferred === true);
      expect(fix?.title).toMatch(/^Replace with "/);
      expect(after(editor, PAGE, text, fix)).toBe(expected);
    });
  });
});

describe("an excuse", () => {
  const CASES = [
    [PAGE, "Text\n[x](/none/)  \nmore.\n"],
    [PAGE, "---\r\ntitle: A\r\n---\r\n- [x](/none/)\r\n- y\r\n"],
    [PAGE, "| A |\n| - |\n| [x](/none/) |\n| b |\n"],
    [PAGE, "## Two [x](/none/) {#id}\n"],
    [PAGE, "Text\n\n```md {bad=1 foo}\ncode\n```\n"],
    [PAGE, "Text {{< note\n  wrong=1 >}}x{{< /note >}}\n"],
    [PAGE, "> {{< noet >}}\n"],
    [PAGE, "---\ntitle: A\nwieght: 3\n---\n"],
    [PAGE, '+++\n[menu.main]\nparent = "guids"\n+++\n'],
    ["data/demo.yml", "- name: a\n  code: x\n  onwer: me\n"],
    [
      "data/demo.yml",
      "- name: a\n  description: |\n    Text [x](/none/) y\n    more.\n  code: x\n",
    ],
    ["data/site.yml", "titel: A\n"],
  ] as const;

  test.each(CASES)("in %s of %j", async (path, text) => {
    await withEditor(
      { ...SITE, "content/three.md": "{{% include-example file=demo example=a %}}\n" },
      async (editor) => {
        const found = await actions(editor, path, text);
        const excuses = found.filter(({ title }) => title.startsWith("Excuse "));
        expect(excuses.length).toBeGreaterThan(0);
        let excused = text as string;
        const [first] = excuses;
        const [diagnostic] = first?.diagnostics ?? [];
        excused = after(editor, path, text, first);
        expect(excused.length).toBeGreaterThan(text.length);
        await editor.open(path, excused);
        const left = await editor.diagnostics(path, (all) =>
          all.every(({ code }) => code !== diagnostic?.code),
        );
        expect(left.map(({ code }) => code)).not.toContain(diagnostic?.code);
      },
    );
  });

  test("is not offered where no comment can stand", async () => {
    await withEditor(SITE, async (editor) => {
      const found = await actions(editor, PAGE, '{\n  "wieght": 3\n}\n');
      expect(found.map(({ title }) => title)).toEqual(['Replace with "weight"']);
    });
  });
});

test("all that is safe is mended at once, as check does it", async () => {
  await withEditor(SITE, async (editor) => {
    const text = "[x](/two//) [y](/old/) [z](/none/)\n";
    const [all, ...others] = await actions(editor, PAGE, text, ["source.fixAll"]);
    expect(others).toEqual([]);
    expect(all?.kind).toBe("source.fixAll.waymark");
    expect(after(editor, PAGE, text, all)).toBe("[x](/two/) [y](/two/) [z](/none/)\n");
    expect(await actions(editor, PAGE, "[z](/none/)\n", ["source.fixAll"])).toEqual([]);
    expect(await actions(editor, PAGE, "[z](/none/)\n", ["refactor"])).toEqual([]);
  });
});
