/**
 * Marks in comments of code (Shiki: transformers, notation): `// [!code ++]`,
 * `-- [!code --]`, `# [!code focus]`, `[!code highlight]`, each with `:n` for more
 * lines. The comments are not part of the code that readers see.
 */
import type { Complaint } from "../messages/found.ts";
import { nearest } from "../text/nearest.ts";

/** What a line can be marked as. */
export type LineMark = "ins" | "del" | "focus" | "hl_lines";

/** Lines by mark, counted from 1. */
export type LineMarks = ReadonlyMap<LineMark, ReadonlySet<number>>;

/** Code without the notation, and what it said. */
export interface Notation {
  readonly code: string;
  readonly marks: LineMarks;
  readonly complaint: Complaint | undefined;
}

const MARKS: ReadonlyMap<string, LineMark> = new Map([
  ["++", "ins"],
  ["--", "del"],
  ["focus", "focus"],
  ["highlight", "hl_lines"],
  ["hl", "hl_lines"],
]);

/** A comment that holds notation; what opens it stands before, on the same line. */
const COMMENT = /(?:\/\/|\/\*|#|--|<!--|;|%).*?\[!code\b/;
const NOTATION = /[ \t]*\[!code ([^\]\s:]{1,20})(?::(\d{1,4}))?\]/g;
/** What is left of a comment that held nothing else. */
const EMPTY_COMMENT = /[ \t]*(?:\{?\/\*+[ \t]*\*\/\}?|<!--[ \t]*-->|(?:\/\/|#|--|;|%)+)[ \t]*$/;

/** Takes the notation out of code. Where there is none, the code stays as it is. */
export function readNotation(code: string): Notation {
  const marks = new Map<LineMark, Set<number>>();
  if (!code.includes("[!code ")) return { code, marks, complaint: undefined };
  const lines: string[] = [];
  let complaint: Complaint | undefined;
  for (const line of code.split(/\r\n|\n|\r/)) {
    if (!COMMENT.test(line)) {
      lines.push(line);
      continue;
    }
    const found = [...line.matchAll(NOTATION)];
    const unknown = found.find(([, name = ""]) => !MARKS.has(name))?.[1];
    if (unknown !== undefined) complaint ??= unknownMark(unknown);
    const kept = withoutNotation(line);
    const isAlone = kept.trim() === "" && kept !== line;
    if (!isAlone) lines.push(kept);
    // A comment of its own speaks of the lines below it.
    const first = isAlone ? lines.length + 1 : lines.length;
    for (const [, name = "", count = "1"] of found) {
      const mark = MARKS.get(name);
      if (mark !== undefined) addLines(marks, mark, first, Number(count));
    }
  }
  for (const [mark, numbers] of marks) {
    marks.set(mark, new Set([...numbers].filter((number) => number <= lines.length)));
  }
  return { code: lines.join("\n"), marks, complaint };
}

/** The line without known notation, and without the comment if that was all of it. */
function withoutNotation(line: string): string {
  const kept = line.replace(NOTATION, (whole, name: string) => (MARKS.has(name) ? "" : whole));
  return kept === line ? line : kept.replace(EMPTY_COMMENT, "");
}

function addLines(
  marks: Map<LineMark, Set<number>>,
  mark: LineMark,
  first: number,
  count: number,
): void {
  const numbers = marks.get(mark) ?? new Set();
  for (let line = first; line < first + count; line++) numbers.add(line);
  marks.set(mark, numbers);
}

function unknownMark(name: string): Complaint {
  const known = [...MARKS.keys()];
  return {
    id: "code-notation",
    message: `Unexpected mark "${name}" in [!code ${name}], expected ${known.join(", ")}`,
    suggestion: nearest(name, known),
  };
}
