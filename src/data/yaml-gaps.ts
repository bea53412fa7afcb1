/**
 * What stands between the values of a YAML text. The parser's events tell where
 * values start, not where collections end or where an absent value would be.
 * All functions take an offset at which a token of well-formed YAML ends.
 */
import { isBlank, isBreak } from "./characters.ts";

/** The offset after blanks, line breaks and comments. */
export function afterGap(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    if (isBlank(text, at) || isBreak(text, at)) at++;
    else if (text[at] === "#") at = endOfLine(text, at);
    else break;
  }
  return at;
}

/** Where an absent value belongs: right after the `:`, `-` or `?` that calls for it. */
export function absentPlace(text: string, from: number): number {
  const at = afterGap(text, from);
  const isIndicator = "-:?".includes(text[at] ?? " ") && isEndOfIndicator(text, at + 1);
  return isIndicator ? at + 1 : from;
}

/** The end of a flow collection whose last value ends at `from`: after its bracket. */
export function flowEnd(text: string, from: number): number {
  let at = afterGap(text, from);
  while (",:?".includes(text[at] ?? " ")) at = afterGap(text, at + 1);
  return "]}".includes(text[at] ?? " ") ? at + 1 : from;
}

/** The offset after the marker that starts the first document; 0 without one. */
export function documentStart(text: string): number {
  const marker = /^\ufeff?---(?=\s|$)/m.exec(text);
  return marker === null ? 0 : marker.index + marker[0].length;
}

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isBreak(text, at)) at++;
  return at;
}

function isEndOfIndicator(text: string, at: number): boolean {
  return (
    at >= text.length || isBlank(text, at) || isBreak(text, at) || ",]}".includes(text[at] ?? "")
  );
}
