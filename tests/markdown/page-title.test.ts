/** A heading that is the page's title is shown once. */
import type { Root } from "mdast";
import { VFile } from "vfile";
import { expect, test } from "vitest";
import { remarkPageTitle } from "../../src/markdown/page-title.ts";
import { createParser } from "../../src/markdown/parser.ts";

const parse = createParser("satteri");

function shown(markdown: string, shownTitle?: string): string[] {
  const tree: Root = parse(markdown);
  const [first] = tree.children;
  if (first?.type === "heading") first.data = { hProperties: { id: "here" } };
  const file = new VFile();
  if (shownTitle !== undefined) file.data.shownTitle = shownTitle;
  const step = remarkPageTitle.call(undefined as never) as (tree: Root, file: VFile) => void;
  step(tree, file);
  return tree.children.map((node) => `${node.type} ${node.data?.hProperties?.id ?? ""}`.trim());
}

test.each([
  ["# The *title*\n\nText.\n", "The *title*", ["paragraph here", "paragraph"]],
  ["# Another\n\nText.\n", "The title", ["heading here", "paragraph"]],
  ["## The title\n", "The title", ["heading here"]],
  ["# The title\n", undefined, ["heading here"]],
])("%j with the title %j", (markdown, title, expected) => {
  expect(shown(markdown, title)).toEqual(expected);
});
