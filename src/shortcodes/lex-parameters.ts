/**
 * Values of parameters: quoted, raw and bare. Hugo: lexShortcodeParam and its
 * neighbours in parser/pageparser/pagelexer_shortcode.go. Each function takes the
 * offset where the value starts and gives its token; none of them fails.
 */
import {
  APOSTROPHE,
  BACKSLASH,
  BACKTICK,
  closerAt,
  EQUALS,
  endsTag,
  isBlank,
  isLineEnd,
  openerAt,
  QUOTE,
  SLASH,
} from "./lex-characters.ts";
import { type LexError, shownCharacter, type ValueToken } from "./tokens.ts";

/** Hugo: a bare value's characters; it does not start with a dot. */
const WORD = /^(?:[\p{L}\p{Nd}_-][\p{L}\p{Nd}_.-]*)?/u;

/** Whether a quoted or raw value starts at `at`: `"`, `\"` or a backtick. */
export function isQuoteStart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === QUOTE || code === BACKTICK) return true;
  return code === BACKSLASH && text.charCodeAt(at + 1) === QUOTE;
}

/** The value that starts with the quote at `at`. */
export function lexQuoted(text: string, at: number): ValueToken {
  return text.charCodeAt(at) === BACKTICK ? lexRaw(text, at) : lexString(text, at);
}

/** A raw value: anything up to the next backtick, over several lines. */
function lexRaw(text: string, at: number): ValueToken {
  const end = text.indexOf("`", at + 1);
  if (end < 0) return unclosed(text, at, at + 1, "raw");
  const content = { start: at + 1, end };
  const value = text.slice(content.start, content.end);
  return { type: "value", style: "raw", value, content, start: at, end: end + 1 };
}

/**
 * `"…"` or `\"…\"` on one line. A backslash hides a quote, and a value with a
 * hidden quote loses all of its backslashes (Hugo: ignoreEscapesAndEmit).
 */
function lexString(text: string, at: number): ValueToken {
  const start = at + (text.charCodeAt(at) === BACKSLASH ? 2 : 1);
  const { end, hasHidden, error } = scanString(text, start, start - at === 2);
  if (end >= text.length || isLineEnd(text.charCodeAt(end))) {
    return unclosed(text, at, start, "quoted");
  }
  const written = text.slice(start, end);
  return {
    type: "value",
    style: "quoted",
    value: hasHidden ? written.replaceAll("\\", "") : written,
    content: { start, end },
    start: at,
    end: end + (text.charCodeAt(end) === BACKSLASH ? 2 : 1),
    ...(error === undefined ? {} : { error }),
  };
}

interface ScannedString {
  /** The offset of the closing quote, with its backslash, or of the line's end. */
  readonly end: number;
  readonly hasHidden: boolean;
  /** The first escaped backtick. */
  readonly error: LexError | undefined;
}

/** Reads on from a value's start; `isEscaped`: it started with `\"`, so that ends it too. */
function scanString(text: string, start: number, isEscaped: boolean): ScannedString {
  let hasHidden = false;
  let error: LexError | undefined;
  let end = start;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === QUOTE || isLineEnd(code)) break;
    if (code !== BACKSLASH) continue;
    const next = text.charCodeAt(end + 1);
    if (next === QUOTE && isEscaped) break;
    if (next === QUOTE) hasHidden = true;
    if (next === BACKTICK) error ??= badEscape(end);
    if (next === QUOTE || next === BACKTICK) end++;
  }
  return { end, hasHidden, error };
}

/** The error of a backslash before a backtick. */
export function badEscape(at: number): LexError {
  const message = 'Unexpected escape "\\`", expected a backtick without its backslash';
  return { id: "shortcode-escape", message, start: at, end: at + 2 };
}

/** A value without its closing quote is taken to end with its tag, or with its line. */
function unclosed(
  text: string,
  start: number,
  contentStart: number,
  style: "quoted" | "raw",
): ValueToken {
  let end = contentStart;
  while (end < text.length && !isLineEnd(text.charCodeAt(end)) && !closerAt(text, end)) end++;
  const where = style === "raw" ? "end of the text" : "end of the line";
  const quote = style === "raw" ? "a closing backtick" : `a closing ${"'\"'"}`;
  const error: LexError = {
    id: "shortcode-string",
    message: `Unexpected ${where} in a value, expected ${quote}`,
    start,
    end: contentStart,
  };
  const value = text.slice(contentStart, end).trimEnd();
  const content = { start: contentStart, end: contentStart + value.length };
  return { type: "value", style, value, content, start, end, error };
}

/**
 * The bare value of a named parameter, up to the next blank. Where Hugo swallows
 * the closing delimiter, the value ends before it, and before the slash of a
 * self-closing tag: that of `x=1/>}}`, but not that of `x=/a/>}}`.
 */
export function lexBare(text: string, at: number): ValueToken {
  let end = at;
  let slashes = 0;
  while (end < text.length && !endsBare(text, end)) {
    if (text.charCodeAt(end) === SLASH) slashes++;
    end++;
  }
  const isSelfClosing =
    slashes === 1 &&
    end - at > 1 &&
    text.charCodeAt(end - 1) === SLASH &&
    closerAt(text, end) !== undefined;
  return bareToken(text, at, isSelfClosing ? end - 1 : end);
}

function endsBare(text: string, at: number): boolean {
  return (
    isBlank(text.charCodeAt(at)) ||
    closerAt(text, at) !== undefined ||
    openerAt(text, at) !== undefined
  );
}

function bareToken(text: string, start: number, end: number): ValueToken {
  const content = { start, end };
  return { type: "value", style: "bare", value: text.slice(start, end), content, start, end };
}

/**
 * A word that is a positional value or a key. Hugo takes letters, digits, `_`, `-`
 * and `.`; a word with anything else is one token with an error at its first
 * wrong character.
 */
export function lexWord(text: string, at: number): ValueToken {
  if (text.charCodeAt(at) === APOSTROPHE) return lexApostrophes(text, at);
  let end = at + 1;
  while (end < text.length && !endsWord(text, end)) end++;
  const token = bareToken(text, at, end);
  const length = WORD.exec(token.value)?.[0].length ?? 0;
  if (length === token.value.length) return token;
  return { ...token, error: wrongCharacter(token.value, length, at) };
}

function endsWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === QUOTE || code === BACKTICK || code === EQUALS || code === BACKSLASH) return true;
  return endsBare(text, at) || (code === SLASH && endsTag(text, at + 1));
}

function wrongCharacter(word: string, index: number, at: number): LexError {
  const character = String.fromCodePoint(word.codePointAt(index) ?? 0);
  const wanted = hasContent(word) ? "double quotes around such a value" : "a parameter";
  return {
    id: "shortcode-character",
    message: `Unexpected ${shownCharacter(character)}, expected ${wanted}`,
    start: at + index,
    end: at + index + character.length,
  };
}

/** Whether a word with a wrong character may be a value, not a stray sign. */
export function hasContent(word: string): boolean {
  return /[\p{L}\p{Nd}]/u.test(word);
}

/** Hugo: single quotes do not quote. What stands between them is still one value's worth. */
function lexApostrophes(text: string, at: number): ValueToken {
  let end = at + 1;
  while (end < text.length && !endsApostrophes(text, end)) end++;
  const isClosed = text.charCodeAt(end) === APOSTROPHE;
  const token = bareToken(text, at, Math.max(at + 1, isClosed ? end + 1 : end));
  const message = `Unexpected "'", expected double quotes: single quotes do not quote`;
  const error = { id: "shortcode-character", message, start: at, end: at + 1 } as const;
  if (!isClosed) return { ...token, error };
  const content = { start: at + 1, end };
  return { ...token, style: "quoted", value: text.slice(at + 1, end), content, error };
}

function endsApostrophes(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === APOSTROPHE || isLineEnd(code)) return true;
  return closerAt(text, at) !== undefined || openerAt(text, at) !== undefined;
}
