/** The table of contents: the headings of a page's final tree. */
import type { Heading, Nodes, Root } from "mdast";
import { textWithoutFailures } from "../shortcodes/failure.ts";
import type {} from "../shortcodes/nodes/tabs.ts";
import type { TocItem } from "../site/types.ts";
import { oneLine } from "../text/one-line.ts";
import { headingIdOf } from "./heading-ids.ts";
import { waypointOf } from "./waypoint.ts";

const FIRST_DEPTH = 2;
const LAST_DEPTH = 4;

/** A heading that may still get children. */
interface OpenItem extends TocItem {
  readonly children: OpenItem[];
}

/**
 * Headings of level 2 to 4 that have an id, in document order, each below the last
 * one of a lesser depth, with the labels of the tabs that it stands in.
 */
export function tableOfContents(tree: Root): TocItem[] {
  const top: OpenItem[] = [];
  const open: OpenItem[] = [];
  collect(tree, [], (item) => {
    while ((open.at(-1)?.depth ?? 0) >= item.depth) open.pop();
    (open.at(-1)?.children ?? top).push(item);
    open.push(item);
  });
  return top;
}

function collect(node: Nodes, tabs: readonly string[], add: (item: OpenItem) => void): void {
  if (node.type === "heading") {
    const item = itemOf(node, tabs);
    if (item !== undefined) add(item);
  } else if ("children" in node && node.type !== "paragraph") {
    const inner = node.type === "tab" ? [...tabs, node.label] : tabs;
    for (const child of node.children) collect(child, inner, add);
  }
}

function itemOf(heading: Heading, tabs: readonly string[]): OpenItem | undefined {
  const { depth } = heading;
  const id = headingIdOf(heading);
  if (id === undefined || depth < FIRST_DEPTH || depth > LAST_DEPTH) return undefined;
  const text = oneLine(textWithoutFailures(heading));
  const waypoint = waypointOf(text);
  return {
    id,
    text: text.slice(waypoint?.length ?? 0),
    waypoint: waypoint?.name,
    depth,
    tabs,
    children: [],
  };
}
