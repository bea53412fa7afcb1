/**
 * Splits a file into front matter and content. Hugo: after blanks or a byte order
 * mark, `---` starts YAML, `+++` TOML, `{` JSON; the first line that starts with
 * the delimiter ends it (parser/pageparser/pagelexer_intro.go).
 */
import type { Range, Source } from "./source.ts";

export interface FrontMatterSplit {
  readonly format: "yaml" | "toml" | "json" | "none";
  /** The matter's own text, without delimiters. */
  readonly range: Range;
  /** Where the content starts. */
  readonly bodyStart: number;
  /** The opening delimiter, if nothing closes it. */
  readonly unclosed: Range | undefined;
}

const OPENING = /^\ufeff?(?:[ \t]*(?:\r\n|\n|\r))*(---|\+\+\+|\{)/;

/** A line that makes an unclosed `---` look like front matter and not like a rule. */
const LOOKS_LIKE_YAML = /^[ \t]*[\w"'-]+[ \t]*:(?:[ \t\r\n]|$)/;

/** The parts of a file; a file without front matter is all content. */
export function splitFrontMatter(source: Source): FrontMatterSplit {
  const { text } = source;
  const opening = OPENING.exec(text);
  const delimiter = opening?.[1];
  if (opening === null || delimiter === undefined) return whole();
  const start = opening[0].length - delimiter.length;
  if (delimiter === "{") return splitJson(text, start);
  const lineEnd = endOfLine(text, start);
  if (text.slice(start + delimiter.length, lineEnd).trim() !== "") return whole();
  const format = delimiter === "---" ? "yaml" : "toml";
  for (
    let at = nextLine(text, lineEnd);
    at < text.length;
    at = nextLine(text, endOfLine(text, at))
  ) {
    if (text.startsWith(delimiter, at)) {
      const range = { start: nextLine(text, lineEnd), end: at };
      const end = endOfLine(text, at);
      const isAlone = text.slice(at + delimiter.length, end).trim() === "";
      const bodyStart = isAlone ? nextLine(text, end) : at + delimiter.length;
      return { format, range, bodyStart, unclosed: undefined };
    }
  }
  const first = text.slice(nextLine(text, lineEnd));
  if (format === "yaml" && !LOOKS_LIKE_YAML.test(first)) return whole();
  const unclosed = { start, end: start + delimiter.length };
  return { format: "none", range: unclosed, bodyStart: 0, unclosed };
}

function whole(): FrontMatterSplit {
  return { format: "none", range: { start: 0, end: 0 }, bodyStart: 0, unclosed: undefined };
}

/** A JSON object up to its closing brace; `{{` is a shortcode, so content. */
function splitJson(text: string, start: number): FrontMatterSplit {
  if (!/^\{\s*(?:"|\})/.test(text.slice(start, start + 200))) return whole();
  const end = closingBrace(text, start);
  if (end === -1) {
    const unclosed = { start, end: start + 1 };
    return { format: "none", range: unclosed, bodyStart: 0, unclosed };
  }
  const lineEnd = endOfLine(text, end);
  const isAlone = text.slice(end, lineEnd).trim() === "";
  const bodyStart = isAlone ? nextLine(text, lineEnd) : end;
  return { format: "json", range: { start, end }, bodyStart, unclosed: undefined };
}

function closingBrace(text: string, start: number): number {
  let depth = 0;
  let isString = false;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (isString) {
      if (character === "\\") at++;
      else if (character === '"') isString = false;
    } else if (character === '"') isString = true;
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return at + 1;
  }
  return -1;
}

function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}

function nextLine(text: string, end: number): number {
  if (text.startsWith("\r\n", end)) return end + 2;
  return Math.min(end + 1, text.length);
}
