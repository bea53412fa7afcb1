/** Diagnostics as JSON, for scripts. The manual's `/schemas/diagnostics.json` describes it. */
import { manualPage } from "./catalog.ts";
import type { Diagnostic, Span } from "./diagnostic.ts";
import { editOf } from "./edits.ts";
import { sourceLineOf } from "./frame.ts";

/** A place in a file, counted from 1. */
export interface JsonPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function jsonPlace({ source, start, end }: Span): JsonPlace {
  const first = source.placeAt(start);
  const last = source.placeAt(end);
  return {
    file: source.path,
    line: first.line,
    column: first.column,
    endLine: last.line,
    endColumn: last.column,
  };
}

/** One diagnostic; `manual` is where the manual is published. */
export function asJson(diagnostic: Diagnostic, manual: string): object {
  const { id, level, message, suggestion, span, chain, related = [], pages } = diagnostic;
  return {
    id,
    level,
    message,
    suggestion: suggestion ?? null,
    help: manualPage(id, manual),
    ...jsonPlace(span),
    sourceLine: sourceLineOf(span),
    includedAt: chain.map(jsonPlace),
    related: related.map((other) => ({
      what: other.what,
      ...jsonPlace(other.span),
      includedAt: (other.chain ?? []).map(jsonPlace),
    })),
    pages,
    fix: jsonFix(diagnostic),
  };
}

/** The edit that `check --fix` would make. */
function jsonFix(diagnostic: Diagnostic): object | null {
  const edit = editOf(diagnostic);
  return edit === undefined ? null : { ...jsonPlace(edit.span), text: edit.text };
}
