/**
 * Every node of a tree, parents first. What unist-util-visit does besides (tests, indexes,
 * changes on the way) costs several times the walk itself, and a page is walked ten times.
 */
import type { Element, Nodes as HastNodes } from "hast";
import type { Nodes, Parents } from "mdast";

/** Calls `visitor` for each node of an mdast tree, with the node that it stands in. */
export function eachNode(
  tree: Nodes,
  visitor: (node: Nodes, parent: Parents | undefined) => void,
  parent?: Parents,
): void {
  visitor(tree, parent);
  // Read, not asked for with `in`: that takes several times as long where nodes differ.
  const { children } = tree as Partial<Parents>;
  if (children !== undefined)
    for (const child of children) eachNode(child, visitor, tree as Parents);
}

/** Calls `visitor` for each node of a hast tree; false leaves out what a node holds. */
export function eachHastNode(
  tree: HastNodes,
  visitor: (node: HastNodes) => boolean | undefined,
): void {
  if (visitor(tree) === false) return;
  const { children } = tree as Partial<Element>;
  if (children !== undefined) for (const child of children) eachHastNode(child, visitor);
}

/** Calls `visitor` for each element of a hast tree; false leaves out what an element holds. */
export function eachElement(
  tree: HastNodes,
  visitor: (element: Element) => boolean | undefined,
): void {
  eachHastNode(tree, (node) => (node.type === "element" ? visitor(node) : undefined));
}
