/** Reporters: pure functions from diagnostics to text. */
import type { Diagnostic, Span } from "./diagnostic.ts";

export const FORMATS = ["text", "json", "github"] as const;
export type Format = (typeof FORMATS)[number];

/** What `format` says of the diagnostics; ends in a line break unless empty. */
export function report(diagnostics: readonly Diagnostic[], format: Format): string {
  switch (format) {
    case "json":
      return `${JSON.stringify(diagnostics.map(asJson), null, 2)}\n`;
    case "github":
      return diagnostics.map((diagnostic) => `${asAnnotation(diagnostic)}\n`).join("");
    default:
      return diagnostics.map((diagnostic) => `${asText(diagnostic)}\n`).join("\n");
  }
}

/** `2 errors, 1 warning`; what there is none of is left out. */
export function summary(diagnostics: readonly Diagnostic[]): string {
  const parts = (["error", "warning", "info"] as const).flatMap((level) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.level === level).length;
    if (count === 0) return [];
    const noun = level === "info" ? "remark" : level;
    return [`${count} ${noun}${count === 1 ? "" : "s"}`];
  });
  return parts.length === 0 ? "no errors, no warnings" : parts.join(", ");
}

/** `file:line:col: level: message [id]`: the one line that editors and tests read. */
export function headline(diagnostic: Diagnostic): string {
  const { level, id } = diagnostic;
  return `${place(diagnostic.span)}: ${level}: ${sentence(diagnostic)} [${id}]`;
}

/** The headline, the calls that led there, and the source line with the place marked. */
export function asText(diagnostic: Diagnostic): string {
  const chain = diagnostic.chain.map((span) => `  included at ${place(span)}`);
  return [headline(diagnostic), ...frame(diagnostic.span), ...chain].join("\n");
}

function sentence({ message, suggestion }: Diagnostic): string {
  return suggestion === undefined ? message : `${message}; did you mean "${suggestion}"?`;
}

function place({ source, start }: Span): string {
  const { line, column } = source.placeAt(start);
  return `${source.path}:${line}:${column}`;
}

/** Longer source lines are cut, so that a minified line does not fill the screen. */
const MAX_LINE = 160;

function frame({ source, start, end }: Span): string[] {
  const first = source.placeAt(start);
  const last = source.placeAt(end);
  const points = [...source.lineText(first.line)];
  if (points.length === 0) return [];
  const cut = Math.max(0, Math.min(first.column - 1 - MAX_LINE / 2, points.length - MAX_LINE));
  const shown = points
    .slice(cut, cut + MAX_LINE)
    .join("")
    .replaceAll("\t", " ");
  const endColumn = last.line === first.line ? last.column : points.length + 1;
  const width = Math.max(
    1,
    Math.min(endColumn - first.column, MAX_LINE - (first.column - 1 - cut)),
  );
  const number = String(first.line);
  const gutter = " ".repeat(number.length);
  const marks = `${" ".repeat(first.column - 1 - cut)}${"^".repeat(width)}`;
  return [`  ${number} | ${shown}`, `  ${gutter} | ${marks}`];
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
  const { id, level, message, suggestion, span, chain } = diagnostic;
  const { line } = span.source.placeAt(span.start);
  return {
    id,
    level,
    message,
    suggestion: suggestion ?? null,
    ...jsonPlace(span),
    sourceLine: span.source.lineText(line),
    includedAt: chain.map(jsonPlace),
  };
}

/** GitHub's workflow command for an annotation. */
function asAnnotation(diagnostic: Diagnostic): string {
  const { file, line, column, endLine, endColumn } = jsonPlace(diagnostic.span);
  const level = diagnostic.level === "info" ? "notice" : diagnostic.level;
  const properties = Object.entries({
    file,
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
