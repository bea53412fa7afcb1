/** Documents as editors have them: new, renamed and deleted, with any names, line ends and letters. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  CancellationTokenSource,
  CompletionRequest,
  DefinitionRequest,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidOpenTextDocumentNotification,
  DocumentLinkRequest,
  FileChangeType,
  HoverRequest,
  ReferencesRequest,
  RenameRequest,
} from "vscode-languageserver/node";
import { cursorIn, shownRange, withEditor } from "./client.ts";

const SITE = {
  "content/_index.md": "---\ntitle: Home\n---\nText.\n",
  "content/one.md": "---\ntitle: One\n---\nText.\n",
  "data/demo.yml": "- name: a\n  description: Run this.\n  code: SELECT 1;\n",
};
const PAGE = "content/one.md";
const isAny = (lines: readonly string[]): boolean => lines.length > 0;
const isNone = (lines: readonly string[]): boolean => lines.length === 0;

describe("files", () => {
  test("that are new and not saved are pages and data at once", async () => {
    await withEditor(SITE, async (editor) => {
      await editor.open("content/new.md", "---\ntitle: New\n---\n{{< noet >}}\n\n## Part\n");
      expect(await editor.lines("content/new.md", isAny)).toEqual(["3:4-3:8 shortcode-unknown"]);
      await editor.open("data/more/new.yml", "- name: fresh\n  code: x\n", "yaml");
      await editor.open(
        PAGE,
        '[x](/new/#part) {{% include-example file="more/new" example="fresh" %}}\n',
      );
      expect(await editor.lines(PAGE, isNone)).toEqual([]);
      const labels = (
        await editor.complete("content/_index.md", '{{% include-example file="|')
      ).map(({ label }) => label);
      expect(labels).toContain("more/new");
      // Closed without saving, it is gone.
      await editor.close("data/more/new.yml");
      expect(await editor.lines(PAGE, isAny)).toEqual(["0:42-0:50 data-missing"]);
    });
  });

  test("that are deleted while they are open stay as the editor has them", async () => {
    await withEditor(SITE, async (editor) => {
      await editor.open(PAGE, "{{< noet >}}\n");
      expect(await editor.lines(PAGE, isAny)).toHaveLength(1);
      rmSync(join(editor.root, PAGE));
      await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: editor.uri(PAGE), type: FileChangeType.Deleted }],
      });
      await editor.change(PAGE, "\n{{< noet >}}\n");
      expect(await editor.lines(PAGE, isAny)).toEqual(["1:4-1:8 shortcode-unknown"]);
      await editor.close(PAGE);
      expect(await editor.lines(PAGE, isNone)).toEqual([]);
    });
  });

  test("may have blanks, letters of any script and signs of addresses in their names", async () => {
    const odd = "content/a b/größe #1 %41 日本語.md";
    const files = {
      ...SITE,
      [odd]: "---\ntitle: Odd\n---\n## Teil\n",
      "content/a b/_index.md": "---\ntitle: A\n---\n",
      "data/sch nipsel/ä+b.yml": "- name: é a\n  code: x\n",
    };
    await withEditor(files, async (editor) => {
      const call = '{{% include-example file="sch nipsel/ä+b" example="é |a" %}}';
      expect(await editor.definition(odd, call)).toBe("data/sch nipsel/ä+b.yml 0:2-0:11");
      await editor.open(odd, "{{< noet >}}\n");
      expect(await editor.lines(odd, isAny)).toEqual(["0:4-0:8 shortcode-unknown"]);
      // Editors encode more or less than the server does.
      const other = editor.uri(odd).replace("gr%C3%B6%C3%9Fe", "größe");
      expect(other).not.toBe(editor.uri(odd));
      await editor.close(odd);
      await editor.connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: {
          uri: other,
          languageId: "markdown",
          version: 1,
          text: "{{< note >}}x{{< /note >}}\n",
        },
      });
      const found = await editor.connection.sendRequest(HoverRequest.type, {
        textDocument: { uri: other },
        position: { line: 0, character: 5 },
      });
      expect(found).not.toBeNull();
      const edits = await editor.rename(
        "data/sch nipsel/ä+b.yml",
        "- name: é| a\n  code: x\n",
        "b",
      );
      expect(edits).toEqual(["data/sch nipsel/ä+b.yml 0:8-0:11 b"]);
    });
  });

  test("of a scheme that is none of files get no answers and do no harm", async () => {
    await withEditor(SITE, async (editor) => {
      for (const uri of [
        "untitled:Untitled-1",
        "git:/content/one.md?ref",
        "vscode-notebook-cell:/a#b",
      ]) {
        await editor.connection.sendNotification(DidOpenTextDocumentNotification.type, {
          textDocument: { uri, languageId: "markdown", version: 1, text: "{{< no" },
        });
        const at = { textDocument: { uri }, position: { line: 0, character: 6 } };
        expect(await editor.connection.sendRequest(CompletionRequest.type, at)).toEqual([]);
        expect(await editor.connection.sendRequest(DefinitionRequest.type, at)).toEqual([]);
      }
      await editor.open(PAGE, "{{< noet >}}\n");
      expect(await editor.lines(PAGE, isAny)).toHaveLength(1);
    });
  });
});

describe("places", () => {
  const EMOJI = "\u{1f6a9}\u{1f469}\u200d\u{1f4bb} e\u0301 ";

  test("are counted in UTF-16, behind any letters and line ends", async () => {
    await withEditor(SITE, async (editor) => {
      expect(editor.capabilities.positionEncoding).toBe("utf-16");
      for (const end of ["\n", "\r\n", "\r"]) {
        await editor.open(PAGE, `Text.${end}${end}${EMOJI}{{< noet >}}${end}`);
        const at = EMOJI.length + 4;
        expect(await editor.lines(PAGE, isAny)).toEqual([`2:${at}-2:${at + 4} shortcode-unknown`]);
        await editor.close(PAGE);
        expect(await editor.lines(PAGE, isNone)).toEqual([]);
        const items = await editor.complete(PAGE, `Text.${end}${EMOJI}{{< no|`);
        const note = items.find(({ label }) => label === "note");
        expect(note?.textEdit).toMatchObject({
          range: { start: { line: 1, character: at }, end: { line: 1, character: at + 2 } },
        });
        const yaml = `- name: ${EMOJI.trim()}${end}  code: x${end}`;
        await editor.open("data/demo.yml", yaml, "yaml");
        const edits = await editor.rename(
          PAGE,
          `Text.${end}${EMOJI}{{% include-example file=demo example="${EMOJI.trim()}|" %}}${end}`,
          "new",
        );
        const start = EMOJI.length + 38;
        const length = EMOJI.trim().length;
        expect(edits).toEqual([
          `content/one.md 1:${start + 1}-1:${start + 1 + length} new`,
          `data/demo.yml 0:8-0:${8 + length} new`,
        ]);
        await editor.close("data/demo.yml");
      }
    });
  });

  test("are the same behind a byte order mark, which editors do not count", async () => {
    const files = {
      ...SITE,
      "content/two.md": "\ufeff---\ntitle: A\n---\n{{< noet >}}\n",
      "content/three.md": "\ufeff{{< noet >}}\n",
    };
    await withEditor(files, async (editor) => {
      expect(await editor.lines("content/two.md", isAny)).toEqual(["3:4-3:8 shortcode-unknown"]);
      expect(await editor.lines("content/three.md", isAny)).toEqual(["0:4-0:8 shortcode-unknown"]);
      await editor.open("content/three.md", "{{< noet >}}\n");
      expect(await editor.lines("content/three.md", isAny)).toEqual(["0:4-0:8 shortcode-unknown"]);
    });
  });
});

describe("while documents change", () => {
  test("each question is answered for the text that was sent before it", async () => {
    await withEditor(SITE, async (editor) => {
      await editor.open(PAGE, "");
      const textDocument = { uri: editor.uri(PAGE) };
      const answers: Promise<unknown>[] = [];
      for (const [index, letter] of [..."{{< note >}}x"].entries()) {
        await editor.change(PAGE, letter, {
          start: { line: 0, character: index },
          end: { line: 0, character: index },
        });
        const position = { line: 0, character: index + 1 };
        answers.push(
          editor.connection.sendRequest(CompletionRequest.type, { textDocument, position }),
          editor.connection.sendRequest(HoverRequest.type, { textDocument, position }),
          editor.connection.sendRequest(DocumentLinkRequest.type, { textDocument }),
          editor.connection.sendRequest(ReferencesRequest.type, {
            textDocument,
            position,
            context: { includeDeclaration: false },
          }),
        );
      }
      await Promise.all(answers);
      const hover = await editor.connection.sendRequest(HoverRequest.type, {
        textDocument,
        position: { line: 0, character: 5 },
      });
      expect(hover?.range && shownRange(hover.range)).toBe("0:0-0:12");
    });
  });

  test("what was canceled is refused, and diagnostics never go back to an older text", async () => {
    await withEditor(SITE, async (editor) => {
      const versions: (number | undefined)[] = [];
      await editor.open(PAGE, "Text.\n");
      const uri = editor.uri(PAGE);
      for (let version = 2; version < 40; version++) {
        const text = version % 2 === 0 ? "{{< noet >}}\n" : "Text.\n";
        await editor.connection.sendNotification(DidChangeTextDocumentNotification.type, {
          textDocument: { uri, version },
          contentChanges: [{ text }],
        });
        const stop = new CancellationTokenSource();
        const asked = editor.connection.sendRequest(
          CompletionRequest.type,
          { textDocument: { uri }, position: { line: 0, character: 6 } },
          stop.token,
        );
        if (version % 3 === 0) {
          stop.cancel();
          // The answer may be faster.
          await asked.catch((error: unknown) => expect(String(error)).toMatch(/cancel/i));
        } else await asked;
        versions.push(editor.told(PAGE)?.version);
      }
      await editor.connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version: 40 },
        contentChanges: [{ text: "{{< tbas >}}\n" }],
      });
      const last = await editor.diagnosticsOfVersion(PAGE, 40);
      expect(last.map(({ code }) => code)).toEqual(["shortcode-unknown"]);
      const known = versions.filter((version) => version !== undefined);
      expect(known.toSorted((a, b) => a - b)).toEqual(known);
    });
  });
});

describe("a site", () => {
  test("that is broken when the editor opens it is told of, and recovers", async () => {
    const files = {
      ...SITE,
      "data/site.yml": "title: [\n",
      "data/broken.yml": "- name: a\n  code: [\n",
      "content/broken.md": "---\ntitle: [\n---\nText.\n",
      [PAGE]: '{{% include-example file="broken" example="a" %}}\n',
    };
    await withEditor(files, async (editor) => {
      expect(await editor.lines("data/site.yml", isAny)).toHaveLength(1);
      expect(await editor.lines("data/broken.yml", isAny)).toHaveLength(1);
      expect(await editor.lines("content/broken.md", isAny)).toHaveLength(1);
      await editor.open("data/broken.yml", "- name: a\n  code: x\n", "yaml");
      await editor.open("data/site.yml", "title: A\n", "yaml");
      await editor.open("content/broken.md", "---\ntitle: A\n---\nText.\n");
      for (const path of ["data/broken.yml", "data/site.yml", "content/broken.md"])
        expect(await editor.lines(path, isNone)).toEqual([]);
    });
  });

  test("may stand below the folder that is open, several of them", async () => {
    const files = {
      "docs/a b/content/_index.md": "Home.\n",
      "docs/a b/content/one.md": "Text.\n",
      "docs/a b/data/demo.yml": "- name: x\n  code: y\n",
      "other/content/_index.md": "Home.\n",
      "other/data/demo.yml": "- name: z\n  code: y\n",
      "README.md": "{{< noet >}}\n",
    };
    await withEditor(files, async (editor) => {
      const marked = '{{% include-example file=demo example="|" %}}';
      const at = async (path: string): Promise<string[]> =>
        (await editor.complete(path, marked)).map(({ label }) => label);
      expect(await at("docs/a b/content/one.md")).toEqual(["x"]);
      expect(await at("other/content/_index.md")).toEqual(["z"]);
      expect(await at("README.md")).toEqual([]);
      await editor.open("docs/a b/content/one.md", "{{< noet >}}\n");
      expect(await editor.lines("docs/a b/content/one.md", isAny)).toHaveLength(1);
    });
  });

  test("that gets its content later is found then", async () => {
    await withEditor({ "readme.txt": "" }, async (editor) => {
      await editor.open(PAGE, "{{< noet >}}\n");
      mkdirSync(join(editor.root, "content"));
      writeFileSync(join(editor.root, PAGE), "Text.\n");
      await editor.change(PAGE, "{{< tbas >}}\n");
      expect(await editor.lines(PAGE, isAny)).toEqual(["0:4-0:8 shortcode-unknown"]);
    });
  });
});

test("a rename of a text that changes meanwhile asks for what stands there now", async () => {
  await withEditor(SITE, async (editor) => {
    const { text, position } = cursorIn("{{% include-example file=demo example=|a %}}\n");
    await editor.open(PAGE, "Text.\n");
    await editor.change(PAGE, text);
    const params = { textDocument: { uri: editor.uri(PAGE) }, position, newName: "b" };
    const asked = editor.connection.sendRequest(RenameRequest.type, params);
    await editor.change(PAGE, `\n${text}`);
    const edit = await asked;
    const edits = edit?.changes?.[editor.uri(PAGE)]?.map(({ range }) => shownRange(range));
    expect(edits).toEqual(["0:38-0:39"]);
  });
});
