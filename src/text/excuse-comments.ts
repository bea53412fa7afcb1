/**
 * Comments that excuse diagnostics: `waymark-ignore id: reason`, with `-start` and `-end`
 * for what stands between two of them. In Markdown they are HTML comments, in YAML and
 * TOML comments with `#`.
 */
import { codeLines, isInCodeSpan } from "./code-regions.ts";
import { type Line, lineAt, linesOf } from "./lines.ts";
import type { Range } from "./source.ts";

/** The word that all of them have: texts without it are not searched. */
export const EXCUSE_WORD = "waymark-ignore";

export interface ExcuseId extends Range {
  readonly id: string;
}

export interface ExcuseComment {
  /** `other` for a word that says none of them, such as `waymark-ignore-line`. */
  readonly kind: "next" | "start" | "end" | "other";
  /** The word that it begins with. */
  readonly word: string;
  readonly form: "html" | "hash";
  readonly ids: readonly ExcuseId[];
  readonly reason: string;
  /** The comment with its marks. */
  readonly range: Range;
  /** Nothing but containers stands beside it on its lines. */
  readonly isAlone: boolean;
}

const HTML = /<!--\s*waymark-ignore((?:-(?!->)[\w-]*\w)?)(?=[\s:]|-->)([\s\S]*?)-->/g;
const HASH = /#[ \t]*waymark-ignore((?:-[\w-]*\w)?)(?=[\s:]|$)([^\r\n]*)/gm;

/** What may stand before a comment that is alone: quotes, list items, blanks. */
const CONTAINERS = /^(?:[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t])*$/;

/** The HTML comments of a Markdown text; those in code are text. */
export function htmlExcuses(text: string): ExcuseComment[] {
  if (!text.includes(EXCUSE_WORD)) return [];
  const lines = linesOf(text);
  const isCode = codeLines(text, lines);
  return [...text.matchAll(HTML)].flatMap((match): ExcuseComment[] => {
    const range = { start: match.index, end: match.index + match[0].length };
    const index = lineAt(lines, range.start);
    const line = lines[index];
    if (line === undefined || isCode[index]) return [];
    const shown = text.slice(line.start, line.end);
    if (isInCodeSpan(shown, range.start - line.start)) return [];
    const last = lines[lineAt(lines, range.end - 1)] ?? line;
    const isAlone =
      CONTAINERS.test(text.slice(line.start, range.start)) &&
      text.slice(range.end, last.end).trim() === "";
    const at = range.start + match[0].lastIndexOf(match[2] ?? "", match[0].length - 3);
    return [{ ...contentOf(match[1] ?? "", match[2] ?? "", at), form: "html", range, isAlone }];
  });
}

/** The comments with `#` of a YAML or TOML text; `isText` says which lines are texts of values. */
export function hashExcuses(
  text: string,
  lines: readonly Line[],
  isText: readonly boolean[],
): ExcuseComment[] {
  return [...text.matchAll(HASH)].flatMap((match): ExcuseComment[] => {
    const range = { start: match.index, end: match.index + match[0].length };
    const index = lineAt(lines, range.start);
    const line = lines[index];
    if (line === undefined || isText[index]) return [];
    const before = text.slice(line.start, range.start);
    if (!/(?:^|[ \t])$/.test(before) || isQuoted(before)) return [];
    const at = range.end - (match[2] ?? "").length;
    const isAlone = before.trim() === "";
    return [{ ...contentOf(match[1] ?? "", match[2] ?? "", at), form: "hash", range, isAlone }];
  });
}

/** Whether a quote is open at the end of a part of a line. */
function isQuoted(before: string): boolean {
  const open = /^[^"']*(?:"(?:[^"\\]|\\.)*"[^"']*|'[^']*'[^"']*)*/.exec(before)?.[0] ?? "";
  return open.length < before.length && /[:[{,-][ \t]*$|^[ \t]*$/.test(open);
}

/** `ids: reason`; ids have commas or blanks between them. */
function contentOf(
  suffix: string,
  content: string,
  at: number,
): Pick<ExcuseComment, "kind" | "word" | "ids" | "reason"> {
  const colon = content.indexOf(":");
  const names = colon < 0 ? content : content.slice(0, colon);
  const ids = [...names.matchAll(/[^\s,]+/g)].map((match) => {
    const start = at + match.index;
    return { id: match[0], start, end: start + match[0].length };
  });
  const reason = colon < 0 ? "" : content.slice(colon + 1).trim();
  return { kind: KINDS[suffix] ?? "other", word: `${EXCUSE_WORD}${suffix}`, ids, reason };
}

const KINDS: Readonly<Record<string, ExcuseComment["kind"]>> = {
  "": "next",
  "-start": "start",
  "-end": "end",
};
