/** The text of a finished element that is its author's: for names of links, boxes and cells. */
import type { Nodes } from "hast";

/** Links to headings, and in dev what tells of failed calls. */
const ADDED = ["anchor", "waymark-failed"];

/** The text of a node without what the steps of this pipeline have added. */
export function ownText(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (!("children" in node) || isAdded(node)) return "";
  return node.children.map(ownText).join("");
}

function isAdded(node: Nodes): boolean {
  if (node.type !== "element") return false;
  const { className } = node.properties;
  return Array.isArray(className) && ADDED.some((name) => className.includes(name));
}
