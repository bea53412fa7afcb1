/**
 * Ids of tab panels. They are made of labels and headings, never of positions, so
 * that a link to a panel lives on when another tab is put before it.
 */
import type { Nodes, Root } from "mdast";
import type { Plugin } from "unified";
import type { Tab } from "../shortcodes/nodes/tabs.ts";
import { eachNode } from "./each-node.ts";
import { headingId, headingIdOf, IdRegister } from "./heading-ids.ts";

/** Where a panel stands. */
interface Place {
  /** The id of the panel around it, if any. */
  readonly panel: string | undefined;
  /** The id of the last heading so far that stands in the same panel, or outside of all. */
  heading: string | undefined;
}

/**
 * The step: `base-label`, where the base is the nearest heading before in the same
 * panel, else the panel around. A taken id gets `-1`, `-2`. Goes after the headings'
 * ids, of which it takes none.
 */
export const remarkTabIds: Plugin<[], Root> = () => (tree) => {
  const ids = new IdRegister();
  eachNode(tree, (node) => {
    const id = node.type === "heading" ? headingIdOf(node) : undefined;
    if (id !== undefined) ids.add(id);
  });
  assign(tree, { panel: undefined, heading: undefined }, ids);
};

/** The id of a panel. */
export function panelIdOf({ data }: Tab): string | undefined {
  const id = data?.hProperties?.id;
  return typeof id === "string" && id !== "" ? id : undefined;
}

function assign(node: Nodes, place: Place, ids: IdRegister): void {
  if (node.type === "heading") place.heading = headingIdOf(node) ?? place.heading;
  if (!("children" in node)) return;
  let inner = place;
  if (node.type === "tab") {
    const base = place.heading ?? place.panel;
    const label = headingId(node.label);
    const id = panelIdOf(node) ?? ids.take(base === undefined ? label : `${base}-${label}`);
    node.data = { ...node.data, hProperties: { ...node.data?.hProperties, id } };
    inner = { panel: id, heading: undefined };
  }
  for (const child of node.children) assign(child, inner, ids);
}
