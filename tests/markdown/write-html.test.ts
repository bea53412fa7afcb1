/** HTML is written quickly, and as hast-util-to-html writes it. */
import fc from "fast-check";
import type { Element, Properties, Root, RootContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { writeHtml } from "../../src/markdown/write-html.ts";

const TAGS = ["p", "br", "IMG", "pre", "svg", "path", "script", "style", "template", "x-y", "a"];
const KEYS = [
  ...["id", "className", "hidden", "disabled", "download", "tabIndex", "ariaLabel", "ariaHidden"],
  ...["dataName", "data-name", "dataMarkdownIgnore", "accept", "rel", "srcSet", "viewBox", "style"],
  ...["onClick", "x y", "ä", "colSpan", "checked", "itemScope", "for", "htmlFor"],
];
const PIECES = ["a", " ", "&", "<", ">", '"', "'", "`", "\0", "&amp;", "\n", "é", "hidden", ","];

const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 5 }).map((parts) => parts.join(""));
const value = fc.oneof(
  text,
  fc.boolean(),
  fc.constantFrom(0, 1, 2.5, Number.NaN),
  fc.constantFrom(null, undefined),
  fc.array(fc.oneof(text, fc.integer()), { maxLength: 3 }),
);
const properties: fc.Arbitrary<Properties> = fc
  .array(fc.tuple(fc.constantFrom(...KEYS), value), { maxLength: 4 })
  .map((pairs) => Object.fromEntries(pairs));

const { node } = fc.letrec<{ node: RootContent }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small" },
    text.map((content): RootContent => ({ type: "text", value: content })),
    text.map((content): RootContent => ({ type: "comment", value: content })),
    fc.record({
      type: fc.constant("element" as const),
      tagName: fc.constantFrom(...TAGS),
      properties,
      children: fc.array(tie("node"), { maxLength: 3 }) as fc.Arbitrary<Element["children"]>,
    }),
  ),
}));

test("any tree is written as hast-util-to-html writes it", () => {
  fc.assert(
    fc.property(fc.array(node, { maxLength: 4 }), (children) => {
      const tree: Root = { type: "root", children };
      expect(writeHtml(tree)).toBe(toHtml(tree));
    }),
    { numRuns: 3_000 },
  );
});
