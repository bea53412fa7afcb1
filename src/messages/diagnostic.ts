/**
 * Diagnostics: what an author got wrong, as values. They are collected, never
 * thrown, so that one run lists all of them.
 */
import type { Range, Source } from "../text/source.ts";
import type { DiagnosticId } from "./catalog.ts";
import { levelOf } from "./catalog.ts";

export type Level = "error" | "warning" | "info";

/** A range of one source file. */
export interface Span extends Range {
  readonly source: Source;
}

/** Something wrong, where, and what would be right. */
export interface Diagnostic {
  readonly id: DiagnosticId;
  readonly level: Level;
  /** One sentence: "Unexpected X, expected Y". */
  readonly message: string;
  /** The nearest right name, if there is one. */
  readonly suggestion?: string | undefined;
  readonly span: Span;
  /** The calls that led here, innermost first; empty for a page's own text. */
  readonly chain: readonly Span[];
}

/** What `Diagnostics.add` takes: the level comes from the catalog. */
export interface Finding {
  readonly id: DiagnosticId;
  readonly message: string;
  readonly span: Span;
  readonly suggestion?: string | undefined;
  readonly chain?: readonly Span[];
}

/** Collects diagnostics; the same finding at the same place is kept once. */
export class Diagnostics {
  readonly #found = new Map<string, Diagnostic>();

  add(finding: Finding): void {
    const diagnostic: Diagnostic = {
      ...finding,
      level: levelOf(finding.id),
      chain: finding.chain ?? [],
    };
    const { span } = diagnostic;
    const outermost = diagnostic.chain.at(-1)?.source.path ?? "";
    const key = [finding.id, span.source.path, span.start, span.end, finding.message, outermost];
    const name = key.join("\u0000");
    if (!this.#found.has(name)) this.#found.set(name, diagnostic);
  }

  addAll(diagnostics: Iterable<Diagnostic>): void {
    for (const diagnostic of diagnostics) this.add(diagnostic);
  }

  /** All diagnostics, in order of file, then place. */
  list(): Diagnostic[] {
    return [...this.#found.values()].sort(
      (a, b) =>
        compare(a.span.source.path, b.span.source.path) ||
        a.span.start - b.span.start ||
        compare(a.message, b.message),
    );
  }

  get hasErrors(): boolean {
    for (const { level } of this.#found.values()) if (level === "error") return true;
    return false;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
