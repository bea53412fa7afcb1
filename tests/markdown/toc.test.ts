/** The table of contents. */
import { expect, test } from "vitest";
import { remarkHeadingIds } from "../../src/markdown/heading-ids.ts";
import { tableOfContents } from "../../src/markdown/toc.ts";
import type { TocItem } from "../../src/site/types.ts";
import { through } from "./helpers.ts";

/** Items as nested lists of ids. */
function nested(items: readonly TocItem[]): unknown[] {
  return items.map(({ id, children }) => (children.length === 0 ? id : [id, ...nested(children)]));
}

test.each([
  ["# a\n## b\n### c\n#### d\n##### e\n## f", [["b", ["c", "d"]], "f"]],
  ["## a\n#### b\n### c\n## d", [["a", "b", "c"], "d"]],
  ["### a\n## b", ["a", "b"]],
  ["##\n\n## a", ["a"]],
  ["> ## a\n\n- ### b", [["a", "b"]]],
  ["", []],
])("%j", (markdown, expected) => {
  expect(nested(tableOfContents(through(markdown, remarkHeadingIds).tree))).toEqual(expected);
});

test("text, waypoint and depth", () => {
  const { tree } = through("## 12. (Optional)  Go `on` <b>now</b>\n", remarkHeadingIds);
  expect(tableOfContents(tree)).toEqual([
    {
      id: "12-optional--go-on-now",
      text: "(Optional) Go on now",
      waypoint: "12",
      depth: 2,
      tabs: [],
      children: [],
    },
  ]);
});
