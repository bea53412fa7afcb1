/**
 * Items of lists. The boxes of task lists have names (WCAG 4.1.2), for they stand in no label.
 * Whether a long list is loose is asked of its items once, not once for each item.
 */
import type { Element } from "hast";
import type { List, ListItem, Parents } from "mdast";
import { defaultHandlers, type State } from "mdast-util-to-hast";
import { EXIT, visit } from "unist-util-visit";

/** Shorter lists are quickly looked through. */
const LONG = 50;

/** The long lists that were seen, as mdast-util-to-hast needs to know them. */
const known = new WeakMap<Parents, List>();

/** The handler of `listItem` nodes for remark-rehype. */
export function listItemHandler(
  state: State,
  node: ListItem,
  parent: Parents | undefined,
): Element {
  const item = defaultHandlers.listItem(state, node, parent && looseness(parent));
  if (typeof node.checked !== "boolean") return item;
  const name = node.checked ? "Done" : "To do";
  visit(item, { tagName: "input" }, (box: Element) => {
    box.properties.ariaLabel = name;
    return EXIT;
  });
  return item;
}

/** An empty list that is as loose as the one an item stands in (mdast-util-to-hast: `listLoose`). */
function looseness(parent: Parents): Parents {
  if (parent.type !== "list" || parent.children.length < LONG) return parent;
  const list = known.get(parent) ?? { type: "list", spread: isLoose(parent), children: [] };
  known.set(parent, list);
  return list;
}

function isLoose({ spread, children }: List): boolean {
  return spread || children.some((item) => item.spread ?? item.children.length > 1);
}
