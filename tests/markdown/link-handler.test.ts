/** Links as HTML: whatever the address, the result is that of mdast-util-to-hast. */
import fc from "fast-check";
import type { Root } from "mdast";
import { toHast } from "mdast-util-to-hast";
import { expect, test } from "vitest";
import { linkHandler } from "../../src/markdown/link-handler.ts";

const url = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc
    .array(fc.constantFrom(..."/a-Z.%%4é #[]{}|\\^`\"'<>"), { maxLength: 9 })
    .map((all) => all.join("")),
);
const title = fc.option(fc.string(), { nil: null });

test("links are made as mdast-util-to-hast makes them", () => {
  fc.assert(
    fc.property(url, title, (address, words) => {
      const link = { type: "link" as const, url: address, title: words, children: [] };
      const tree: Root = { type: "root", children: [{ type: "paragraph", children: [link] }] };
      expect(toHast(tree, { handlers: { link: linkHandler } })).toEqual(toHast(tree));
    }),
  );
});
