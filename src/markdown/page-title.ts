/** A page without a title in front matter takes its first heading's, and shows it once. */
import type { Paragraph, Root } from "mdast";
import type { Plugin } from "unified";
import { textWithoutFailures } from "../shortcodes/failure.ts";
import { headingIdOf } from "./heading-ids.ts";

declare module "vfile" {
  interface DataMap {
    /** The title that the layout shows above the article. */
    shownTitle: string;
  }
}

/** The step: the heading gives way to a place that links to it still find. */
export const remarkPageTitle: Plugin<[], Root> = () => (tree, file) => {
  const { shownTitle } = file.data;
  const [first] = tree.children;
  if (shownTitle === undefined || first?.type !== "heading" || first.depth !== 1) return;
  if (letters(textWithoutFailures(first)) !== letters(shownTitle)) return;
  const id = headingIdOf(first);
  if (id === undefined) tree.children.shift();
  else tree.children[0] = placeOf(id);
};

/** An empty element with an id. */
function placeOf(id: string): Paragraph {
  return { type: "paragraph", data: { hName: "div", hProperties: { id } }, children: [] };
}

/** What is left of a title without marks: the page's title is the text as written. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
}
