/**
 * Places as the protocol counts them: lines and UTF-16 code units from 0 (LSP 3.17, Position).
 * Sources count the same units, so only the line has to be found.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Location, Position, Range } from "vscode-languageserver/node";
import type { Span } from "../messages/diagnostic.ts";
import type { Range as Offsets, Source } from "../text/source.ts";

/** The place of an offset. Editors do not count a byte order mark. */
export function positionAt(source: Source, offset: number): Position {
  const { line, column } = source.pointAt(Math.max(0, Math.min(offset, source.text.length)));
  const mark = line === 1 && source.text.startsWith("\ufeff") ? 1 : 0;
  return { line: line - 1, character: Math.max(0, column - 1 - mark) };
}

/** A range of offsets as a range of places. */
export function rangeOf(source: Source, { start, end }: Offsets): Range {
  return { start: positionAt(source, start), end: positionAt(source, Math.max(start, end)) };
}

/** The address of a file by its path from the site's root. */
export function uriOf(root: string, path: string): string {
  return pathToFileURL(join(root, path)).href;
}

/** Where a span stands. */
export function locationOf(root: string, span: Span): Location {
  return { uri: uriOf(root, span.source.path), range: rangeOf(span.source, span) };
}
