/**
 * Tabs as a document shows them: a list of links to the panels, then the panels,
 * each under its path. Roles are set by script, so that without it the links work
 * (WAI-ARIA: tabs pattern).
 */
import type { Element, ElementContent, Properties } from "hast";
import type { Handler, State } from "mdast-util-to-hast";
import { addressName, type Tab, type Tabs } from "../shortcodes/nodes/tabs.ts";
import { provenanceOf } from "./provenance.ts";
import { panelIdOf } from "./tab-ids.ts";

/** Groups without a name of their own: those that offer the same key change together. */
const COMMON_GROUP = "tabs";

/** The labels of the panels that are open while a tree is converted, outermost first. */
const paths = new WeakMap<State, readonly string[]>();

/** The handler of `tabs` nodes for remark-rehype. */
export const tabsHandler: Handler = (state, node: Tabs) => {
  const { group, label, children } = node;
  const list = children.map((tab) => {
    const properties = { className: ["tab"], href: `#${idOf(tab)}`, dataKey: tab.key };
    return element("a", properties, [{ type: "text", value: tab.label }]);
  });
  const properties = {
    ...provenanceOf(node),
    className: ["tabs"],
    dataSync: addressName(group ?? "") || COMMON_GROUP,
    dataLabel: label ?? defaultLabel(children),
  };
  const result = element("div", properties, [
    // Programs that compare the page with its Markdown find the labels above the panels.
    element("div", { className: ["tablist"], dataMarkdownIgnore: "" }, list),
    ...state.all(node),
  ]);
  state.patch(node, result);
  return result;
};

/** The handler of `tab` nodes. */
export const tabHandler: Handler = (state, node: Tab) => {
  const outer = paths.get(state) ?? [];
  const path = [...outer, node.label];
  paths.set(state, path);
  const content = state.all(node);
  paths.set(state, outer);
  const title = element("p", { className: ["panel-title"] }, [
    { type: "text", value: path.join(" › ") },
  ]);
  const properties = { className: ["panel"], id: idOf(node), dataKey: node.key };
  const result = element("section", properties, state.wrap([title, ...content]));
  state.patch(node, result);
  return result;
};

function idOf(tab: Tab): string {
  return panelIdOf(tab) ?? tab.key;
}

/** What a list of tabs is called if its author did not say. */
function defaultLabel(tabs: readonly Tab[]): string {
  const labels = tabs.map(({ label }) => label);
  const last = labels.pop();
  const rest = labels.join(", ");
  return last === undefined || rest === "" ? `Choose ${last ?? ""}` : `Choose ${rest} or ${last}`;
}

function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: "element", tagName, properties, children };
}
