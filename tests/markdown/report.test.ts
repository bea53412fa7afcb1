/** Where complaints about nodes point. */
import type { Nodes } from "mdast";
import { VFile } from "vfile";
import { expect, test } from "vitest";
import { report, sourceTextOf } from "../../src/markdown/report.ts";
import { Diagnostics } from "../../src/messages/diagnostic.ts";
import { pageFrame } from "../../src/text/mapped.ts";
import { Source } from "../../src/text/source.ts";

const COMPLAINT = { id: "heading-id", message: "Unexpected a, expected b" } as const;

test("without shortcodes: the file's own messages, in the node's range", () => {
  const file = new VFile({ path: "page.md", value: "a\nbcd\n" });
  const start = { line: 2, column: 1, offset: 2 };
  const node: Nodes = {
    type: "text",
    value: "bcd",
    position: { start, end: { line: 2, column: 4, offset: 5 } },
  };
  expect(sourceTextOf(file, node)).toBe("bcd");
  report(file, COMPLAINT, node, { start: 1, end: 9 });
  expect(file.messages.map(String)).toEqual(["page.md:2:2-2:4: Unexpected a, expected b"]);
  expect(file.messages[0]).toMatchObject({ ruleId: "heading-id", source: "waymark", fatal: false });
});

test("with shortcodes: the page's diagnostics, where the text came from", () => {
  const page = new Source("content/page.md", "{{% x %}}");
  const snippet = new Source("data/x.yml", "key: bcd\n");
  const frame = {
    source: page,
    start: 0,
    end: 9,
    target: "data/x.yml#key",
    parent: pageFrame(page),
  };
  const node: Nodes = { type: "text", value: "bcd" };
  const diagnostics = new Diagnostics();
  const file = new VFile();
  file.data.shortcodes = {
    source: page,
    diagnostics,
    uses: [],
    madeOf: () => undefined,
    languageOf: () => undefined,
    openFenceOf: () => undefined,
    origin: (asked) => (asked === node ? { source: snippet, start: 5, end: 8, frame } : undefined),
  };
  expect(sourceTextOf(file, node)).toBe("bcd");
  report(file, COMPLAINT, node, { start: 2, end: 3 });
  report(file, COMPLAINT, { type: "text", value: "made" });
  const found = diagnostics
    .list()
    .map(({ span, chain, level }) => [
      level,
      span.source.path,
      span.start,
      span.end,
      chain.map(({ source, start, end }) => [source.path, start, end]),
    ]);
  expect(found).toEqual([
    ["warning", "content/page.md", 0, 0, []],
    ["warning", "data/x.yml", 7, 8, [["content/page.md", 0, 9]]],
  ]);
  expect(file.messages).toEqual([]);
});
