/** What an editor asks about a place: completion, hover, definition, references, links, fixes. */

import { describe, expect, test } from "vitest";
import {
  type CompletionItem,
  DocumentLinkRequest,
  ReferencesRequest,
} from "vscode-languageserver/node";
import { accepted, cursorIn, type Editor, shownRange, withEditor } from "./client.ts";

const SITE = {
  "content/_index.md": "---\ntitle: Home\n---\n[one](/guide/one/)\n",
  "content/guide/_index.md": "---\ntitle: Guide\n---\n",
  "content/guide/one.md":
    '---\ntitle: One\ndescription: The first.\n---\n{{% include-example file="snippets/demo" example="b" %}}\n\n## Part {#part}\n',
  "content/guide/two.md":
    '---\ntitle: Two\n---\n{{% include-md "shared/limits.md" %}}\n\n{{< hint >}}\n\n{{< note >}}Text.{{< /note >}}\n',
  "data/snippets/demo.yml":
    "- name: a\n  code: SELECT 1;\n\n- name: b\n  description: |\n    See `x`.\n  code: SELECT 2;\n",
  "data/shared/limits.md": 'Limits:\n\n{{% include-example file="snippets/demo" example="b" %}}\n',
  "data/partials/hint.md": "Text {{ .Get 0 }} of a hint.\n",
  "data/choices.yml":
    '- name: c\n  description: |\n    {{< tabs >}}\n    {{< tab "Azure" >}}x{{< /tab >}}\n    {{< /tabs >}}\n  code: y\n',
  "content/guide/tabs.md":
    '{{< tabs >}}\n{{< tab label="Amazon RDS" >}}x{{< /tab >}}\n{{< /tabs >}}\n',
  "static/images/plan.png": "",
};

const PAGE = "content/guide/two.md";
const labels = (items: readonly CompletionItem[]): string[] => items.map(({ label }) => label);

describe("completion", () => {
  /** Accepts the item of a label at the `|`. */
  async function accept(editor: Editor, marked: string, label: string): Promise<string> {
    const items = await editor.complete(PAGE, marked);
    const item = items.find((candidate) => candidate.label === label);
    if (item === undefined) throw new Error(`No ${label} among ${labels(items).join(", ")}.`);
    return accepted(marked, item);
  }

  test("offers the names of shortcodes and partials, and writes a whole word", async () => {
    await withEditor(SITE, async (editor) => {
      const names = labels(await editor.complete(PAGE, "\u{1f6a9} {{< no|"));
      expect(names).toContain("note");
      expect(names).toContain("hint");
      expect(await accept(editor, "\u{1f6a9} {{< no|et >}}x", "note")).toBe(
        "\u{1f6a9} {{< note >}}x",
      );
      expect(await accept(editor, "{{%|", "include-md")).toBe("{{%include-md");
      expect(await editor.complete(PAGE, "Text no|")).toEqual([]);
      // What was never finished does not reach into the next paragraph; comments are no tags.
      expect(await editor.complete(PAGE, "{{< note\n\nText no|")).toEqual([]);
      expect(await editor.complete(PAGE, "{{</* no|")).toEqual([]);
    });
  });

  test("closes the innermost call first", async () => {
    await withEditor(SITE, async (editor) => {
      const marked = '{{< tabs >}}\n{{< tab "A" >}}\n{{< note />}}\n{{< ref "one" >}}\n{{< /|';
      expect(labels(await editor.complete(PAGE, marked))).toEqual(["tab", "tabs"]);
      expect(await accept(editor, "{{< note >}}x{{< /|", "note")).toBe(
        "{{< note >}}x{{< /note >}}",
      );
    });
  });

  test("offers the parameters that are not given yet", async () => {
    await withEditor(SITE, async (editor) => {
      const first = await editor.complete(PAGE, "{{% include-example | %}}");
      expect(labels(first).sort()).toEqual(["example", "file", "indent"]);
      const rest = await editor.complete(PAGE, '{{% include-example file="a" exa| %}}');
      expect(labels(rest).sort()).toEqual(["example", "indent"]);
      expect(await accept(editor, '{{% include-example file="a" exa| %}}', "example")).toBe(
        '{{% include-example file="a" example= %}}',
      );
    });
  });

  const VALUES = [
    ['{{% include-example file="|', "snippets/demo", '{{% include-example file="snippets/demo"'],
    [
      "{{% include-example file=sn| %}}",
      "snippets/demo",
      '{{% include-example file="snippets/demo" %}}',
    ],
    [
      '{{% include-example file="snippets/demo" example="|x" %}}',
      "b",
      '{{% include-example file="snippets/demo" example="b" %}}',
    ],
    ['{{% include-md "sha|" %}}', "shared/limits.md", '{{% include-md "shared/limits.md" %}}'],
    ["{{% include-md | %}}", "shared/limits.md", '{{% include-md "shared/limits.md" %}}'],
    ['[x]({{< ref "|" >}})', "/guide/one", '[x]({{< ref "/guide/one" >}})'],
    ['{{< cards "|" >}}', "/guide/", '{{< cards "/guide/" >}}'],
    ["{{< callout type=|", "warning", '{{< callout type="warning"'],
    ["{{< details open=| >}}", "true", "{{< details open=true >}}"],
    ['{{< figure src="|" >}}', "/images/plan.png", '{{< figure src="/images/plan.png" >}}'],
    ["See [one](/gui|) now.", "/guide/one/", "See [one](/guide/one/) now."],
    ["See ![a](|", "/images/plan.png", "See ![a](/images/plan.png"],
    ["[one]: /|", "/guide/one/", "[one]: /guide/one/"],
    ["[one](/guide/one/#p|)", "part", "[one](/guide/one/#part)"],
    ["## Own {#mine}\n\n[x](#|)", "mine", "## Own {#mine}\n\n[x](#mine)"],
    ["- a\r\n- {{< not|", "note", "- a\r\n- {{< note"],
    // Half-typed: what follows the cursor belongs to others.
    [
      '{{% include-example file="| example="b" %}}',
      "snippets/demo",
      '{{% include-example file="snippets/demo" example="b" %}}',
    ],
    [
      '{{% include-md "sh| %}} "x"',
      "shared/limits.md",
      '{{% include-md "shared/limits.md" %}} "x"',
    ],
    ["{{% include-md `sh|` %}}", "shared/limits.md", "{{% include-md `shared/limits.md` %}}"],
    [
      '{{% include-md "data/|" %}}',
      "data/shared/limits.md",
      '{{% include-md "data/shared/limits.md" %}}',
    ],
    // The file may come after the entry, and a call may have several lines.
    [
      '{{% include-example example="|" file="snippets/demo" %}}',
      "b",
      '{{% include-example example="b" file="snippets/demo" %}}',
    ],
    [
      '{{% include-example\n  file="snippets/demo"\n  example="|"\n%}}',
      "b",
      '{{% include-example\n  file="snippets/demo"\n  example="b"\n%}}',
    ],
    [
      '- a\n\n  {{< note >}}\n  {{% include-md "|" %}}\n  {{< /note >}}',
      "shared/limits.md",
      '- a\n\n  {{< note >}}\n  {{% include-md "shared/limits.md" %}}\n  {{< /note >}}',
    ],
    ['{{< tabs >}}\n{{< tab "|', "Amazon RDS", '{{< tabs >}}\n{{< tab "Amazon RDS"'],
    ['{{< tabs >}}\n{{< tab name="A|" >}}', "Azure", '{{< tabs >}}\n{{< tab name="Azure" >}}'],
    ['[x]({{< ref "/guide/one#|" >}})', "part", '[x]({{< ref "/guide/one#part" >}})'],
    ["[x](../|)", "../_index.md", "[x](../_index.md)"],
    ["[x](on|)", "one.md", "[x](one.md)"],
    ['<a href="/gui|">', "/guide/one/", '<a href="/guide/one/">'],
    ['<img alt="" src="|', "/images/plan.png", '<img alt="" src="/images/plan.png'],
  ] as const;

  test("writes names with quotes in them as calls need them", async () => {
    const odd = '- name: say "hi"\n  code: x\n';
    await withEditor({ ...SITE, "data/odd.yml": odd }, async (editor) => {
      for (const [before, after] of [
        ['"|"', '"say \\"hi\\""'],
        ["|", '"say \\"hi\\""'],
        ["`|`", '`say "hi"`'],
      ] as const) {
        const call = (value: string): string =>
          `{{% include-example file="odd" example=${value} %}}`;
        const written = await accept(editor, call(before), 'say "hi"');
        expect(written).toBe(call(after));
        await editor.open(PAGE, `${written}\n`);
        expect(await editor.lines(PAGE, (lines) => lines.length === 0)).toEqual([]);
        await editor.close(PAGE);
      }
    });
  });

  test("puts first what may stand only here", async () => {
    await withEditor(SITE, async (editor) => {
      const first = async (marked: string): Promise<string | undefined> => {
        const items = await editor.complete(PAGE, marked);
        const sorted = items.toSorted((a, b) => ((a.sortText ?? "") < (b.sortText ?? "") ? -1 : 1));
        return sorted[0]?.label;
      };
      expect(await first("{{< tabs >}}\n{{< |")).toBe("tab");
      expect(await first("{{< |")).not.toBe("tab");
    });
  });

  const IN_DATA = [
    [
      "data/new.yml",
      '- name: x\n  description: |\n    See:\n\n    - {{% include-md "sh‸" %}}\n  code: y\n',
      '- name: x\n  description: |\n    See:\n\n    - {{% include-md "shared/limits.md" %}}\n  code: y\n',
    ],
    [
      "data/new.yml",
      '- name: x\n  description: "See {{% include-md \\"sh‸\\" %}}."\n',
      '- name: x\n  description: "See {{% include-md \\"shared/limits.md\\" %}}."\n',
    ],
    [
      "data/new.yml",
      '- name: x\n  description: "See {{% include-md ‸ %}}."\n',
      '- name: x\n  description: "See {{% include-md \\"shared/limits.md\\" %}}."\n',
    ],
    [
      "data/new.yml",
      "- name: x\n  description: 'See {{% include-md ‸ %}}.'\n",
      "- name: x\n  description: 'See {{% include-md \"shared/limits.md\" %}}.'\n",
    ],
    [
      "data/new.yml",
      "- name: x\n  description: >\n    Folded,\n    see {{% include-md s‸ %}}.\n",
      '- name: x\n  description: >\n    Folded,\n    see {{% include-md "shared/limits.md" %}}.\n',
    ],
    // YAML cannot be read here: the value begins like a map.
    [
      "data/new.yml",
      '- name: x\n  description: {{% include-md "‸\n',
      '- name: x\n  description: {{% include-md "shared/limits.md"\n',
    ],
    [
      "data/new.json",
      '[{"name": "x", "description": "{{% include-md \\"‸\\" %}}"}]',
      '[{"name": "x", "description": "{{% include-md \\"shared/limits.md\\" %}}"}]',
    ],
  ] as const;

  test("writes into values of data as their quotes need it", async () => {
    await withEditor(SITE, async (editor) => {
      for (const [path, marked, expected] of IN_DATA) {
        const items = await editor.complete(path, marked, "yaml");
        const item = items.find(({ label }) => label === "shared/limits.md");
        expect([marked, item && accepted(marked, item)]).toEqual([marked, expected]);
      }
    });
  });

  test("offers the values of parameters, and the addresses of links", async () => {
    await withEditor(SITE, async (editor) => {
      for (const [marked, label, expected] of VALUES)
        expect(await accept(editor, marked, label)).toBe(expected);
    });
  });

  test("knows entries that are not saved, and works in data and partials", async () => {
    await withEditor(SITE, async (editor) => {
      await editor.open("data/snippets/demo.yml", "- name: fresh\n  code: x\n", "yaml");
      const marked = '{{% include-example file="snippets/demo" example="|" %}}';
      expect(labels(await editor.complete(PAGE, marked))).toEqual(["fresh"]);
      const inData = "- name: a\n  description: |\n    {{< no~ >}}\n".replace("|", ">");
      const { text, position } = cursorIn(inData.replace("~", "|"));
      expect(text).toContain("{{< no >}}");
      expect(position.line).toBe(2);
      expect(
        labels(await editor.complete("data/other.yml", inData.replace("~", "|"), "yaml")),
      ).toContain("note");
      expect(labels(await editor.complete("data/partials/new.md", "{{< no|"))).toContain("note");
    });
  });
});

describe("hover", () => {
  test("shows a shortcode's documentation and the source of what it includes", async () => {
    await withEditor(SITE, async (editor) => {
      const call = '{{% inc|lude-example file="snippets/demo" example="b" %}}';
      const shown = await editor.hover(PAGE, call);
      expect(shown).toContain("A named entry of a data file");
      expect(shown).toContain("`example` (string, required): The entry's name.");
      expect(shown).toContain("[data/snippets/demo.yml:4](");
      expect(shown).toContain(
        "```yaml\n- name: b\n  description: |\n    See `x`.\n  code: SELECT 2;\n```",
      );
      expect(
        await editor.hover(PAGE, '{{% include-example fi|le="snippets/demo" example="b" %}}'),
      ).toContain("below `data/`");
      expect(await editor.hover(PAGE, "{{< hi|nt >}}")).toContain(
        "```md\nText {{ .Get 0 }} of a hint.\n```",
      );
      expect(await editor.hover(PAGE, '{{% include-md "shared/limi|ts.md" %}}')).toContain(
        "Limits:",
      );
      expect(await editor.hover(PAGE, "[x](/guide/o|ne/)")).toContain("**One**\n\nThe first.");
      expect(await editor.hover(PAGE, "Plain te|xt.")).toBe("");
    });
  });
});

describe("definition", () => {
  const PLACES = [
    ['{{% include-example file="snippets/demo" example="|b" %}}', "data/snippets/demo.yml 3:2-3:9"],
    ['{{% inc|lude-example file="snippets/demo" example="b" %}}', "data/snippets/demo.yml 3:2-3:9"],
    ['{{% include-example file="snip|pets/demo" example="b" %}}', "data/snippets/demo.yml 0:0-0:9"],
    [
      '\u{1f6a9}\r\n\u{1f6a9} {{% include-md "|shared/limits.md" %}}',
      "data/shared/limits.md 0:0-0:7",
    ],
    ["{{< hi|nt >}}", "data/partials/hint.md 0:0-0:28"],
    ['[x]({{< ref "/guide/o|ne" >}})', "content/guide/one.md 0:0-0:3"],
    ["[x](/guide/o|ne/)", "content/guide/one.md 0:0-0:3"],
    ["[x](one.md#pa|rt)", "content/guide/one.md 6:0-6:15"],
    ['[x]({{< ref "one#pa|rt" >}})', "content/guide/one.md 6:0-6:15"],
    ["[x](/guide/lists/#no-id-of-its-ow|n)", "content/guide/lists.md 0:0-0:19"],
    ["[x](/guide/lists/#from-dat|a)", "data/lists.yml 2:4-2:16"],
    ["[x](/guide/lists/#ra|w)", "content/guide/lists.md 4:0-4:16"],
    ["Text.\n\n## Own part\n\n[x](#own-p|art)", `${PAGE} 2:0-2:11`],
    ['{{% include-example file="lists" example="two |words" %}}', "data/lists.yml 4:2-4:10"],
    ['{{% include-example file="lists" example="ba|se" %}}', "data/lists.yml 9:2-9:12"],
    ['{{% include-example file="lists" example="mer|ged" %}}', "data/lists.yml 11:2-11:11"],
    ['{{% include-example file="rows" example="j|b" %}}', "data/rows.json 1:1-1:29"],
    ["{{< no|te >}}x{{< /note >}}", ""],
    [
      '{{% include-example file="snippets/demo" example="|none" %}}',
      "data/snippets/demo.yml 0:0-0:9",
    ],
  ] as const;

  const LISTS = {
    "content/guide/lists.md":
      '## No id of its own\n\n{{% include-example file="lists" example="h" %}}\n\n<a id="raw"></a>\n',
    "data/lists.yml":
      "- name: h\n  description: |\n    ## From data\n  code: x\n- name: >-\n    two\n    words\n  code: x\n- &base\n  name: base\n  code: x\n- <<: *base\n  name: merged\n",
    "data/rows.json": '[{"name": "ja", "code": "x"},\n {"name": "jb", "code": "x"}]',
  };

  test("leads to lines of entries, to partials, included files, pages and what has an id", async () => {
    await withEditor({ ...SITE, ...LISTS }, async (editor) => {
      // A name that is not there leads to the file that should have it.
      for (const [marked, expected] of PLACES)
        expect([marked, await editor.definition(PAGE, marked)]).toEqual([marked, expected]);
    });
  });

  test("follows an entry whose place has moved and is not saved", async () => {
    await withEditor(SITE, async (editor) => {
      const moved = `# Comment\n\n${SITE["data/snippets/demo.yml"]}`;
      await editor.open("data/snippets/demo.yml", moved, "yaml");
      const call = '{{% include-example file="snippets/demo" example="|b" %}}';
      expect(await editor.definition(PAGE, call)).toBe("data/snippets/demo.yml 5:2-5:9");
    });
  });
});

describe("references", () => {
  async function usersOf(editor: Editor, path: string, marked: string): Promise<string[]> {
    const { text, position } = cursorIn(marked);
    await editor.open(path, text);
    const found = await editor.connection.sendRequest(ReferencesRequest.type, {
      textDocument: { uri: editor.uri(path) },
      position,
      context: { includeDeclaration: false },
    });
    await editor.close(path);
    return (found ?? []).map(({ uri, range }) => `${editor.path(uri)} ${shownRange(range)}`).sort();
  }

  test("are all calls that use an entry, directly or through shared text", async () => {
    await withEditor(SITE, async (editor) => {
      const entry = SITE["data/snippets/demo.yml"].replace("name: b", "name: |b");
      const users = ["content/guide/one.md 4:0-4:56", "data/shared/limits.md 2:0-2:56"];
      expect(await usersOf(editor, "data/snippets/demo.yml", entry)).toEqual(users);
      const other = SITE["data/snippets/demo.yml"].replace("name: a", "name: |a");
      expect(await usersOf(editor, "data/snippets/demo.yml", other)).toEqual([]);
      const call = SITE["content/guide/one.md"].replace('example="b"', 'example="|b"');
      expect(await usersOf(editor, "content/guide/one.md", call)).toEqual(users);
      expect(await usersOf(editor, "data/shared/limits.md", "|Limits\n")).toEqual([
        "content/guide/two.md 3:0-3:37",
      ]);
      expect(await usersOf(editor, "data/partials/hint.md", "Text| of a hint.\n")).toEqual([
        "content/guide/two.md 5:0-5:12",
      ]);
      const note = SITE[PAGE].replace("< note", "< no|te");
      expect(await usersOf(editor, PAGE, note)).toEqual(["content/guide/two.md 7:0-7:12"]);
    });
  });

  test("are also those of drafts and of texts that no page shows", async () => {
    const call = '{{% include-example file="snippets/demo" example="a" %}}\n';
    const files = {
      ...SITE,
      "content/guide/draft.md": `---\ndraft: true\n---\n${call}`,
      "data/lone.yml": `- name: x\n  description: |\n    ${call}  code: y\n`,
      "data/lone.md": call,
      "layouts/shortcodes/lone.md": call,
    };
    await withEditor(files, async (editor) => {
      const entry = SITE["data/snippets/demo.yml"].replace("name: a", "name: |a");
      expect((await usersOf(editor, "data/snippets/demo.yml", entry)).sort()).toEqual([
        "content/guide/draft.md 3:0-3:56",
        "data/lone.md 0:0-0:56",
        "data/lone.yml 2:4-2:60",
        "layouts/shortcodes/lone.md 0:0-0:56",
      ]);
    });
  });

  test("see calls that are not saved", async () => {
    await withEditor(SITE, async (editor) => {
      const call = '{{% include-example file="snippets/demo" example="a" %}}\n';
      await editor.open("content/_index.md", `Text.\n\n${call}`);
      const entry = SITE["data/snippets/demo.yml"].replace("name: a", "name: |a");
      expect(await usersOf(editor, "data/snippets/demo.yml", entry)).toEqual([
        "content/_index.md 2:0-2:56",
      ]);
    });
  });
});

test("document links lead from calls and links to files and lines", async () => {
  await withEditor(SITE, async (editor) => {
    await editor.open(
      PAGE,
      '{{% include-example file="snippets/demo" example="b" %}}\n\n[x](/guide/one/) [y](https://example.org/)\n',
    );
    const textDocument = { uri: editor.uri(PAGE) };
    const found = await editor.connection.sendRequest(DocumentLinkRequest.type, { textDocument });
    expect(found?.map(({ range, target }) => [shownRange(range), target])).toEqual([
      ["0:26-0:39", editor.uri("data/snippets/demo.yml")],
      ["0:50-0:51", `${editor.uri("data/snippets/demo.yml")}#L4`],
      ["2:4-2:15", editor.uri("content/guide/one.md")],
    ]);
  });
});
