/** Headings of examples: they look like headings, but are no part of the page's outline. */
import type { Heading, PhrasingContent, RootContent } from "mdast";
import { lineElement } from "../../nodes/elements.ts";

/** `{#id .class}` at the end of a heading: an id here would be the page's. */
const ATTRIBUTES = /[ \t]*\{[^{}]*[#.=][^{}]*\}[ \t]*$/;

/**
 * The nodes with elements in the place of headings, at any depth. Parents are changed
 * in place: a copy would lose the node's place in its file.
 */
export function withoutHeadings(nodes: readonly RootContent[]): RootContent[] {
  return nodes.map((node) => {
    if (node.type === "heading") return elementOf(node);
    // A block takes a block's place, so each child is still one that its parent may hold.
    if ("children" in node) node.children = withoutHeadings(node.children) as typeof node.children;
    return node;
  });
}

/** A page's title is its only heading of level 1. */
function elementOf({ depth, children }: Heading): RootContent {
  return lineElement(`h${Math.max(2, depth)}`, {}, withoutAttributes(children));
}

function withoutAttributes(children: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const last = children.at(-1);
  if (last?.type !== "text" || !ATTRIBUTES.test(last.value)) return children;
  return [...children.slice(0, -1), { ...last, value: last.value.replace(ATTRIBUTES, "") }];
}
