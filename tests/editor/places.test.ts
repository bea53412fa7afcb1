/** Places in data and front matter of each format: what leads to them, and calls within them. */
import { expect, test } from "vitest";
import { accepted, withEditor } from "./client.ts";

const SITE = {
  "content/_index.md": "---\ntitle: Home\n---\n",
  "content/guide/_index.md": '+++\n[cascade.params]\nhanded = "down"\n+++\n',
  "content/guide/one.md": "---\ntitle: One\n---\n",
  "data/site.toml": '[params]\nhost = "h"\n\n[params.a]\nb = "c"\n',
  "data/rows.json": '[\n  {"name": "a", "code": "x"},\n  {"name": "b", "code": "x"}\n]\n',
  "data/hints.toml": 'hint = "x"\n',
  "layouts/shortcodes/hint.md": "A hint.\n",
};
const PAGE = "content/guide/one.md";

test("a parameter leads to its field, on its page, above it or in the settings", async () => {
  await withEditor(SITE, async (editor) => {
    for (const [marked, expected] of [
      ['+++\nown = 1\n+++\n{{< param "ow|n" >}}', `${PAGE} 1:0-1:7`],
      ['{ "params": { "own": 1 } }\n{{< param "ow|n" >}}', `${PAGE} 0:14-0:26`],
      ['{{< param "han|ded" >}}', "content/guide/_index.md 2:0-2:15"],
      ['{{< param "ho|st" >}}', "data/site.toml 1:0-1:10"],
      ['{{< param "A.|b" >}}', "data/site.toml 4:0-4:7"],
      ['{{< param "no|ne" >}}', ""],
      ['{{% include-example file="rows" example="|b" %}}', "data/rows.json 2:2-2:28"],
    ] as const)
      expect([marked, await editor.definition(PAGE, marked)]).toEqual([marked, expected]);
  });
});

test("calls in values of TOML are known by their places, behind escapes too", async () => {
  await withEditor(SITE, async (editor) => {
    const partial = "layouts/shortcodes/hint.md 0:0-0:7";
    for (const marked of [
      'a = "\\t{{% hi|nt %}}"\n',
      "a = '{{% hi|nt %}}'\n",
      'a = """\n{{% hi|nt %}}"""\n',
      'a = { b = ["x", "{{% hi|nt %}}"] }\n',
    ])
      expect([marked, await editor.definition("data/hints.toml", marked)]).toEqual([
        marked,
        partial,
      ]);
    for (const [marked, expected] of [
      ['a = "{{% include-example file=| %}}"\n', 'a = "{{% include-example file=\\"rows\\" %}}"\n'],
      ["a = '{{% include-example file=| %}}'\n", "a = '{{% include-example file=\"rows\" %}}'\n"],
    ] as const) {
      const items = await editor.complete("data/hints.toml", marked, "toml");
      const item = items.find(({ label }) => label === "rows");
      expect(item && accepted(marked, item)).toBe(expected);
    }
  });
});

test("the parent of a menu entry leads to the settings, or to the page that has it", async () => {
  const files = {
    ...SITE,
    "data/site.toml": "[[menus.main]]\nidentifier = 'guides'\nname = 'Guides'\n",
    "content/guide/_index.md": "---\ntitle: G\nmenu:\n  main:\n    identifier: sub\n---\n",
  };
  await withEditor(files, async (editor) => {
    for (const [marked, path] of [
      ["---\nmenu:\n  main:\n    parent: gui|des\n---\n", "data/site.toml"],
      ['+++\n[menu.main]\nparent = "su|b"\n+++\n', "content/guide/_index.md"],
      ["---\nmenu:\n  main:\n    parent: no|ne\n---\n", ""],
      ["---\nmenu:\n  main:\n    name: gui|des\n---\n", ""],
    ] as const)
      expect([marked, (await editor.definition(PAGE, marked)).split(" ")[0]]).toEqual([
        marked,
        path,
      ]);
  });
});
