/** Parameters of pages: what front matter says beyond its known fields. */
import { toPlain } from "../data/node.ts";
import type { DataPair } from "../data/types.ts";
import { isKnownField } from "./field-names.ts";
import type { Fields } from "./fields.ts";

/**
 * The parameters of a page, keys in lower case at every depth (Hugo). A layer's
 * entries of `params` win over its other fields, and earlier layers over later ones.
 * `params` that is no map is told.
 */
export function readParams(fields: Fields): Record<string, unknown> {
  fields.map("params");
  const params = new Map<string, unknown>();
  for (const { pairs } of fields.layers.toReversed()) {
    const inner = pairs.find(({ key }) => key.toLowerCase() === "params")?.value;
    const own = pairs.filter(({ key }) => !isKnownField(key));
    setAll(params, own);
    if (inner?.kind === "map") setAll(params, inner.pairs);
  }
  return Object.fromEntries(params);
}

function setAll(params: Map<string, unknown>, pairs: readonly DataPair[]): void {
  for (const { key, value } of pairs) params.set(key.toLowerCase(), lowerKeys(toPlain(value)));
}

function lowerKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowerKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key.toLowerCase(), lowerKeys(item)]),
  );
}
