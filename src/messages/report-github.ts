/** Diagnostics as GitHub's workflow commands for annotations. */
import { manualPage } from "./catalog.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { jsonPlace } from "./report-json.ts";
import { asText } from "./report-text.ts";

/** One annotation; `folder` is that of the site in the repository. */
export function asAnnotation(diagnostic: Diagnostic, folder: string, manual: string): string {
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
  const text = `${asText(diagnostic)}\n  ${manualPage(diagnostic.id, manual)}`;
  return `::${level} ${properties}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
