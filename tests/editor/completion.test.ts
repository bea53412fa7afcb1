/** Completion in texts that are half typed, and where none belongs. */
import { expect, test } from "vitest";
import { type Editor, withEditor } from "./client.ts";

const SITE = {
  "content/_index.md": "---\ntitle: Home\n---\n",
  "content/one.md": "---\ntitle: One\n---\n## Part\n",
  "content/two.md": "Text\n",
  "data/snippets/demo.yml": "- name: a\n  code: x\n- name: b\n  code: y\n",
  "data/partials/hint.md": 'A hint {{ .Get "size" }}.\n',
};
const PAGE = "content/two.md";

async function labels(editor: Editor, path: string, marked: string): Promise<string[]> {
  return (await editor.complete(path, marked)).map(({ label }) => label);
}

test("is there in each part of a call that nobody has closed yet", async () => {
  await withEditor(SITE, async (editor) => {
    for (const [path, marked, expected] of [
      [PAGE, '{{< include-example file="|', ["snippets/demo"]],
      [PAGE, '{{% include-example file="snippets/demo" example="|', ["a", "b"]],
      [
        PAGE,
        'A\n\n{{% include-from-yaml data="snippets/demo" name="|\n\nB {{< note >}}x{{< /note >}}\n',
        ["a", "b"],
      ],
      [
        PAGE,
        '{{< tabs >}}\n{{< tab "A" >}}\n{{< note >}}\n{{% include-example |',
        ["file", "example", "indent"],
      ],
      [PAGE, "{{< hint |", ["size"]],
      ["data/partials/new.md", '{{% include-example file="|" %}} {{ .Get 0 }}', ["snippets/demo"]],
      [
        "data/new.yml",
        '- name: x\n  description: |\n    {{< note >}}\n    {{% include-example file="‸\n',
        ["new", "snippets/demo"],
      ],
      [
        "data/new.yml",
        '- name: x\n  description: "{{% include-example file=\\"snippets/demo\\" example=\\"‸\n',
        ["a", "b"],
      ],
    ] as const)
      expect([marked, await labels(editor, path, marked)]).toEqual([marked, expected]);
    for (const marked of ["{{<|", "{{< inc|", "{{< note >}}\n{{% |", "- x\n  {{<|"])
      expect(await labels(editor, PAGE, marked)).toContain("include-example");
  });
});

test("of links is there in text, also of data and partials, and nowhere else", async () => {
  await withEditor(SITE, async (editor) => {
    for (const [path, marked] of [
      [PAGE, "{{< note >}}\n[x](/on|\n{{< /note >}}"],
      [PAGE, "`a` [x](/on|"],
      ["data/partials/new.md", "{{ .Get 0 }} [x](/on|"],
      ["data/new.yml", "- name: x\n  description: |\n    [x](/on‸\n  code: y\n"],
      ["data/new.yml", '- name: x\n  description: "[x](/on‸)"\n'],
    ] as const)
      expect(await labels(editor, path, marked)).toContain("/one/");
    for (const marked of [
      "```md\n[x](/on|\n```\n",
      "`[x](/on|`",
      "<!-- [x](/on| -->",
      "{{< highlight sql >}}\n[x](/on|\n{{< /highlight >}}",
      "{{</* note */>}} on|",
    ])
      expect([marked, await labels(editor, PAGE, marked)]).toEqual([marked, []]);
  });
});

test("knows the fields of entries, and ids where a comment excuses some", async () => {
  await withEditor(SITE, async (editor) => {
    expect(await labels(editor, "data/new.yml", "- na‸\n")).toContain("name");
    expect(await labels(editor, "data/new.yml", "- name: x\n  desc‸\n")).toContain("description");
    expect(
      await labels(editor, "data/new.yml", "- name: x\n  syntax_elements:\n    - sy‸\n"),
    ).toEqual(["syntax", "description"]);
    expect(await labels(editor, "data/new.json", '[{ "name": "x", "co|" }]')).toContain("code");
    // Rows of a table and other data are free.
    for (const marked of ["rows:\n  - na‸\n", "- a: 1\n  b: 2\n- na‸\n"])
      expect(await labels(editor, "data/new.yml", marked)).toEqual([]);
    expect(await labels(editor, PAGE, "<!-- waymark-ignore li|")).toContain("link-missing");
    expect(
      await labels(editor, PAGE, "<!-- waymark-ignore link-missing, |: why -->"),
    ).not.toContain("link-missing");
    expect(await labels(editor, "data/new.yml", "# waymark-ignore en|\n- name: x\n")).toContain(
      "entry-duplicate",
    );
    expect(await labels(editor, PAGE, "<!-- waymark-ignore link-missing: be|")).toEqual([]);
    expect(await labels(editor, PAGE, "# waymark-ignore en|")).toEqual([]);
  });
});

test("a heading tells its id and its address", async () => {
  await withEditor(SITE, async (editor) => {
    expect(await editor.hover("content/one.md", "## Pa|rt\n")).toBe("`#part`\n\n`/one/#part`");
    expect(await editor.hover("data/new.yml", "- na|me: x\n  code: y\n")).toMatch(
      /^`name` \(text\): /,
    );
  });
});
