/** Reading data trees. */
import type { DataMap, DataNode, DataPair } from "./types.ts";

/** The value of a map's key; undefined for other nodes and for keys that are not there. */
export function get(node: DataNode | undefined, key: string): DataNode | undefined {
  return node?.kind === "map" ? pairOf(node, key)?.value : undefined;
}

/** A map's key with its value. */
export function pairOf(map: DataMap, key: string): DataPair | undefined {
  return map.pairs.find((pair) => pair.key === key);
}

/** The node as plain JavaScript values. */
export function toPlain(node: DataNode): unknown {
  switch (node.kind) {
    case "scalar":
      return node.value;
    case "list":
      return node.items.map(toPlain);
    default:
      return Object.fromEntries(node.pairs.map(({ key, value }) => [key, toPlain(value)]));
  }
}

/** What a node is, in words for messages. */
export function kindName(node: DataNode): string {
  if (node.kind !== "scalar") return node.kind === "list" ? "a list" : "a map";
  if (node.value === null) return "nothing";
  return typeof node.value === "string" ? "text" : `a ${typeof node.value}`;
}
