/** Symbols of documents and of a site, and what can be folded. */
import { expect, test } from "vitest";
import {
  DocumentSymbolRequest,
  FoldingRangeRequest,
  WorkspaceSymbolRequest,
} from "vscode-languageserver/node";
import { type Editor, shownRange, withEditor } from "./client.ts";

const TEXT =
  "---\ntitle: One\n---\nText.\n\n## First *part* {#own}\n\n{{< note >}}\n### Within\n\nText.\n{{< /note >}}\n\n```sh\n# no heading\n```\n\nSecond\n------\n\nEnd.\n";
const SITE = {
  "content/_index.md": "---\ntitle: Home\n---\nText.\n",
  "content/one.md": TEXT,
  "content/draft.md": "---\ntitle: Drafted\ndraft: true\n---\n",
  "data/demo.yml": "- name: run it\n  code: x\n- name: stop it\n  code: y\n",
  "data/partials/hint.md": "## Hint\n",
};

interface Symbol {
  readonly name: string;
  readonly range?: Parameters<typeof shownRange>[0];
  readonly children?: readonly Symbol[] | undefined;
}

function lines(symbols: readonly Symbol[], indent = ""): string[] {
  return symbols.flatMap(({ name, range, children = [] }) => [
    `${indent}${name} ${range === undefined ? "" : shownRange(range)}`,
    ...lines(children, `${indent}  `),
  ]);
}

async function symbolsOf(editor: Editor, path: keyof typeof SITE): Promise<string[]> {
  await editor.open(path, SITE[path]);
  const textDocument = { uri: editor.uri(path) };
  const found = await editor.connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
  return lines(found ?? []);
}

test("documents have headings or entries", async () => {
  await withEditor(SITE, async (editor) => {
    expect(await symbolsOf(editor, "content/one.md")).toEqual([
      "First part 5:0-15:3",
      "  Within 8:0-15:3",
      "Second 17:0-20:4",
    ]);
    expect(await symbolsOf(editor, "data/demo.yml")).toEqual(["run it 0:2-1:9", "stop it 2:2-3:9"]);
    expect(await symbolsOf(editor, "data/partials/hint.md")).toEqual(["Hint 0:0-0:7"]);
  });
});

test("a site has pages, drafts too, headings, entries and partials", async () => {
  await withEditor(SITE, async (editor) => {
    const find = async (query: string): Promise<string[]> => {
      const found = await editor.connection.sendRequest(WorkspaceSymbolRequest.type, { query });
      return (found ?? []).map(({ name, location, containerName }) => {
        const place = "range" in location ? shownRange(location.range) : "";
        return `${name} (${containerName}) ${place}`;
      });
    };
    expect(await find("draft")).toEqual(["Drafted (content/draft.md) 0:0-0:0"]);
    expect(await find("RUN")).toEqual(["run it (data/demo.yml) 0:2-0:14"]);
    expect(await find("hint")).toEqual(["hint (data/partials/hint.md) 0:0-0:0"]);
    expect(await find("frst")).toEqual(["First *part* (content/one.md) 5:0-5:22"]);
    expect(await find("no heading")).toEqual([]);
    expect(await find("")).toHaveLength(8);
  });
});

test("front matter, sections, calls and code can be folded", async () => {
  await withEditor(SITE, async (editor) => {
    await editor.open("content/one.md", TEXT.replaceAll("\n", "\r\n"));
    const textDocument = { uri: editor.uri("content/one.md") };
    const found = await editor.connection.sendRequest(FoldingRangeRequest.type, { textDocument });
    const shown = found?.map(
      ({ startLine, endLine, kind = "" }) => `${startLine}-${endLine} ${kind}`,
    );
    expect(shown).toEqual(["0-2 region", "5-15 ", "8-15 ", "17-20 ", "7-11 ", "13-15 "]);
    await editor.open("data/demo.yml", SITE["data/demo.yml"], "yaml");
    const data = { uri: editor.uri("data/demo.yml") };
    expect(
      await editor.connection.sendRequest(FoldingRangeRequest.type, { textDocument: data }),
    ).toEqual([]);
  });
});
