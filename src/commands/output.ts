/** What commands print. */
import type { Diagnostic } from "../messages/diagnostic.ts";
import { type Format, report } from "../messages/report.ts";

/** Remarks are for `check`; other commands print what may stop a build. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  format: Format,
  folder = "",
): void {
  const shown = diagnostics.filter(({ level }) => level !== "info");
  if (shown.length === 0) return;
  const text = report(shown, format, folder);
  process.stderr.write(format === "text" ? `${text}\n` : text);
}
