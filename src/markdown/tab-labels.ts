/** Labels in the settings that no tab has: a slip in one makes it say nothing. */
import type { Root } from "mdast";
import type { Finding } from "../messages/diagnostic.ts";
import { tabKey } from "../shortcodes/nodes/tabs.ts";
import type { TabKey } from "../site/types.ts";
import { nearest } from "../text/nearest.ts";
import { eachNode } from "./each-node.ts";

/** A finding for each label of `tabs.keys` that no tab of the trees has. */
export function checkTabLabels(
  tabKeys: ReadonlyMap<string, TabKey>,
  trees: Iterable<Root>,
): Finding[] {
  if (tabKeys.size === 0) return [];
  const labels = new Map<string, string>();
  for (const tree of trees)
    eachNode(tree, (node) => {
      if (node.type === "tab") labels.set(tabKey(node.label), node.label);
    });
  const unused = [...tabKeys].filter(([name]) => !labels.has(name));
  const free = [...labels].filter(([name]) => !tabKeys.has(name)).map(([, label]) => label);
  return unused.map(
    ([, { label, span }]): Finding => ({
      id: "settings-unknown",
      message: `Unexpected label "${label}" in "tabs", expected one that a tab has`,
      suggestion: nearest(label, free),
      span,
    }),
  );
}
