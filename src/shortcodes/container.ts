/**
 * The containers (CommonMark 5: block quotes, list items) that a line's text
 * stands in, as far as the line itself shows them.
 */

/** A list marker with the blank that must follow it (CommonMark 5.2). */
const LIST_MARKER = /^(?:[-*+]|\d{1,9}[.)])(?=[ \t])/;

const BLANKS = /^[ \t]*/;

/** What stands before a line's content. */
export interface Container {
  /** What further lines need to stay in the same containers: blanks and `>`. */
  readonly prefix: string;
  /** The line holds nothing but the prefix. */
  readonly isOnlyPrefix: boolean;
}

/** The containers that `line`, from its start, opens or continues. */
export function containerOf(line: string): Container {
  let at = 0;
  let prefix = "";
  for (;;) {
    const blanks = BLANKS.exec(line.slice(at))?.[0] ?? "";
    prefix += blanks;
    at += blanks.length;
    const marker = LIST_MARKER.exec(line.slice(at, at + 12))?.[0];
    if (line[at] === ">") {
      prefix += ">";
      at += 1;
    } else if (marker !== undefined) {
      prefix += " ".repeat(marker.length);
      at += marker.length;
    } else {
      return { prefix, isOnlyPrefix: at === line.length };
    }
  }
}

/** The prefix of a blank line in the same containers. */
export function blankPrefix(prefix: string): string {
  return prefix.trimEnd();
}

/** Columns to a tab stop (CommonMark 2.2). */
const TAB_STOP = 4;

/** What is left of a line when the prefix of its containers is taken off. */
export interface Stripped {
  /** Characters taken off. */
  readonly length: number;
  /** Blanks that stand for the rest of a tab that was taken off in part. */
  readonly padding: number;
}

/**
 * How much of `line` is the container `prefix`: blanks count as columns, a `>`
 * takes one blank after it. Stops at the first character that does not belong.
 */
export function stripPrefix(line: string, prefix: string): Stripped {
  let at = 0;
  let column = 0;
  let padding = 0;
  const takeColumn = (): boolean => {
    if (padding > 0) {
      padding--;
      column++;
      return true;
    }
    if (line[at] === " ") {
      at++;
      column++;
      return true;
    }
    if (line[at] === "\t") {
      padding = TAB_STOP - (column % TAB_STOP) - 1;
      at++;
      column++;
      return true;
    }
    return false;
  };
  for (const character of prefix) {
    if (character !== ">") {
      const width = character === "\t" ? TAB_STOP - (column % TAB_STOP) : 1;
      for (let i = 0; i < width; i++) if (!takeColumn()) break;
      continue;
    }
    while (line[at] === " " && line.slice(at, at + 4).includes(">")) at++;
    if (line[at] !== ">") return { length: at, padding };
    at++;
    column = at;
    padding = 0;
  }
  return { length: at, padding };
}

/** The width of a line's leading blanks in columns. */
export function indentWidth(line: string): number {
  let column = 0;
  for (const character of line) {
    if (character === " ") column++;
    else if (character === "\t") column += TAB_STOP - (column % TAB_STOP);
    else break;
  }
  return column;
}

/** Follows fenced code through the lines of a text (CommonMark 4.5). */
export class FenceTracker {
  #fence = "";

  /** Whether the lines so far leave a fence open. */
  get isOpen(): boolean {
    return this.#fence !== "";
  }

  /** Takes note of one whole line. */
  line(line: string): void {
    const content = line.slice(containerLength(line));
    const run = /^(?:`{3,}|~{3,})/.exec(content)?.[0];
    if (run === undefined) return;
    const rest = content.slice(run.length);
    if (this.#fence === "") {
      if (run[0] === "~" || !rest.includes("`")) this.#fence = run;
    } else if (run.startsWith(this.#fence) && rest.trim() === "") {
      this.#fence = "";
    }
  }
}

function containerLength(line: string): number {
  return containerOf(line).prefix.length;
}
