/** Which diagnostics of a site are excused by comments, and which of these comments excuse nothing. */

import { type Finding, placesOf, type Span } from "../messages/diagnostic.ts";
import { EXCUSE_WORD } from "../text/excuse-comments.ts";
import type { Source } from "../text/source.ts";
import { type Excuse, excusesOf, type FileExcuses } from "./excuse-places.ts";

/** The excuses of all files that are asked about, and which of them were of use. */
export class Excuses {
  readonly #files = new Map<string, { readonly text: string; readonly found: FileExcuses }>();
  readonly #used = new Set<Excuse>();

  /**
   * Whether a finding is excused where it stands, at another place that it is about, or at a
   * call that led to one. A finding about a whole file is excused by any comment of the file that names its id.
   */
  isExcused(finding: Finding): boolean {
    const { id } = finding;
    let isExcused = false;
    for (const place of placesOf(finding)) {
      if (!place.source.text.includes(EXCUSE_WORD)) continue;
      for (const excuse of this.#of(place.source).excuses) {
        if (excuse.id.id !== id || !covers(excuse, place)) continue;
        this.#used.add(excuse);
        isExcused = true;
      }
    }
    return isExcused;
  }

  /** What is wrong with the comments of a file as they are written. */
  problems(source: Source): readonly Finding[] {
    return this.#of(source).problems;
  }

  /**
   * Comments of a file that excused nothing until now; asked when all is checked. What was
   * not looked for, as `isChecked` says, may be excused all the same.
   */
  unused(source: Source, isChecked: (id: string) => boolean): Finding[] {
    return this.#of(source)
      .excuses.filter((excuse) => !this.#used.has(excuse) && isChecked(excuse.id.id))
      .map(({ id: { id, start, end } }): Finding => {
        const message = `Unexpected excuse of "${id}", expected one of a diagnostic that is there`;
        return { id: "excuse-unused", message, span: { source, start, end } };
      });
  }

  /** Files are read anew by some checks: the same text at the same path is the same file. */
  #of(source: Source): FileExcuses {
    const known = this.#files.get(source.path);
    if (known !== undefined && known.text === source.text) return known.found;
    const found = excusesOf(source);
    this.#files.set(source.path, { text: source.text, found });
    return found;
  }
}

function covers({ covers: range }: Excuse, { start, end }: Span): boolean {
  const isWhole = start === 0 && end === 0;
  return (
    isWhole ||
    (start >= range.start && (start < range.end || (start === end && start === range.end)))
  );
}
