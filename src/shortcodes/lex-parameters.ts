/**
 * The parameters of a tag. Hugo: parser/pageparser/pagelexer_shortcode.go,
 * lexShortcodeParam; its six shapes:
 *
 *     bare   "quoted"   `raw`   key=bare   key="quoted"   key=`raw`
 */
import { type Cursor, closerOf, type Problem } from "./cursor.ts";
import type { Delimiter, ParameterNode } from "./types.ts";

/** Bare positional values and keys: letters, digits, `_`, `-`, `.`; no `.` or `+` first. */
const WORD = /[\p{L}\p{N}_-][\p{L}\p{N}_.-]*/uy;

/** A bare value after `=` runs to the next blank; another tag's opener ends it too. */
const BARE_VALUE = /(?:(?!\{\{[<%])[^ \t\n\v\f\r"`])+/y;

const EQUALS = /[ \t\n\v\f\r]*=[ \t\n\v\f\r]*/y;

/** A value as lexed, or what is wrong with it. */
type Value = Pick<ParameterNode, "value" | "style" | "valueRange"> | Problem;

/** The next parameter; moves behind it. */
export function lexParameter(cursor: Cursor, delimiter: Delimiter): ParameterNode | Problem {
  const start = cursor.at;
  const word = cursor.take(WORD);
  if (word === undefined) {
    const value = lexQuoted(cursor);
    if (value === undefined) return unexpectedCharacter(cursor, delimiter);
    if ("id" in value) return value;
    return { key: undefined, ...value, range: { start, end: cursor.at } };
  }
  const wordRange = { start, end: cursor.at };
  if (cursor.take(EQUALS) === undefined) {
    return { key: undefined, value: word, style: "bare", range: wordRange, valueRange: wordRange };
  }
  const value = lexQuoted(cursor) ?? lexBareValue(cursor, delimiter);
  if ("id" in value) return value;
  return { key: word, ...value, range: { start, end: cursor.at } };
}

/** A bare value; unlike Hugo's, it ends before the tag's end (`x=1>}}`). */
function lexBareValue(cursor: Cursor, delimiter: Delimiter): Value {
  const start = cursor.at;
  const run = cursor.take(BARE_VALUE) ?? "";
  const ends = [closerOf(delimiter), `/${closerOf(delimiter)}`]
    .map((end) => run.indexOf(end))
    .filter((end) => end >= 0);
  const value = run.slice(0, Math.min(run.length, ...ends));
  cursor.at = start + value.length;
  if (value === "") return unexpectedCharacter(cursor, delimiter);
  return { value, style: "bare", valueRange: { start, end: cursor.at } };
}

/** A value in quotes, or undefined if none starts here. */
function lexQuoted(cursor: Cursor): Value | undefined {
  if (cursor.character === '"') return lexString(cursor, '"');
  if (cursor.startsWith('\\"')) return lexString(cursor, '\\"');
  if (cursor.character === "`") return lexRaw(cursor);
  return undefined;
}

/**
 * `"…"` on one line. `\"` is a quote; a value with any `\"` loses all of its
 * backslashes (Hugo does so, and pages rely on it). `\"…\"` delimits too.
 */
function lexString(cursor: Cursor, quote: string): Value {
  const { text } = cursor;
  const start = cursor.at;
  const from = start + quote.length;
  let hasEscape = false;
  let at = from;
  for (;;) {
    const character = text[at];
    if (character === undefined || character === "\n" || character === "\r") {
      const message = 'Unexpected end of line in a quoted value, expected its closing "';
      return { id: "shortcode-string", message, range: { start, end: at } };
    }
    if (text.startsWith(quote, at)) break;
    if (character === "\\" && text[at + 1] === "`") {
      const message = 'Unexpected escape \\` in a quoted value, expected \\" or a raw value in `…`';
      return { id: "shortcode-escape", message, range: { start: at, end: at + 2 } };
    }
    const isEscape = character === "\\" && text[at + 1] === '"';
    hasEscape ||= isEscape;
    at += isEscape ? 2 : 1;
  }
  const written = text.slice(from, at);
  cursor.at = at + quote.length;
  return {
    value: hasEscape ? written.replaceAll("\\", "") : written,
    style: "quoted",
    valueRange: { start: from, end: at },
  };
}

/** A raw value: verbatim, over any number of lines. */
function lexRaw(cursor: Cursor): Value {
  const start = cursor.at;
  const end = cursor.find("`", start + 1);
  if (end === -1) {
    const message = "Unexpected end of the text in a raw value, expected its closing `";
    return { id: "shortcode-string", message, range: { start, end: start + 1 } };
  }
  cursor.at = end + 1;
  return {
    value: cursor.text.slice(start + 1, end),
    style: "raw",
    valueRange: { start: start + 1, end },
  };
}

function unexpectedCharacter(cursor: Cursor, delimiter: Delimiter): Problem {
  const start = cursor.at;
  const character = String.fromCodePoint(cursor.text.codePointAt(start) ?? 0);
  const quotes = character === "'" ? "; single quotes do not quote, use double ones" : "";
  const message = `Unexpected character "${character}" in a shortcode tag, expected a parameter or "${closerOf(delimiter)}"; values with other characters need quotes${quotes}`;
  return {
    id: "shortcode-character",
    message,
    range: { start, end: start + character.length },
  };
}
