/** Names that front matter knows, and slips of the pen in them. */
import type { DataPair } from "../data/types.ts";
import type { Finding } from "../messages/diagnostic.ts";
import { editDistance, nearest } from "../text/nearest.ts";
import type { Source } from "../text/source.ts";
import { FRONT_MATTER, PARAMETERS } from "./front-matter-table.ts";

const KNOWN_FIELDS = new Set(Object.keys(FRONT_MATTER).map((name) => name.toLowerCase()));
const KNOWN_PARAMETERS = new Set(Object.keys(PARAMETERS));

/** Names so short that another word is as likely as a slip are not offered. */
const OFFERED = [...Object.keys(FRONT_MATTER), ...Object.keys(PARAMETERS)].filter(
  (name) => name.length > 3 && !name.startsWith("_"),
);

/** Whether a field has a meaning of its own and is no parameter; case does not matter. */
export function isKnownField(name: string): boolean {
  return KNOWN_FIELDS.has(name.toLowerCase());
}

/** Tells of fields whose name is nearly a known one: Hugo makes parameters of them. */
export function checkFieldNames(
  source: Source,
  pairs: readonly DataPair[],
  report: (finding: Finding) => void,
): void {
  for (const { key, keyRange } of pairs) {
    if (isKnownField(key) || KNOWN_PARAMETERS.has(key.toLowerCase())) continue;
    const suggestion = nearest(key, OFFERED);
    if (suggestion === undefined || !isSlip(key, suggestion)) continue;
    const message = `Unexpected field "${key}"; it is only a parameter`;
    report({ id: "front-matter-unknown", message, suggestion, span: { source, ...keyRange } });
  }
}

/** The same letters in another order; or a letter wrong, two in a long name. */
function isSlip(key: string, known: string): boolean {
  const [a, b] = [key.toLowerCase(), known.toLowerCase()];
  if ([...a].sort().join("") === [...b].sort().join("")) return true;
  if (a.length < 5 || b.length < 5 || a[0] !== b[0]) return false;
  const allowed = b.length >= 8 ? 2 : 1;
  return editDistance(a, b, allowed + 1) <= allowed;
}
