/** What a site says of diagnostics: their levels, and which of them are excused. */
import { type DiagnosticId, levelOf } from "./catalog.ts";
import type { Finding, Level } from "./diagnostic.ts";

/** Levels that differ from those of the catalog; `off` leaves a diagnostic out. */
export type DiagnosticLevels = ReadonlyMap<DiagnosticId, Level | "off">;

export interface Rules {
  readonly levels: DiagnosticLevels;
  /** Whether a comment excuses the finding; each is asked once at least. */
  isExcused(finding: Finding): boolean;
}

/** The levels of the catalog, and no excuses. */
export const NO_RULES: Rules = { levels: new Map(), isExcused: () => false };

/** The level that a diagnostic has under the rules; undefined if it is off. */
export function levelUnder(rules: Rules, id: DiagnosticId): Level | undefined {
  const level = rules.levels.get(id) ?? levelOf(id);
  return level === "off" ? undefined : level;
}
