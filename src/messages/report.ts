/** Reporters: pure functions from diagnostics to text. */
import type { Diagnostic } from "./diagnostic.ts";
import { type Paint, PLAIN } from "./paint.ts";
import { asAnnotation } from "./report-github.ts";
import { asJson } from "./report-json.ts";
import { asGroups } from "./report-text.ts";

export { asText, headline, sentence } from "./report-text.ts";
export { counted, summary } from "./summary.ts";

export const FORMATS = ["text", "json", "github"] as const;
export type Format = (typeof FORMATS)[number];

export interface ReportOptions {
  /** The site's folder in the repository, for annotations; other paths count from the site. */
  readonly folder?: string;
  /** Where the manual is published, without a final slash. */
  readonly manual?: string;
  /** The colors of text. */
  readonly paint?: Paint;
  /** Whether text shows only the first messages of each kind, and counts the others. */
  readonly isShort?: boolean;
}

/** What `format` says of the diagnostics; ends in a line break unless empty. */
export function report(
  diagnostics: readonly Diagnostic[],
  format: Format,
  { folder = "", manual = "", paint = PLAIN, isShort = false }: ReportOptions = {},
): string {
  switch (format) {
    case "json": {
      const list = diagnostics.map((diagnostic) => asJson(diagnostic, manual));
      return `${JSON.stringify(list, null, 2)}\n`;
    }
    case "github":
      return diagnostics
        .map((diagnostic) => `${asAnnotation(diagnostic, folder, manual)}\n`)
        .join("");
    default:
      return asGroups(diagnostics, { paint, manual, isShort });
  }
}
