/** Reading data trees. */
import type { DataMap, DataNode, DataPair } from "./types.ts";

/** The value of a map's key; undefined for other nodes and for keys that are not there. */
export function get(node: DataNode | undefined, key: string): DataNode | undefined {
  return node?.kind === "map" ? pairOf(node, key)?.value : undefined;
}

/** A map's key with its value; undefined for a key that is not there. */
export function pairOf(map: DataMap, key: string): DataPair | undefined {
  return map.pairs.find((pair) => pair.key === key);
}

/** The node as plain JavaScript values. Any key is safe, also `__proto__`. */
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

/** What a node is, in a word for messages: `list`, `map`, `empty value`, `text`, `number`, `boolean`. */
export function kindName(node: DataNode): string {
  if (node.kind !== "scalar") return node.kind;
  if (node.value === null) return "empty value";
  return typeof node.value === "string" ? "text" : typeof node.value;
}
