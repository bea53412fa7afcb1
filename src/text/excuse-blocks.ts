/** What a comment that excuses covers: its line, or the block that follows it. */
import { codeLines } from "./code-regions.ts";
import type { ExcuseComment } from "./excuse-comments.ts";
import { type Line, lineAt } from "./lines.ts";
import type { Range } from "./source.ts";

const ITEM = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
const ROW = /^[ \t>]*\|/;
const ONLY_COMMENT = /^[ \t>]*<!--\s*waymark-ignore.*-->[ \t]*$|^[ \t]*#/;
const OPENING_TAG = /^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)*\{\{([<%])\s*([\w./-]+)/;

/** The range that a comment of kind `next` covers; empty if nothing follows. */
export function coveredBy(comment: ExcuseComment, text: string, lines: readonly Line[]): Range {
  const first = lineAt(lines, comment.range.start);
  const last = lineAt(lines, comment.range.end - 1);
  const shown = (index: number): string => {
    const line = lines[index];
    return line === undefined ? "" : text.slice(line.start, line.end);
  };
  if (!comment.isAlone) return rangeOf(lines, first, last);
  const isItem = ITEM.test(shown(first)) && comment.form === "html";
  let next = last + 1;
  while (next < lines.length && (shown(next).trim() === "" || ONLY_COMMENT.test(shown(next)))) {
    // A heading in Markdown is no comment.
    if (comment.form === "html" && /^[ \t]*#(?!.*waymark-ignore)/.test(shown(next))) break;
    next++;
  }
  if (next >= lines.length) return { start: text.length, end: text.length };
  if (comment.form === "hash") return rangeOf(lines, next, yamlEnd(shown, next, lines.length));
  // The first thing of a list item stands for all of the item.
  if (isItem) return rangeOf(lines, first, itemEnd(shown, first, lines.length));
  const isInTable = ROW.test(shown(next)) && first > 0 && ROW.test(shown(first - 1));
  if (isInTable) return rangeOf(lines, next, next);
  return rangeOf(lines, next, markdownEnd(shown, next, lines, text));
}

function rangeOf(lines: readonly Line[], first: number, last: number): Range {
  return { start: lines[first]?.start ?? 0, end: lines[last]?.next ?? 0 };
}

type Shown = (index: number) => string;

/** The last line of a Markdown block: a fence, a pair of tags, a list item, or lines up to an empty one. */
function markdownEnd(shown: Shown, first: number, lines: readonly Line[], text: string): number {
  const isCode = codeLines(text, lines.slice(first));
  if (isCode[0]) {
    const end = isCode.indexOf(false);
    return end < 0 ? lines.length - 1 : Math.max(first, first + end - 1);
  }
  const closing = tagEnd(shown, first, lines.length);
  if (closing !== undefined) return closing;
  if (ITEM.test(shown(first))) return itemEnd(shown, first, lines.length);
  const indent = indentOf(shown(first));
  let last = first;
  for (let at = first + 1; at < lines.length; at++) {
    const line = shown(at);
    if (line.replace(/[ \t>]/g, "") === "" || indentOf(line) < Math.min(indent, 2)) break;
    last = at;
  }
  return last;
}

/** The line of the closing tag of a call that starts a line. */
function tagEnd(shown: Shown, first: number, count: number): number | undefined {
  const name = OPENING_TAG.exec(shown(first))?.[2];
  if (name === undefined) return undefined;
  const escaped = name.replace(/[.]/g, "\\$&");
  const tag = new RegExp(`\\{\\{[<%]\\s*(/?)\\s*${escaped}(?=[\\s/>%])((?:[^}]|\\}(?!\\}))*)`, "g");
  let depth = 0;
  for (let at = first; at < count; at++) {
    for (const [, slash, rest = ""] of shown(at).matchAll(tag)) {
      if (slash === "/") depth--;
      else if (!/\/\s*[>%]$/.test(rest)) depth++;
      if (depth <= 0) return at;
    }
  }
  return undefined;
}

/** The last line of a list item: what follows is indented less than its text. */
function itemEnd(shown: Shown, first: number, count: number): number {
  const indent = indentOf(shown(first));
  let last = first;
  for (let at = first + 1; at < count; at++) {
    const line = shown(at);
    if (line.trim() === "") continue;
    const isLazy = last === at - 1 && !ITEM.test(line) && !/^\s*(?:#|```|~~~|>|\|)/.test(line);
    if (indentOf(line) <= indent && !(isLazy && indentOf(line) >= indent)) break;
    last = at;
  }
  return last;
}

/** The last line of a YAML value: deeper lines, and a list below a key; of a TOML table: all its lines. */
function yamlEnd(shown: Shown, first: number, count: number): number {
  const head = shown(first);
  const indent = indentOf(head);
  const isTable = /^[ \t]*\[.*\][ \t]*(?:#.*)?$/.test(head);
  const isKey = !/^[ \t]*-/.test(head);
  let last = first;
  for (let at = first + 1; at < count; at++) {
    const line = shown(at);
    if (line.trim() === "") continue;
    const isOwnItem = isKey && indentOf(line) === indent && /^[ \t]*-(?:[ \t]|$)/.test(line);
    const isOfTable = isTable && !/^[ \t]*\[/.test(line);
    if (indentOf(line) <= indent && !isOwnItem && !isOfTable) break;
    last = at;
  }
  return last;
}

function indentOf(line: string): number {
  const at = line.search(/[^ \t]/);
  return at < 0 ? 0 : at;
}
