/** Elements around ranges of text. */
import fc from "fast-check";
import type { Element, ElementContent } from "hast";
import { expect, test } from "vitest";
import { codeText, spellOut } from "../../src/markdown/code-text.ts";
import { sharedHighlighter } from "../../src/markdown/highlight.ts";
import { findCandidates } from "../../src/markdown/placeholder-grammar.ts";
import { type TextMark, textOf, wrapRanges } from "../../src/markdown/placeholder-nodes.ts";

const highlighter = sharedHighlighter();

function element(tagName: string, children: ElementContent[]): Element {
  return { type: "element", tagName, properties: {}, children };
}

function lines(code: string, language: string): Element {
  const rows = highlighter
    .highlight(code, language)
    .map((tokens) => ({ tagName: "span", className: [], number: undefined, tokens }) as const);
  const block = element("code", [codeText(rows)]);
  spellOut(block);
  return block;
}

function marked(root: Element): string[] {
  return root.children.flatMap((child) => {
    if (child.type !== "element") return [];
    return child.tagName === "var" ? [textOf(child)] : marked(child);
  });
}

function marks(ranges: readonly { readonly start: number; readonly end: number }[]): TextMark[] {
  const wrap = (value: string): Element => element("var", [{ type: "text", value }]);
  return ranges.map(({ start, end }) => ({ start, end, wrap }));
}

test.each([
  ["postgres", "CREATE SECRET a AS '<PASSWORD>';\nSELECT <database>.<table>;"],
  ["sh", "$ psql postgres://<user>:<password>@<host>/<db> # to <host>\ncat <infile> > <out>"],
  ["yaml", "host: <host>\nurl: 'https://<host>:<port>/'"],
  ["json", '{"host": "<host>", "port": <port>}'],
  ["ini", "host = <host>:<port>"],
  ["python", 'connect(host="<host>", port=<port>)'],
])("in highlighted %s, the text stays and each is whole", (language, code) => {
  const root = lines(code, language);
  const found = findCandidates(code, "script");
  wrapRanges(root, marks(found));
  expect(textOf(root)).toBe(code);
  expect(marked(root)).toEqual(found.map(({ name }) => `<${name}>`));
});

test("any ranges of any tree: the text stays, and each range has its element", () => {
  const tree = fc.letrec<{ node: ElementContent; nodes: ElementContent[] }>((tie) => ({
    node: fc.oneof(
      { depthSize: "small" },
      fc.string({ maxLength: 8 }).map((value): ElementContent => ({ type: "text", value })),
      tie("nodes").map((children): ElementContent => element("span", children)),
    ),
    nodes: fc.array(tie("node"), { maxLength: 5 }),
  }));
  fc.assert(
    fc.property(tree.nodes, fc.array(fc.nat(40), { maxLength: 12 }), (children, borders) => {
      const root = element("code", children);
      const text = textOf(root);
      const sorted = [...new Set(borders)].filter((at) => at <= text.length).sort((a, b) => a - b);
      const ranges = sorted.flatMap((start, index) => {
        const end = sorted[index + 1];
        return index % 2 === 0 && end !== undefined ? [{ start, end }] : [];
      });
      wrapRanges(root, marks(ranges));
      expect(textOf(root)).toBe(text);
      expect(marked(root)).toEqual(ranges.map(({ start, end }) => text.slice(start, end)));
    }),
  );
});
