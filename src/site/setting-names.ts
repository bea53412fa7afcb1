/** The names that `data/site.yml` knows. */
import { namesOf } from "../data/field-table.ts";
import type { Finding } from "../messages/diagnostic.ts";
import { nearest } from "../text/nearest.ts";
import type { FieldLayer } from "./fields.ts";
import { SETTINGS } from "./settings-table.ts";

/** Tells of keys that nothing reads, at the top of a file of our own. */
export function checkSettingNames(layer: FieldLayer, report: (finding: Finding) => void): void {
  checkKeys(layer, namesOf(SETTINGS), report, Object.keys(SETTINGS));
}

/** Tells of keys that are not among `names`, in any case. */
export function checkKeys(
  { source, pairs }: FieldLayer,
  names: readonly string[],
  report: (finding: Finding) => void,
  silent: readonly string[] = [],
): void {
  const known = new Set([...names, ...silent].map((name) => name.toLowerCase()));
  for (const { key, keyRange } of pairs) {
    if (known.has(key.toLowerCase())) continue;
    const message = `Unexpected setting "${key}", expected ${names.join(", ")}`;
    const suggestion = nearest(key, names);
    report({ id: "settings-unknown", message, suggestion, span: { source, ...keyRange } });
  }
}
