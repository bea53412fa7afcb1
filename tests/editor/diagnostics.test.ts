/** Diagnostics while a text is written, over the protocol. */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DidChangeWatchedFilesNotification, FileChangeType } from "vscode-languageserver/node";
import { inRepository } from "../helpers/repository.ts";
import { withEditor } from "./client.ts";

const SITE = {
  "content/_index.md": "---\ntitle: Home\n---\n[one](/one/)\n",
  "content/one.md":
    '---\ntitle: One\n---\n{{< note >}}Text.{{< /note >}}\n\n{{% include-example file="demo" example="a" %}}\n\n## Part {#part}\n',
  "data/demo.yml": "- name: a\n  description: Run this.\n  code: SELECT 1;\n",
};

const isAny = (lines: readonly string[]): boolean => lines.length > 0;
const isNone = (lines: readonly string[]): boolean => lines.length === 0;

test("the server ends with its editor, also with one that says nothing", () => {
  const command = [inRepository("src/launch.mjs"), "lsp", "--stdio"];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { input: "" });
  expect([status, String(stdout), String(stderr)]).toEqual([1, "", ""]);
});

describe("a page", () => {
  test("has the diagnostics of its unsaved text, with exact ranges, and none once it is right", async () => {
    await withEditor(SITE, async (editor) => {
      await editor.open("content/one.md", SITE["content/one.md"]);
      expect(await editor.lines("content/one.md", isNone)).toEqual([]);
      // `note` becomes `noet`, in the opening tag.
      const range = { start: { line: 3, character: 4 }, end: { line: 3, character: 8 } };
      await editor.change("content/one.md", "noet", range);
      const [found] = await editor.diagnostics("content/one.md", (all) => all.length > 0);
      expect(found).toEqual({
        range,
        severity: 1,
        code: "shortcode-unknown",
        source: "waymark",
        message:
          'Unexpected shortcode "noet", expected the name of a built-in one or a partial; did you mean "note"?',
      });
      await editor.change("content/one.md", SITE["content/one.md"]);
      expect(await editor.lines("content/one.md", isNone)).toEqual([]);
    });
  });

  test("counts UTF-16 units after emoji and in lines with CRLF", async () => {
    await withEditor(SITE, async (editor) => {
      const text = "\u{1f6a9}\r\n\r\n\u{1f6a9}\u{1f6a9} [x](/nowhere/) {{< noet >}}\r\n";
      await editor.open("content/one.md", text);
      expect(await editor.lines("content/one.md", isAny)).toEqual([
        "2:9-2:18 link-missing",
        "2:24-2:28 shortcode-unknown",
      ]);
    });
  });

  test("is checked against the ids of other pages, and they against its own unsaved ones", async () => {
    await withEditor(SITE, async (editor) => {
      await editor.open("content/_index.md", "[a](/one/#part) [b](/one/#prat)\n");
      expect(await editor.lines("content/_index.md", isAny)).toEqual(["0:20-0:30 link-anchor"]);
      const changed = SITE["content/one.md"].replace("#part", "#prat");
      await editor.open("content/one.md", changed);
      expect(
        await editor.lines("content/_index.md", (lines) => !lines.some((l) => l.includes("0:20"))),
      ).toEqual(["0:4-0:14 link-anchor"]);
    });
  });

  test("has the faults of its front matter, and of the menus", async () => {
    await withEditor(SITE, async (editor) => {
      const text =
        "---\ntitle: One\nwieght: 3\nweight: much\nmenu: { main: { parent: none } }\n---\nText.\n";
      await editor.open("content/one.md", text);
      expect(await editor.lines("content/one.md", isAny)).toEqual([
        "2:0-2:6 front-matter-unknown",
        "3:8-3:12 front-matter-type",
        "4:24-4:28 menu-parent",
      ]);
    });
  });

  test("may be new, without a file", async () => {
    await withEditor(SITE, async (editor) => {
      await editor.open("content/one.md", SITE["content/one.md"]);
      writeFileSync(join(editor.root, "content/two.md"), "{{< noet >}}\n");
      await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: editor.uri("content/two.md"), type: FileChangeType.Created }],
      });
      expect(await editor.lines("content/two.md", isAny)).toEqual(["0:4-0:8 shortcode-unknown"]);
    });
  });
});

test("a draft is checked; an excuse that applies is not told, one that does not is", async () => {
  const excused =
    "Text.\n\n<!-- waymark-ignore link-missing: another site has it -->\n[x](/nowhere/)\n";
  const files = {
    ...SITE,
    "content/two.md": excused,
    "content/left.md": "---\ndraft: true\n---\n",
  };
  await withEditor(files, async (editor) => {
    await editor.open("content/left.md", "---\ndraft: true\n---\n{{< noet >}}\n");
    expect(await editor.lines("content/left.md", isAny)).toEqual(["3:4-3:8 shortcode-unknown"]);
    await editor.open("content/one.md", excused.replace("/nowhere/", "/one/"));
    expect(await editor.lines("content/one.md", isNone)).toEqual([]);
    // What the whole site tells is known after a look at it; that of the other page applies.
    writeFileSync(join(editor.root, "content/three.md"), excused.replace("/nowhere/", "/two/"));
    await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: editor.uri("content/three.md"), type: FileChangeType.Created }],
    });
    expect(await editor.lines("content/three.md", isAny)).toEqual(["2:20-2:32 excuse-unused"]);
    await editor.open("content/two.md", excused);
    expect(await editor.lines("content/two.md", isNone)).toEqual([]);
  });
});

describe("a data file", () => {
  test("has its own faults while it is written, also half-way, and gives its entries to pages", async () => {
    await withEditor(SITE, async (editor) => {
      await editor.open("content/one.md", SITE["content/one.md"]);
      await editor.open("data/demo.yml", "- name: b\n  cod: 1\n", "yaml");
      expect(await editor.lines("content/one.md", isAny)).toEqual(["5:41-5:42 entry-missing"]);
      expect(await editor.lines("data/demo.yml", isAny)).toEqual(["1:2-1:5 entry-field-unknown"]);
      await editor.change("data/demo.yml", "- name: a\n  code: [\n");
      expect(
        await editor.lines("data/demo.yml", (lines) => /data-syntax/.test(lines.join())),
      ).toHaveLength(1);
      await editor.change("data/demo.yml", SITE["data/demo.yml"]);
      expect(await editor.lines("content/one.md", isNone)).toEqual([]);
      expect(await editor.lines("data/demo.yml", isNone)).toEqual([]);
    });
  });

  test("is checked through the pages that use it, although they are not open", async () => {
    await withEditor(SITE, async (editor) => {
      const text = "- name: a\n  description: See {{< noet >}}.\n  code: SELECT 1;\n";
      await editor.open("data/demo.yml", text, "yaml");
      const [found] = await editor.diagnostics("data/demo.yml", (all) => all.length > 0);
      expect(found).toMatchObject({
        code: "shortcode-unknown",
        range: { start: { line: 1, character: 23 }, end: { line: 1, character: 27 } },
        relatedInformation: [
          {
            message: "included here",
            location: { uri: editor.uri("content/one.md"), range: { start: { line: 5 } } },
          },
        ],
      });
    });
  });

  test("is checked through a closed page that asked in vain for what it has now", async () => {
    const files = { ...SITE, "content/three.md": "{{% include-example file=demo example=b %}}\n" };
    await withEditor(files, async (editor) => {
      const page = "content/three.md";
      expect(await editor.lines(page, isAny)).toEqual(["0:38-0:39 entry-missing"]);
      const entry = "- name: b\n  description: See {{< noet >}}.\n  code: SELECT 1;\n";
      await editor.open("data/demo.yml", `${SITE["data/demo.yml"]}${entry}`, "yaml");
      expect(await editor.lines(page, isNone)).toEqual([]);
      expect(await editor.lines("data/demo.yml", isAny)).toHaveLength(1);
    });
  });
});

describe("a site", () => {
  test("whose settings are broken is still served", async () => {
    await withEditor({ ...SITE, "data/site.yml": "title: [\n" }, async (editor) => {
      expect(await editor.lines("data/site.yml", isAny)).toEqual(["0:8-1:0 settings-syntax"]);
      await editor.open("content/one.md", "{{< noet >}}\n");
      expect(await editor.lines("content/one.md", isAny)).toEqual(["0:4-0:8 shortcode-unknown"]);
      await editor.open("data/site.yml", "titel: Docs\n", "yaml");
      expect(await editor.lines("data/site.yml", (l) => l.join().includes("unknown"))).toEqual([
        "0:0-0:5 settings-unknown",
      ]);
    });
  });

  test("tells of files that are not open, once it was looked at as a whole", async () => {
    const files = { ...SITE, "content/two.md": "[x](/one/#none)\n" };
    await withEditor(files, async (editor) => {
      expect(await editor.lines("content/two.md", isAny)).toEqual(["0:4-0:14 link-anchor"]);
      writeFileSync(join(editor.root, "content/two.md"), "[x](/one/#part)\n");
      await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: editor.uri("content/two.md"), type: FileChangeType.Changed }],
      });
      expect(await editor.lines("content/two.md", isNone)).toEqual([]);
    });
  });

  test("is found by its files in a folder below that of the editor, or named", async () => {
    const below = Object.fromEntries(
      Object.entries(SITE).map(([path, text]) => [`docs/${path}`, text]),
    );
    await withEditor(below, async (editor) => {
      await editor.open("docs/content/one.md", "{{< noet >}}\n");
      expect(await editor.lines("docs/content/one.md", isAny)).toHaveLength(1);
      // A file of no site is left alone.
      await editor.open("README.md", "{{< noet >}} [x](/nowhere/)\n");
      await editor.change("docs/content/one.md", "{{< note >}}Text.{{< /note >}}\n");
      expect(await editor.lines("docs/content/one.md", isNone)).toEqual([]);
    });
    await withEditor(
      SITE,
      async (editor) => {
        await editor.open("content/one.md", "{{< noet >}}\n");
        expect(await editor.lines("content/one.md", isAny)).toHaveLength(1);
      },
      { isNamed: true },
    );
  });
});
