/** Our diagnostics as those of the protocol. */
import { DiagnosticSeverity, type Diagnostic as LspDiagnostic } from "vscode-languageserver/node";
import { manualPage } from "../messages/catalog.ts";
import type { Diagnostic, Level } from "../messages/diagnostic.ts";
import { sentence } from "../messages/report.ts";
import { locationOf, rangeOf } from "./places.ts";

const SEVERITIES: Readonly<Record<Level, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** One diagnostic, with the calls that led to its place and the other places that it is about. */
export function toLsp(root: string, manual: string, diagnostic: Diagnostic): LspDiagnostic {
  const { id, level, span, chain, related = [] } = diagnostic;
  const others = [
    ...chain.map((at) => ({ location: locationOf(root, at), message: "included here" })),
    ...related.map((other) => ({ location: locationOf(root, other.span), message: other.what })),
  ];
  return {
    range: rangeOf(span.source, span),
    severity: SEVERITIES[level],
    code: id,
    // Only an address that has a host can be opened.
    ...(/^https?:/.test(manual) ? { codeDescription: { href: manualPage(id, manual) } } : {}),
    source: "waymark",
    message: sentence(diagnostic),
    ...(others.length === 0 ? {} : { relatedInformation: others }),
  };
}
