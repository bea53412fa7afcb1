/** Where the characters of a YAML scalar's value stand in its file. */
import { SCALAR_STYLE, type ScalarEvent } from "js-yaml";
import { MappedText, type Piece } from "../text/mapped.ts";
import type { Source } from "../text/source.ts";

/** The value as text mapped to the file; `value` is the decoded one. */
export function scalarText(source: Source, event: ScalarEvent, value: string): MappedText {
  const { valueStart, valueEnd } = event;
  if (source.text.slice(valueStart, valueEnd) === value) {
    return MappedText.of(source, valueStart, valueEnd);
  }
  return event.style === SCALAR_STYLE.LITERAL_BLOCK
    ? literalText(source, event, value)
    : alignedText(source, event, value);
}

/** A literal block: line by line, each without its indentation (YAML 1.2.2, 8.1.2). */
function literalText(source: Source, event: ScalarEvent, value: string): MappedText {
  const pieces: Piece[] = [];
  let at = event.valueStart;
  for (const line of value.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const content = line.replace(/\n$/, "");
    const lineEnd = endOfLine(source.text, at);
    const start = Math.max(at, lineEnd - trailing(source.text, at, lineEnd, content));
    pieces.push({ text: content, source, start, exact: true, frame: undefined });
    const lineBreak = source.text.startsWith("\r\n", lineEnd) ? lineEnd + 1 : lineEnd;
    if (line !== content) {
      pieces.push({ text: "\n", source, start: lineBreak, exact: true, frame: undefined });
    }
    at = Math.min(lineBreak + 1, event.valueEnd);
  }
  return new MappedText(pieces);
}

/** The length of a line's content: the line itself ends with it. */
function trailing(text: string, start: number, end: number, content: string): number {
  return text.slice(start, end).endsWith(content) ? content.length : end - start;
}

function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}

/**
 * Folded, quoted and plain values over several lines: each word is found again;
 * what was written otherwise (escapes) has the place where it starts.
 */
function alignedText(source: Source, event: ScalarEvent, value: string): MappedText {
  const written = source.text.slice(event.valueStart, event.valueEnd);
  const pieces: Piece[] = [];
  let at = 0;
  for (const run of value.match(/\s+|[^\s\\"']+|[\\"']+/g) ?? []) {
    const found = /\s/.test(run[0] ?? "") ? -1 : written.indexOf(run, at);
    const isNear = found !== -1 && /^[\s\\"'nrt]*$/.test(written.slice(at, found));
    const start = isNear ? found : at;
    pieces.push({
      text: run,
      source,
      start: event.valueStart + Math.min(start, written.length),
      exact: isNear,
      frame: undefined,
    });
    if (isNear) at = found + run.length;
  }
  return new MappedText(pieces);
}
