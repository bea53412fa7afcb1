/** Our diagnostics as those of the protocol. */
import { DiagnosticSeverity, type Diagnostic as LspDiagnostic } from "vscode-languageserver/node";
import type { Diagnostic, Level } from "../messages/diagnostic.ts";
import { sentence } from "../messages/report.ts";
import { locationOf, rangeOf } from "./places.ts";

const SEVERITIES: Readonly<Record<Level, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** What `data` of a diagnostic holds: the name that would be right, for a quick fix. */
export interface Fix {
  readonly replacement: string;
}

/** Ids whose range is the wrong name and nothing else, so that the right one can replace it. */
const REPLACEABLE = new Set<string>([
  "shortcode-unknown",
  "parameter-unknown",
  "parameter-value",
  "entry-missing",
  "data-missing",
  "include-missing",
  "diagram-missing",
  "front-matter-unknown",
  "settings-unknown",
  "entry-field-unknown",
]);

/** One diagnostic, with the calls that led to its place. */
export function toLsp(root: string, diagnostic: Diagnostic): LspDiagnostic {
  const { id, level, span, chain, related = [], suggestion } = diagnostic;
  const others = [
    ...related.map((other) => ({ at: other.span, message: other.what })),
    ...chain.map((at) => ({ at, message: "included here" })),
  ];
  const isReplaceable = suggestion !== undefined && REPLACEABLE.has(id);
  return {
    range: rangeOf(span.source, span),
    severity: SEVERITIES[level],
    code: id,
    source: "waymark",
    message: sentence(diagnostic),
    ...(others.length === 0
      ? {}
      : {
          relatedInformation: others.map(({ at, message }) => ({
            location: locationOf(root, at),
            message,
          })),
        }),
    ...(isReplaceable ? { data: { replacement: suggestion } satisfies Fix } : {}),
  };
}
