/** A comment that excuses one diagnostic, where its author would write it. */
import { Excuses } from "../checks/excuses.ts";
import { toPlain } from "../data/node.ts";
import { type DataFormat, formatOfPath, parseDataFile } from "../data/parse.ts";
import type { Finding } from "../messages/diagnostic.ts";
import { splitFrontMatter } from "../text/front-matter.ts";
import { type Range, Source } from "../text/source.ts";

/** A text to insert. */
export interface Insertion {
  readonly offset: number;
  readonly text: string;
}

/** What stands for the reason until the author gives it. */
const REASON = "say why";

/**
 * The comment for a diagnostic of `id` at a place: at the end of its line, or else above it.
 * Each way is tried, and taken if the diagnostic is excused then and all else means the same.
 * Undefined where no comment can stand, as in JSON.
 */
export function excuseEdit(source: Source, place: Range, id: Finding["id"]): Insertion | undefined {
  return waysFor(source, place.start, id).find((way) => isGood(source, place, id, way));
}

function waysFor({ text, path }: Source, at: number, id: string): Insertion[] {
  const { bodyStart } = splitFrontMatter(new Source(path, text));
  const mayHash = /\.(?:ya?ml|toml)$/i.test(path) || at < bodyStart;
  const html = `<!-- waymark-ignore ${id}: ${REASON} -->`;
  const comments = mayHash ? [`# waymark-ignore ${id}: ${REASON}`, html] : [html];
  const end = at + (/^[^\r\n]*/.exec(text.slice(at))?.[0].trimEnd().length ?? 0);
  const starts = [at, tagStart(text, at), fenceStart(text, at)].map((offset) =>
    lineStart(text, offset),
  );
  return comments.flatMap((comment) => [
    ...(isInTag(text, end) ? [] : [{ offset: end, text: ` ${comment}` }]),
    ...[...new Set(starts)].map((offset) => above(text, offset, comment)),
  ]);
}

/** A line of its own above the one that starts at an offset, as far to the right. */
function above(text: string, offset: number, comment: string): Insertion {
  const indent = /^[ \t]*/.exec(text.slice(offset))?.[0] ?? "";
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  return { offset: offset + indent.length, text: `${comment}${lineBreak}${indent}` };
}

function lineStart(text: string, offset: number): number {
  return text.slice(0, offset).search(/[^\r\n]*$/);
}

/** Whether an offset stands between the marks of a tag. */
function isInTag(text: string, offset: number): boolean {
  return tagStart(text, offset) < offset;
}

/** Where the tag begins that an offset stands in; the offset itself outside of tags. */
function tagStart(text: string, offset: number): number {
  const open = Math.max(text.lastIndexOf("{{<", offset - 1), text.lastIndexOf("{{%", offset - 1));
  const close = Math.max(text.lastIndexOf(">}}", offset - 3), text.lastIndexOf("%}}", offset - 3));
  return open > close ? open : offset;
}

/** The nearest line above that opens a code block; comments in code are text. */
function fenceStart(text: string, offset: number): number {
  const fences = [...text.slice(0, offset).matchAll(/^.*(?:`{3,}|~{3,}|\{\{[<%]\s*highlight\b)/gm)];
  return fences.at(-1)?.index ?? offset;
}

function isGood(
  source: Source,
  place: Range,
  id: Finding["id"],
  { offset, text }: Insertion,
): boolean {
  const written = source.text.slice(0, offset) + text + source.text.slice(offset);
  const changed = new Source(source.path, written);
  const moved = offset <= place.start ? text.length : 0;
  const span = { source: changed, start: place.start + moved, end: place.end + moved };
  const isExcused = new Excuses().isExcused({ id, message: "", span });
  // In a block of text in data, the comment itself is part of the value.
  const isOfValue = text.includes("<!--") && formatOfPath(source.path) !== undefined;
  return isExcused && (isOfValue || dataOf(source) === dataOf(changed));
}

/** The data of a file or of a page's front matter, to compare. */
function dataOf(source: Source): string {
  const own = formatOfPath(source.path);
  const { format, range } = splitFrontMatter(source);
  const parts: [DataFormat, Range | undefined][] =
    own !== undefined ? [[own, undefined]] : format === "none" ? [] : [[format, range]];
  return JSON.stringify(
    parts.map(([kind, within]) => {
      const { value, problems } = parseDataFile(source, kind, within);
      return [value && toPlain(value), problems.map(({ message }) => message)];
    }),
  );
}
