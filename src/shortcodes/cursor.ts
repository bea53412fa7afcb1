/** A cursor over a text: what the lexer's small functions share. */
import type { DiagnosticId } from "../messages/catalog.ts";
import type { Range } from "../text/source.ts";
import type { Delimiter } from "./types.ts";

/** Something wrong in a text; the place is a range of it. */
export interface Problem {
  readonly id: DiagnosticId;
  readonly message: string;
  readonly range: Range;
  readonly suggestion?: string | undefined;
}

/** Hugo's blanks: space, tab, line feed, vertical tab, form feed, carriage return. */
const BLANK = /[ \t\n\v\f\r]/;

export class Cursor {
  readonly text: string;
  at: number;
  readonly #absent = new Map<string, number>();

  constructor(text: string) {
    this.text = text;
    this.at = 0;
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  get character(): string {
    return this.text[this.at] ?? "";
  }

  startsWith(expected: string): boolean {
    return this.text.startsWith(expected, this.at);
  }

  skipBlanks(): void {
    while (!this.isAtEnd && BLANK.test(this.character)) this.at++;
  }

  /** The text that a sticky expression matches here; moves behind it. */
  take(expression: RegExp): string | undefined {
    expression.lastIndex = this.at;
    const found = expression.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  /** The next place of `wanted`, or -1; remembers what the rest does not hold. */
  find(wanted: string, from: number): number {
    const absent = this.#absent.get(wanted);
    if (absent !== undefined && from >= absent) return -1;
    const found = this.text.indexOf(wanted, from);
    if (found === -1) this.#absent.set(wanted, from);
    return found;
  }
}

/** `>}}` or `%}}`. */
export function closerOf(delimiter: Delimiter): string {
  return delimiter === "<" ? ">}}" : "%}}";
}
