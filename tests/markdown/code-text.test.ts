/** Code as one node of the tree, and as the elements that it stands for. */
import fc from "fast-check";
import type { Element, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { type CodeRow, codeText, spellOut } from "../../src/markdown/code-text.ts";
import { textOf } from "../../src/markdown/placeholder-nodes.ts";
import { writeHtml } from "../../src/markdown/write-html.ts";

const row: fc.Arbitrary<CodeRow> = fc.record({
  tagName: fc.constantFrom("span", "del", "ins"),
  className: fc.subarray(["line", "hl", "focus"], { minLength: 1 }),
  number: fc.option(fc.nat().map(String), { nil: undefined }),
  tokens: fc.array(
    fc.tuple(
      fc.string({ unit: fc.constantFrom("a", "<", "&", '"', " "), minLength: 1 }),
      fc.constantFrom("tk", "ts", "prompt", undefined),
    ),
    { maxLength: 4 },
  ),
});

test("its HTML and its text are those of the elements", () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
      const code: Element = {
        type: "element",
        tagName: "code",
        properties: {},
        children: [codeText(rows)],
      };
      const tree: Root = { type: "root", children: [code] };
      const [html, text] = [writeHtml(tree), textOf(tree)];
      spellOut(tree);
      expect(html).toBe(toHtml(tree));
      expect(text).toBe(textOf(tree));
    }),
  );
});
