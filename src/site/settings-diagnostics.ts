/** `diagnostics` of the settings: which level a kind of diagnostic has on this site. */
import { type DiagnosticId, diagnosticIds, isDiagnosticId } from "../messages/catalog.ts";
import type { DiagnosticLevels } from "../messages/rules.ts";
import { nearest } from "../text/nearest.ts";
import type { Fields } from "./fields.ts";
import { LEVELS } from "./settings-table.ts";

/**
 * The levels by id. An id that no diagnostic has, and what is no level, are told and
 * left out; the levels of the catalog count for all that is not named.
 */
export function readDiagnosticLevels(fields: Fields): DiagnosticLevels {
  const levels = new Map<DiagnosticId, (typeof LEVELS)[number]>();
  const named = fields.inner("diagnostics");
  for (const { key, keyRange } of named?.layers.flatMap(({ pairs }) => pairs) ?? []) {
    const id = key.toLowerCase();
    if (!isDiagnosticId(id)) {
      const message = `Unexpected id "${key}" in "diagnostics", expected that of a diagnostic`;
      named?.complain(key, "settings-unknown", message, keyRange, nearest(key, diagnosticIds()));
      continue;
    }
    const level = named?.word(key, LEVELS);
    if (level !== undefined) levels.set(id, level);
  }
  return levels;
}
