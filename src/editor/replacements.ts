/** The right text in place of a wrong one, where a diagnostic knows it. */
import type { Diagnostic } from "../messages/diagnostic.ts";
import { editOf } from "../messages/edits.ts";
import type { Range } from "../text/source.ts";

/** A text that takes the place of a range of the diagnostic's file. */
export interface Replacement {
  readonly range: Range;
  readonly text: string;
  /** `check --fix` makes it too. */
  readonly isSafe: boolean;
}

/** A word, a path or an address. */
const WORD = /^[\p{L}\p{N}\p{M}_./#~-]+$/u;

/** What a diagnostic would put right; undefined where its place is more than the wrong name. */
export function replacementOf(diagnostic: Diagnostic): Replacement | undefined {
  const { span, suggestion } = diagnostic;
  if (suggestion === undefined) return undefined;
  const { source, start, end } = span;
  const written = source.text.slice(start, end);
  const isSafe = editOf(diagnostic) !== undefined;
  if (isSafe) return { range: { start, end }, text: suggestion, isSafe };
  if (written === suggestion || written === "") return undefined;
  const quote = /^(["'`])(?:(?!\1)[^\\\r\n])*\1$/.exec(written)?.[1];
  if (quote !== undefined)
    return suggestion.includes(quote) || /[\\\p{C}]/u.test(suggestion)
      ? undefined
      : { range: { start: start + 1, end: end - 1 }, text: suggestion, isSafe };
  const isWord = WORD.test(written) || REPLACEABLE.has(diagnostic.id);
  return isWord ? { range: { start, end }, text: suggestion, isSafe } : undefined;
}

/** Ids whose place is the wrong name and nothing else, also where the name has blanks in it. */
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
