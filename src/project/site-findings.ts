/** What is found on a site, under its rules: levels of the settings, and excuses in its files. */
import { Excuses } from "../checks/excuses.ts";
import { type Diagnostic, Diagnostics, type Finding } from "../messages/diagnostic.ts";
import type { DiagnosticLevels, Rules } from "../messages/rules.ts";
import type { Source } from "../text/source.ts";

export class SiteFindings {
  /** Where everything that is found goes. */
  readonly found: Diagnostics;
  readonly #excuses = new Excuses();
  readonly #rules: Rules;
  #told: readonly Diagnostic[] | undefined;
  /** Whether other hosts were asked for the links to them. */
  #hasAsked = false;

  constructor(levels: DiagnosticLevels) {
    this.#rules = { levels, isExcused: (finding) => this.#excuses.isExcused(finding) };
    this.found = new Diagnostics(this.#rules);
  }

  /** Takes what an earlier build of the same files told, in place of all that is found. */
  takeOver(told: readonly Diagnostic[]): void {
    this.#told = told;
  }

  /** Takes what links to other hosts came to; `isOnline`: excuses of that have had their chance. */
  addExternal(findings: readonly Finding[], isOnline: boolean): void {
    this.found.addAll(findings);
    this.#hasAsked = isOnline;
  }

  /** Diagnostics under the rules and excuses of the site. */
  judged(diagnostics: Iterable<Diagnostic>): Diagnostic[] {
    const judged = new Diagnostics(this.#rules);
    judged.addAll(diagnostics);
    return judged.list();
  }

  /** Findings under the rules of the site and the excuses in `source`, apart from all others. */
  judgedAlone(findings: Iterable<Finding>, source: Source): Diagnostic[] {
    const excuses = new Excuses();
    const found = new Diagnostics({
      levels: this.#rules.levels,
      isExcused: (finding) => excuses.isExcused(finding),
    });
    found.addAll([...findings, ...excuses.problems(source)]);
    return found.list();
  }

  /**
   * All that was found, and `others`. `sources`: the files that were read, with comments that
   * may excuse something; `isWhole`: everything was checked, so that excuses of nothing are told.
   */
  list(
    others: () => Iterable<Diagnostic>,
    sources: () => readonly Source[],
    isWhole: boolean,
  ): Diagnostic[] {
    if (this.#told !== undefined) return [...this.#told];
    const all = new Diagnostics(this.#rules);
    all.addAll(others());
    all.addAll(this.found.list());
    const isChecked = (id: string): boolean => this.#hasAsked || !id.startsWith("external-");
    for (const source of sources()) {
      for (const problem of this.#excuses.problems(source)) all.add(problem);
      if (!isWhole) continue;
      for (const unused of this.#excuses.unused(source, isChecked)) all.add(unused);
    }
    return withoutLost(all.list());
  }
}

/** What was lost as a file was read is no fault of its text. */
function withoutLost(list: readonly Diagnostic[]): Diagnostic[] {
  const unread = new Set(
    list.filter(({ id }) => id === "content-encoding").map(({ span }) => span.source.path),
  );
  return list.filter(({ id, span }) => id !== "text-encoding" || !unread.has(span.source.path));
}
