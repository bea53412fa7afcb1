/** Writing Markdown quickly: whatever the text, the result is that of mdast-util-to-markdown. */
import fc from "fast-check";
import type { PhrasingContent, Root, RootContent } from "mdast";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { expect, test } from "vitest";
import { quickRoot } from "../../src/markdown/quick-markdown.ts";

const UNSAFE = [{ character: ":", atBreak: true, after: "[ \\t\\r\\n]" }];
const GFM = { singleTilde: false, tablePipeAlign: false };
const stock = unified().use(remarkStringify, { unsafe: UNSAFE }).use(remarkGfm, GFM).freeze();
const quick = unified()
  .use(remarkStringify, { unsafe: UNSAFE, handlers: { root: quickRoot() } })
  .use(remarkGfm, GFM)
  .freeze();

/** Words, and every character that Markdown knows, by itself and beside others. */
const PIECES = [
  ..."abw1 \t\n\r!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\u007fé“😀",
  ...[
    "word ",
    "www.a.bc",
    "http://a",
    "a@b.c",
    "10. ",
    "2) ",
    "- ",
    "&amp;",
    "![",
    "](",
    "snake_case",
  ],
  ...["\n- ", "\n1. ", "\n# ", "\n: ", " \n", "\n\n", "\r\n", "**", "~~", "| -"],
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 7 }).map((parts) => parts.join(""));

const { phrasing } = fc.letrec<{ phrasing: PhrasingContent[]; inner: PhrasingContent }>((tie) => ({
  inner: fc.oneof(
    { depthSize: "small" },
    text.map((value): PhrasingContent => ({ type: "text", value })),
    text.map((value): PhrasingContent => ({ type: "inlineCode", value })),
    text.map((url): PhrasingContent => ({ type: "image", url, alt: url, title: url })),
    fc.record({
      type: fc.constant("link" as const),
      url: text,
      title: text,
      children: tie("phrasing"),
    }),
    fc.record({ type: fc.constantFrom("emphasis", "strong", "delete"), children: tie("phrasing") }),
    text.map((value): PhrasingContent => ({ type: "html", value })),
    text.map((label): PhrasingContent => ({ type: "footnoteReference", identifier: label, label })),
    fc.constant<PhrasingContent>({ type: "break" }),
  ) as fc.Arbitrary<PhrasingContent>,
  phrasing: fc.array(tie("inner"), { maxLength: 4 }),
}));

const block: fc.Arbitrary<RootContent> = phrasing.chain((children) => {
  const paragraph: RootContent = { type: "paragraph", children };
  const row: RootContent = { type: "tableRow", children: [{ type: "tableCell", children }] };
  return fc.constantFrom<RootContent>(
    paragraph,
    { type: "heading", depth: 1, children },
    { type: "heading", depth: 3, children },
    { type: "table", children: [row, row] },
    { type: "blockquote", children: [paragraph] },
    { type: "list", children: [{ type: "listItem", children: [paragraph, paragraph] }] },
    { type: "footnoteDefinition", identifier: "a", label: "a]b", children: [paragraph] },
  );
});

test("Markdown is written as mdast-util-to-markdown writes it", () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 3 }), (children) => {
      const tree: Root = { type: "root", children };
      expect(quick.stringify(tree)).toBe(stock.stringify(tree));
    }),
    { numRuns: 2_000 },
  );
});
