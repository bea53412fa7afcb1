/** What commands print. */
import type { Diagnostic } from "../messages/diagnostic.ts";
import { paintFor } from "../messages/paint.ts";
import { type Format, report } from "../messages/report.ts";
import type { Project } from "../project/project.ts";
import { folderBelow } from "./usage.ts";

/** Where a report goes, and the site that it is about. */
interface Reader {
  readonly project: Project;
  readonly stream: NodeJS.WriteStream;
  /** Whether only the first messages of each kind are shown. */
  readonly isShort?: boolean;
}

/** A report for a stream: colored on a terminal, and with an empty line after text. */
export function reported(
  diagnostics: readonly Diagnostic[],
  format: Format,
  { project, stream, isShort = false }: Reader,
): string {
  const { root, settings } = project.site;
  const text = report(diagnostics, format, {
    folder: folderBelow(root),
    manual: settings.manual,
    paint: paintFor(stream, process.env),
    isShort,
  });
  return format === "text" && text !== "" ? `${text}\n` : text;
}

/**
 * Remarks are for `check`, and so is all of a long list; other commands print what may stop a
 * build, and of many faults of one kind the first ones: the result stays in sight.
 */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  format: Format,
  project: Project,
): void {
  const shown = diagnostics.filter(({ level }) => level !== "info");
  if (shown.length === 0) return;
  process.stderr.write(reported(shown, format, { project, stream: process.stderr, isShort: true }));
}
