/**
 * Diagnostics: what an author got wrong, as values. They are collected, never
 * thrown, so that one run lists all of them.
 */
import type { Range, Source } from "../text/source.ts";
import type { DiagnosticId } from "./catalog.ts";
import { levelUnder, NO_RULES, type Rules } from "./rules.ts";

export type Level = "error" | "warning" | "info";

/** A range of one source file. */
export interface Span extends Range {
  readonly source: Source;
}

/** Another place that a finding is about, such as the first of two things with one name. */
export interface Related {
  /** What stands there, as in "the first heading with this id". */
  readonly what: string;
  readonly span: Span;
  /** The calls that led there, innermost first; none for a page's own text. */
  readonly chain?: readonly Span[];
}

/** Something wrong, where, and what would be right. */
export interface Diagnostic {
  readonly id: DiagnosticId;
  readonly level: Level;
  /** One sentence: "Unexpected X, expected Y". */
  readonly message: string;
  /** The nearest right name, if there is one. */
  readonly suggestion?: string | undefined;
  /** What the suggestion may take the place of, if it is the text of the span. */
  readonly replaces?: string | undefined;
  readonly span: Span;
  /** The calls that led here, innermost first; empty for a page's own text. */
  readonly chain: readonly Span[];
  /** The other places that it is about. */
  readonly related?: readonly Related[] | undefined;
  /** The files at the outer ends of all such chains, in order; `chain` is that of the first. */
  readonly pages: readonly string[];
}

/** What `Diagnostics.add` takes: the level comes from the catalog. */
export interface Finding {
  readonly id: DiagnosticId;
  readonly message: string;
  readonly span: Span;
  readonly suggestion?: string | undefined;
  readonly replaces?: string | undefined;
  readonly chain?: readonly Span[];
  readonly related?: readonly Related[] | undefined;
  /** The pages that lead to the place, where more than the chain's are known. */
  readonly pages?: readonly string[];
}

/** Every place that a finding is about, and the calls that led there. */
export function placesOf({ span, chain = [], related = [] }: Finding): Span[] {
  return [span, ...chain, ...related.flatMap((other) => [other.span, ...(other.chain ?? [])])];
}

/** A finding, and the pages that lead to its place. */
interface Collected {
  readonly finding: Finding;
  readonly pages: Set<string>;
}

/**
 * Collects diagnostics. The same finding at the same place is kept once: a fault in a
 * partial is one fault, with all the pages that include it.
 */
export class Diagnostics {
  readonly #found = new Map<string, Collected>();
  readonly #rules: Rules;

  /** `rules`: the levels of the site, and what it excuses. */
  constructor(rules: Rules = NO_RULES) {
    this.#rules = rules;
  }

  add(finding: Finding): void {
    if (this.#rules.isExcused(finding)) return;
    const { id, message, span } = finding;
    const name = [id, span.source.path, span.start, span.end, message].join("\u0000");
    const known = this.#found.get(name);
    const pages = known?.pages ?? new Set();
    for (const page of pagesOf(finding)) pages.add(page);
    if (known === undefined || outermost(finding) < outermost(known.finding))
      this.#found.set(name, { finding, pages });
  }

  addAll(findings: Iterable<Finding>): void {
    for (const finding of findings) this.add(finding);
  }

  /** All diagnostics, in order of file, then place. */
  list(): Diagnostic[] {
    return [...this.#found.values()]
      .flatMap((collected) => this.#diagnosticsOf(collected))
      .sort(
        (a, b) =>
          compare(a.span.source.path, b.span.source.path) ||
          a.span.start - b.span.start ||
          compare(a.message, b.message),
      );
  }

  get hasErrors(): boolean {
    for (const { finding } of this.#found.values())
      if (levelUnder(this.#rules, finding.id) === "error") return true;
    return false;
  }

  /** The diagnostic that a finding is; none if it is off. */
  #diagnosticsOf({ finding, pages }: Collected): Diagnostic[] {
    const level = levelUnder(this.#rules, finding.id);
    if (level === undefined) return [];
    const { chain = [] } = finding;
    return [{ ...finding, level, chain, pages: [...pages].sort(compare) }];
  }
}

/** The file at the outer end of a finding's chain; empty for a page's own text. */
function outermost({ chain }: Finding): string {
  return chain?.at(-1)?.source.path ?? "";
}

function pagesOf(finding: Finding): readonly string[] {
  const page = outermost(finding);
  return finding.pages ?? (page === "" ? [] : [page]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
