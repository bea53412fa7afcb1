/**
 * Splits a file into front matter and content. Hugo: after blanks or a byte order
 * mark, `---` starts YAML, `+++` TOML, `{` JSON; the first line that starts with
 * the delimiter ends it (parser/pageparser/pagelexer_intro.go).
 */
import type { Range, Source } from "./source.ts";

/** Why a file that starts like front matter has none. */
export interface FrontMatterProblem {
  /** No line closes it, or it is in Org's form, which is not read. */
  readonly reason: "unclosed" | "org";
  /** The opening delimiter. */
  readonly range: Range;
}

export interface FrontMatterSplit {
  readonly format: "yaml" | "toml" | "json" | "none";
  /** The matter's own text, without delimiters; empty if there is none. */
  readonly range: Range;
  /** Where the content starts: after a byte order mark where there is no front matter. */
  readonly bodyStart: number;
  readonly problem: FrontMatterProblem | undefined;
}

const DELIMITERS = [
  ["---", "yaml"],
  ["+++", "toml"],
] as const;

/**
 * The parts of a file. A file without front matter is all content, also one that
 * starts with a shortcode, a list or a thematic break, where Hugo gives up.
 */
export function splitFrontMatter({ text }: Source): FrontMatterSplit {
  const start = firstCharacter(text);
  for (const [delimiter, format] of DELIMITERS) {
    if (text.startsWith(delimiter, start)) return splitLines(text, start, delimiter, format);
  }
  if (text[start] === "{") return splitJson(text, start);
  if (/^#\+\w+:/.test(text.slice(start, start + 40))) return broken(text, start, 2, "org");
  return whole(text);
}

function splitLines(
  text: string,
  start: number,
  delimiter: string,
  format: "yaml" | "toml",
): FrontMatterSplit {
  const openingEnd = endOfLine(text, start);
  if (text.slice(start + delimiter.length, openingEnd).trim() !== "") return whole(text);
  const first = nextLine(text, openingEnd);
  for (let at = first; at < text.length; at = nextLine(text, endOfLine(text, at))) {
    if (!text.startsWith(delimiter, at)) continue;
    const bodyStart = bodyAfter(text, at + delimiter.length);
    return { format, range: { start: first, end: at }, bodyStart, problem: undefined };
  }
  if (format === "yaml" && !looksLikeYaml(text, first)) return whole(text);
  return broken(text, start, delimiter.length, "unclosed");
}

/** A JSON object up to its closing brace; `{{` is a shortcode, so content. */
function splitJson(text: string, start: number): FrontMatterSplit {
  if (!/^\{\s*["}]/.test(text.slice(start, start + 200))) return whole(text);
  const end = closingBrace(text, start);
  if (end === -1) return broken(text, start, 1, "unclosed");
  const bodyStart = bodyAfter(text, end);
  return { format: "json", range: { start, end }, bodyStart, problem: undefined };
}

function whole(text: string): FrontMatterSplit {
  const bodyStart = text.startsWith("\ufeff") ? 1 : 0;
  return { format: "none", range: { start: 0, end: 0 }, bodyStart, problem: undefined };
}

function broken(
  text: string,
  start: number,
  length: number,
  reason: FrontMatterProblem["reason"],
): FrontMatterSplit {
  return { ...whole(text), problem: { reason, range: { start, end: start + length } } };
}

/**
 * Whether an unclosed `---` starts front matter and is no thematic break: the first
 * lines below it hold a key, after comments at most.
 */
function looksLikeYaml(text: string, from: number): boolean {
  let at = skipBlankLines(text, from);
  while (text.startsWith("#", at)) at = nextLine(text, endOfLine(text, at));
  return /^[\w"'-]+[ \t]*:(?:\s|$)/.test(
    text.slice(at, Math.min(endOfLine(text, at) + 1, at + 80)),
  );
}

/** The content: the rest of the closing line (Hugo), or the line after it if there is none. */
function bodyAfter(text: string, end: number): number {
  const lineEnd = endOfLine(text, end);
  return text.slice(end, lineEnd).trim() === "" ? nextLine(text, lineEnd) : end;
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

/** Where the first line starts that is not blank, after a byte order mark. */
function firstCharacter(text: string): number {
  return skipBlankLines(text, text.startsWith("\ufeff") ? 1 : 0);
}

function skipBlankLines(text: string, from: number): number {
  let lineStart = from;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === "\n" || character === "\r") lineStart = at + 1;
    else if (character !== " " && character !== "\t") return lineStart;
  }
  return lineStart;
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
