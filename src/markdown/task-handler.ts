/** Items of task lists: their boxes have names (WCAG 4.1.2), for they stand in no label. */
import type { Element } from "hast";
import type { ListItem, Parents } from "mdast";
import { defaultHandlers, type State } from "mdast-util-to-hast";
import { EXIT, visit } from "unist-util-visit";

/** The handler of `listItem` nodes for remark-rehype. */
export function listItemHandler(
  state: State,
  node: ListItem,
  parent: Parents | undefined,
): Element {
  const item = defaultHandlers.listItem(state, node, parent);
  if (typeof node.checked !== "boolean") return item;
  const name = node.checked ? "Done" : "To do";
  visit(item, { tagName: "input" }, (box: Element) => {
    box.properties.ariaLabel = name;
    return EXIT;
  });
  return item;
}
