/** Reporters: pure functions from diagnostics to text. */
import type { Range } from "../text/source.ts";
import type { Diagnostic, Span } from "./diagnostic.ts";

export const FORMATS = ["text", "json", "github"] as const;
export type Format = (typeof FORMATS)[number];

/**
 * What `format` says of the diagnostics; ends in a line break unless empty. Paths count
 * from the site; those of annotations from the repository, where the site is `folder`.
 */
export function report(diagnostics: readonly Diagnostic[], format: Format, folder = ""): string {
  switch (format) {
    case "json":
      return `${JSON.stringify(diagnostics.map(asJson), null, 2)}\n`;
    case "github":
      return diagnostics.map((diagnostic) => `${asAnnotation(diagnostic, folder)}\n`).join("");
    default:
      return diagnostics.map((diagnostic) => `${asText(diagnostic)}\n`).join("\n");
  }
}

/** `2 errors, 1 warning`; what there is none of is left out. */
export function summary(diagnostics: readonly Diagnostic[]): string {
  const parts = (["error", "warning", "info"] as const).flatMap((level) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.level === level).length;
    if (count === 0) return [];
    return [counted(count, level === "info" ? "remark" : level)];
  });
  return parts.length === 0 ? "no errors, no warnings" : parts.join(", ");
}

/** "1 page", "2 pages". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** `file:line:col: level: message [id]`: the one line that editors and tests read. */
export function headline(diagnostic: Diagnostic): string {
  const { level, id } = diagnostic;
  return `${place(diagnostic.span)}: ${level}: ${sentence(diagnostic)} [${id}]`;
}

/** The headline, the calls that led there, and the source line with the place marked. */
export function asText(diagnostic: Diagnostic): string {
  const chain = diagnostic.chain.map((span) => `  included at ${place(span)}`);
  return [headline(diagnostic), ...frame(diagnostic.span), ...chain, ...onPages(diagnostic)].join(
    "\n",
  );
}

/** Files that a diagnostic names before it counts the others. */
const NAMED_PAGES = 5;

/** The files that lead to the place, if there are several: the chain shows the first one's way. */
function onPages({ pages }: Diagnostic): string[] {
  if (pages.length < 2) return [];
  const rest = pages.length - NAMED_PAGES;
  const named = pages.slice(0, NAMED_PAGES).join(", ");
  return [`  in ${pages.length} files: ${named}${rest > 0 ? ` and ${rest} more` : ""}`];
}

/** The message, with the nearest right name. */
export function sentence({ message, suggestion }: Diagnostic): string {
  return suggestion === undefined ? message : `${message}; did you mean "${suggestion}"?`;
}

function place({ source, start }: Span): string {
  const { line, column } = source.placeAt(start);
  return `${source.path}:${line}:${column}`;
}

/** Longer source lines are cut, so that a minified line does not fill the screen. */
const MAX_LINE = 160;

function frame({ source, start, end }: Span): string[] {
  const line = source.lineAt(start);
  if (line.start === line.end) return [];
  const window = windowOf(source.text, line, start);
  const number = String(source.placeAt(start).line);
  const gutter = " ".repeat(number.length);
  const before = lengthOf(source.text.slice(window.start, start));
  const marked = lengthOf(source.text.slice(start, Math.min(end, window.end)));
  const shown = source.text.slice(window.start, window.end).replaceAll("\t", " ");
  const marks = `${" ".repeat(before)}${"^".repeat(Math.max(1, marked))}`;
  return [`  ${number} | ${shown}`, `  ${gutter} | ${marks}`];
}

/** The part of a line around an offset; it splits no surrogate pair. */
function windowOf(text: string, line: Range, at: number): Range {
  const wanted = Math.min(at - MAX_LINE / 2, line.end - MAX_LINE);
  const start = Math.max(line.start, wanted);
  const end = Math.min(line.end, start + MAX_LINE);
  return { start: start + Number(isTrail(text, start)), end: end - Number(isTrail(text, end)) };
}

function isTrail(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

/** Length in code points. */
function lengthOf(text: string): number {
  return [...text].length;
}

interface JsonPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

function jsonPlace({ source, start, end }: Span): JsonPlace {
  const first = source.placeAt(start);
  const last = source.placeAt(end);
  return {
    file: source.path,
    line: first.line,
    column: first.column,
    endLine: last.line,
    endColumn: last.column,
  };
}

function asJson(diagnostic: Diagnostic): object {
  const { id, level, message, suggestion, span, chain, pages } = diagnostic;
  const { source, start } = span;
  const line = windowOf(source.text, source.lineAt(start), start);
  return {
    id,
    level,
    message,
    suggestion: suggestion ?? null,
    ...jsonPlace(span),
    sourceLine: source.text.slice(line.start, line.end),
    includedAt: chain.map(jsonPlace),
    pages,
  };
}

/** GitHub's workflow command for an annotation. */
function asAnnotation(diagnostic: Diagnostic, folder: string): string {
  const { file, line, column, endLine, endColumn } = jsonPlace(diagnostic.span);
  const level = diagnostic.level === "info" ? "notice" : diagnostic.level;
  const properties = Object.entries({
    file: folder === "" ? file : `${folder}/${file}`,
    line,
    endLine,
    col: column,
    endColumn,
    title: diagnostic.id,
  })
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
    .join(",");
  return `::${level} ${properties}::${escapeData(asText(diagnostic))}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
