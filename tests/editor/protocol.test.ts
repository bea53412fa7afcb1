/** The protocol itself: starting and ending, several folders, files from elsewhere, broken messages. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  CancellationTokenSource,
  CompletionRequest,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  FileChangeType,
  HoverRequest,
  ReferencesRequest,
} from "vscode-languageserver/node";
import { type Editor, withEditor } from "./client.ts";

const SITE = {
  "content/_index.md": "---\ntitle: Home\n---\nText.\n",
  "content/one.md": "---\ntitle: One\n---\nText.\n",
  "data/demo.yml": "- name: a\n  description: Run this.\n  code: SELECT 1;\n",
};

const isAny = (lines: readonly string[]): boolean => lines.length > 0;
const isNone = (lines: readonly string[]): boolean => lines.length === 0;
const CALL = '{{% include-example file="demo" example="a" %}}\n';

/** Tells the server that files were changed by something else. */
async function tell(editor: Editor, changes: readonly [path: string, type: FileChangeType][]) {
  await editor.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: changes.map(([path, type]) => ({ uri: editor.uri(path), type })),
  });
}

describe("a server", () => {
  test("that dies at its start ends the test with what it said", async () => {
    const command = ["-e", "process.stderr.write('no such thing'); process.exit(3)"];
    const waiting = withEditor(SITE, async () => {}, { command });
    await expect(waiting).rejects.toThrow("The server ended with 3.\nno such thing");
  });

  test("that dies later does so too, for whoever waits", async () => {
    await expect(
      withEditor(SITE, async (editor) => {
        await editor.connection.sendNotification("exit");
        await editor.diagnostics("content/one.md", () => false);
      }),
    ).rejects.toThrow("The server ended with 1.");
  });

  test("says what it can do, and refuses questions after its shutdown", async () => {
    await withEditor(SITE, async (editor) => {
      expect(editor.capabilities).toMatchObject({
        textDocumentSync: { openClose: true, change: 2, save: { includeText: false } },
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      });
      await editor.connection.sendRequest("shutdown");
      const textDocument = { uri: editor.uri("content/one.md") };
      const late = editor.connection.sendRequest(HoverRequest.type, {
        textDocument,
        position: { line: 0, character: 0 },
      });
      await expect(late).rejects.toThrow();
    });
  });
});

describe("a text that is not saved", () => {
  test("goes before the file until it is closed", async () => {
    await withEditor(SITE, async (editor) => {
      await editor.open("content/one.md", "{{< noet >}}\n");
      expect(await editor.lines("content/one.md", isAny)).toEqual(["0:4-0:8 shortcode-unknown"]);
      // What something else writes meanwhile does not count.
      writeFileSync(join(editor.root, "content/one.md"), "Text.\n\n{{< tbas >}}\n");
      await tell(editor, [["content/one.md", FileChangeType.Changed]]);
      await editor.change("content/one.md", "Text.\n{{< noet >}}\n");
      expect(await editor.lines("content/one.md", isAny)).toEqual(["1:4-1:8 shortcode-unknown"]);
      await editor.close("content/one.md");
      const shown = await editor.lines("content/one.md", (lines) => !lines[0]?.startsWith("1:"));
      expect(shown).toEqual(["2:4-2:8 shortcode-unknown"]);
    });
  });

  test("of data shows in each page that includes it", async () => {
    const files = { ...SITE, "content/one.md": CALL, "content/two.md": `Text.\n\n${CALL}` };
    await withEditor(files, async (editor) => {
      await editor.open("content/one.md", files["content/one.md"]);
      await editor.open("content/two.md", files["content/two.md"]);
      expect(await editor.lines("content/one.md", isNone)).toEqual([]);
      await editor.open("data/demo.yml", "- name: b\n  code: x\n", "yaml");
      expect(await editor.lines("content/one.md", isAny)).toEqual(["0:41-0:42 entry-missing"]);
      expect(await editor.lines("content/two.md", isAny)).toEqual(["2:41-2:42 entry-missing"]);
      await editor.close("data/demo.yml");
      expect(await editor.lines("content/one.md", isNone)).toEqual([]);
      expect(await editor.lines("content/two.md", isNone)).toEqual([]);
    });
  });

  test("has the last answer when keys are typed faster than pages are checked", async () => {
    await withEditor(SITE, async (editor) => {
      await editor.open("content/one.md", "Text.\n");
      for (const end of [2, 3, 4]) await editor.change("content/one.md", "noet".slice(0, end));
      await editor.change("content/one.md", "---\ntitle: One\nwieght: 3\n---\n{{< noet >}}\n");
      await editor.change("content/one.md", "---\ntitle: One\nwieght: 3\n---\n{{< tbas >}}\n");
      expect(await editor.lines("content/one.md", (lines) => lines.length === 2)).toEqual([
        "2:0-2:6 front-matter-unknown",
        "4:4-4:8 shortcode-unknown",
      ]);
    });
  });
});

describe("files from elsewhere", () => {
  const files = { ...SITE, "content/one.md": "[x](/two/)\n" };

  test("are followed when they are made, renamed and deleted", async () => {
    await withEditor(files, async (editor) => {
      await editor.open("content/one.md", files["content/one.md"]);
      expect(await editor.lines("content/one.md", isAny)).toEqual(["0:4-0:9 link-missing"]);
      writeFileSync(join(editor.root, "content/two.md"), "Two.\n");
      await tell(editor, [["content/two.md", FileChangeType.Created]]);
      expect(await editor.lines("content/one.md", isNone)).toEqual([]);
      renameSync(join(editor.root, "content/two.md"), join(editor.root, "content/three.md"));
      await tell(editor, [
        ["content/two.md", FileChangeType.Deleted],
        ["content/three.md", FileChangeType.Created],
      ]);
      expect(await editor.lines("content/one.md", isAny)).toEqual(["0:4-0:9 link-missing"]);
      await editor.change("content/one.md", "[x](/three/)\n");
      expect(await editor.lines("content/one.md", isNone)).toEqual([]);
      rmSync(join(editor.root, "content/three.md"));
      await tell(editor, [["content/three.md", FileChangeType.Deleted]]);
      expect(await editor.lines("content/one.md", isAny)).toEqual(["0:4-0:11 link-missing"]);
    });
  });

  test("that were deleted have no messages any more", async () => {
    await withEditor({ ...SITE, "content/two.md": "{{< noet >}}\n" }, async (editor) => {
      expect(await editor.lines("content/two.md", isAny)).toEqual(["0:4-0:8 shortcode-unknown"]);
      rmSync(join(editor.root, "content/two.md"));
      await tell(editor, [["content/two.md", FileChangeType.Deleted]]);
      expect(await editor.lines("content/two.md", isNone)).toEqual([]);
    });
  });
});

describe("folders", () => {
  const below = (folder: string, text: string) => ({
    [`${folder}/content/_index.md`]: "Home.\n",
    [`${folder}/content/one.md`]: text,
    [`${folder}/data/site.yml`]: "title: A\n",
  });
  const TWO = { ...below("a", "[x](/none/)\n"), ...below("b", "{{< noet >}}\n") };

  test("may be several, each with a site of its own", async () => {
    await withEditor(
      TWO,
      async (editor) => {
        expect(await editor.lines("a/content/one.md", isAny)).toEqual(["0:4-0:10 link-missing"]);
        expect(await editor.lines("b/content/one.md", isAny)).toEqual([
          "0:4-0:8 shortcode-unknown",
        ]);
      },
      { folders: ["a", "b"] },
    );
  });

  test("may be added later, and taken away with their messages", async () => {
    await withEditor(
      TWO,
      async (editor) => {
        expect(await editor.lines("a/content/one.md", isAny)).toHaveLength(1);
        const [a, b] = ["a", "b"].map((name) => ({ uri: editor.uri(name), name }));
        if (a === undefined || b === undefined) throw new Error("No folders.");
        await editor.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
          event: { added: [b], removed: [a] },
        });
        expect(await editor.lines("b/content/one.md", isAny)).toHaveLength(1);
        expect(await editor.lines("a/content/one.md", isNone)).toEqual([]);
      },
      { folders: ["a"] },
    );
  });

  test("are not needed: the site of a single file is found", async () => {
    await withEditor(
      TWO,
      async (editor) => {
        await editor.open("b/content/one.md", "{{< tbas >}}\n");
        expect(await editor.lines("b/content/one.md", isAny)).toEqual([
          "0:4-0:8 shortcode-unknown",
        ]);
      },
      { folders: [] },
    );
  });

  test("without a site have no messages, and questions there no answers", async () => {
    await withEditor({ "notes/a.md": "{{< noet >}}\n", "b.yml": "a: [\n" }, async (editor) => {
      await editor.open("notes/a.md", "{{< noet >}}\n");
      await editor.open("b.yml", "a: [\n", "yaml");
      expect(await editor.complete("notes/a.md", "{{< no|")).toEqual([]);
      const at = {
        textDocument: { uri: editor.uri("notes/a.md") },
        position: { line: 0, character: 5 },
      };
      expect(await editor.connection.sendRequest(HoverRequest.type, at)).toBeNull();
      const context = { includeDeclaration: false };
      const found = await editor.connection.sendRequest(ReferencesRequest.type, { ...at, context });
      expect(found).toEqual([]);
      expect(editor.told("notes/a.md")).toBeUndefined();
    });
  });

  test("may lose their site while the server runs, and get it back", async () => {
    await withEditor({ "content/a.md": "{{< noet >}}\n" }, async (editor) => {
      const content = join(editor.root, "content");
      expect(await editor.lines("content/a.md", isAny)).toHaveLength(1);
      rmSync(content, { recursive: true });
      await tell(editor, [["content/a.md", FileChangeType.Deleted]]);
      expect(await editor.lines("content/a.md", isNone)).toEqual([]);
      mkdirSync(content);
      writeFileSync(join(content, "a.md"), "{{< tbas >}}\n");
      await tell(editor, [["content/a.md", FileChangeType.Created]]);
      expect(await editor.lines("content/a.md", isAny)).toHaveLength(1);
    });
  });
});

describe("what no editor should send", () => {
  test("is answered by an error, and the server goes on", async () => {
    await withEditor(SITE, async (editor) => {
      const { connection } = editor;
      await expect(connection.sendRequest("textDocument/none", {})).rejects.toThrow();
      await expect(connection.sendRequest("textDocument/hover", { a: 1 })).rejects.toThrow();
      await expect(connection.sendRequest("textDocument/completion", null)).rejects.toThrow();
      const uri = editor.uri("content/one.md");
      // Places outside of the text are at its end (LSP 3.17, Position).
      await editor.open("content/one.md", "{{< no");
      const far = { textDocument: { uri }, position: { line: 999, character: 999 } };
      const items = await connection.sendRequest(CompletionRequest.type, far);
      expect(items).not.toEqual([]);
      // A document that was never opened, and one that is no file.
      for (const other of [editor.uri("content/_index.md"), "untitled:Untitled-1", "no address"]) {
        const at = { textDocument: { uri: other }, position: { line: 0, character: 0 } };
        expect(await connection.sendRequest(HoverRequest.type, at)).toBeNull();
      }
      await editor.change("content/one.md", "{{< noet >}}");
      expect(await editor.lines("content/one.md", isAny)).toEqual(["0:4-0:8 shortcode-unknown"]);
    });
  });

  test("may be taken back: a question that is canceled", async () => {
    await withEditor(SITE, async (editor) => {
      await editor.open("content/one.md", "{{< note >}}Text.{{< /note >}}\n");
      const stop = new CancellationTokenSource();
      const params = {
        textDocument: { uri: editor.uri("content/one.md") },
        position: { line: 0, character: 6 },
        context: { includeDeclaration: false },
      };
      const asked = editor.connection.sendRequest(ReferencesRequest.type, params, stop.token);
      stop.cancel();
      await expect(asked).rejects.toThrow(/cancel/i);
      const again = await editor.connection.sendRequest(ReferencesRequest.type, params);
      expect(again).toHaveLength(1);
    });
  });
});
