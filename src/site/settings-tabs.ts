/** `tabs.keys` of `data/site.yml`: labels of tabs that mean the same, under one key. */
import type { DataNode } from "../data/types.ts";
import { addressName, tabKey } from "../shortcodes/nodes/tabs.ts";
import { nearest } from "../text/nearest.ts";
import { type Fields, textOf } from "./fields.ts";
import type { TabKey } from "./types.ts";

/**
 * The keys by the default keys of their labels, so that case and signs make no difference.
 * Faulty entries are told and left out: a key that no address can hold, what is no list of
 * labels, a label that another key has already.
 */
export function readTabKeys(fields: Fields): Map<string, TabKey> {
  const known = new Map<string, TabKey>();
  const tabs = fields.inner("tabs");
  if (tabs === undefined) return known;
  for (const { key, keyRange } of tabs.layers.flatMap(({ pairs }) => pairs)) {
    if (key.toLowerCase() === "keys") continue;
    const message = `Unexpected setting "${key}" in "tabs", expected keys`;
    tabs.complain(key, "settings-unknown", message, keyRange, nearest(key, ["keys"]));
  }
  const keys = tabs.inner("keys");
  for (const { key, keyRange, value } of keys?.layers.flatMap(({ pairs }) => pairs) ?? []) {
    if (key === "" || addressName(key) !== key) {
      const message = `Unexpected key "${key}" in "tabs", expected one without blanks and commas`;
      keys?.complain(key, "settings-type", message, keyRange, addressName(key) || undefined);
      continue;
    }
    for (const label of labelsOf(value, key, keys)) addLabel(label, key);
  }
  return known;

  function addLabel(node: DataNode, key: string): void {
    const label = textOf(node) ?? "";
    const source = keys?.layers[0]?.source;
    const other = known.get(tabKey(label));
    if (other === undefined && source !== undefined) {
      known.set(tabKey(label), { key, label, span: { source, ...node.range } });
    } else if (other !== undefined && other.key !== key) {
      const message = `Unexpected label "${label}" for the key "${key}", expected one that "${other.key}" does not have`;
      keys?.complain(key, "settings-type", message, node.range);
    }
  }
}

/** The labels of a key, each as its node; a single one may stand without a list. */
function labelsOf(value: DataNode, key: string, keys: Fields | undefined): readonly DataNode[] {
  const labels = value.kind === "list" ? value.items : [value];
  if (labels.length > 0 && labels.every((node) => (textOf(node) ?? "").trim() !== ""))
    return labels;
  keys?.wrong(key, value, "a list of labels");
  return [];
}
