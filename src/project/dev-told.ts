/** What the terminal has told of a site already: after a change, only what is new is printed. */
import type { Diagnostic } from "../messages/diagnostic.ts";
import { asText, summary } from "../messages/report.ts";

export class Told {
  #known = new Set<string>();

  /** Takes what was printed by others. */
  take(diagnostics: readonly Diagnostic[]): void {
    this.#known = new Set(diagnostics.map(nameOf));
  }

  /** The text about what was not there before, with a summary of all. */
  after(diagnostics: readonly Diagnostic[]): string {
    const shown = diagnostics.filter(({ level }) => level !== "info");
    const texts = shown.filter((one) => !this.#known.has(nameOf(one))).map(asText);
    this.take(diagnostics);
    return [...texts, `Reloaded: ${summary(shown)}.`].join("\n\n").concat("\n");
  }
}

/** The same one may move within its file. */
function nameOf({ id, message, span: { source } }: Diagnostic): string {
  return JSON.stringify([id, source.path, message]);
}
