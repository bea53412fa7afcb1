/**
 * From text to tokens: shortcode tags, commented-out shortcodes, and the text in
 * between. Knows characters, nothing of pairs, and nothing of Markdown (Hugo scans
 * fences, comments and link targets too). Tokens cover the text without a gap. A
 * broken tag is told and does not stop the rest. Linear in the text's length.
 */
import type { Range } from "../text/source.ts";
import { Cursor, closerOf, type Problem } from "./cursor.ts";
import { lexParameter } from "./lex-parameters.ts";
import type { Delimiter, ParameterNode } from "./types.ts";

export interface TextToken {
  readonly type: "text";
  readonly range: Range;
}

/** A commented-out shortcode; `value` is the tag that it prints. */
export interface LiteralToken {
  readonly type: "literal";
  readonly value: string;
  readonly range: Range;
}

export interface TagToken {
  readonly type: "tag";
  readonly delimiter: Delimiter;
  readonly isClosing: boolean;
  readonly selfClosing: boolean;
  readonly name: string;
  readonly nameRange: Range;
  readonly parameters: readonly ParameterNode[];
  /** Something in it is wrong; it takes part in pairing only. */
  readonly isBroken: boolean;
  readonly range: Range;
}

export type Token = TextToken | LiteralToken | TagToken;

const OPENER = /\{\{[<%]/g;

/** Hugo's names, with `/` for folders; dots are ours. */
const NAME = /[\p{L}\p{N}_][\p{L}\p{N}_/.-]*/uy;

/** The tokens of a text; problems go to `report` in order of place. */
export function lex(text: string, report: (problem: Problem) => void): Token[] {
  const tokens: Token[] = [];
  const cursor = new Cursor(text);
  let textStart = 0;
  OPENER.lastIndex = 0;
  for (let found = OPENER.exec(text); found !== null; found = OPENER.exec(text)) {
    const start = found.index;
    cursor.at = start;
    const token = lexTag(cursor, report);
    if (token === undefined) continue;
    if (start > textStart) tokens.push({ type: "text", range: { start: textStart, end: start } });
    tokens.push(token);
    textStart = token.range.end;
    OPENER.lastIndex = textStart;
  }
  if (textStart < text.length) {
    tokens.push({ type: "text", range: { start: textStart, end: text.length } });
  }
  return tokens;
}

/** The token at an opener; undefined if what stands here stays text. */
function lexTag(cursor: Cursor, report: (problem: Problem) => void): Token | undefined {
  const start = cursor.at;
  const delimiter: Delimiter = cursor.text[start + 2] === "<" ? "<" : "%";
  cursor.at += 3;
  if (cursor.startsWith("/*")) return lexComment(cursor, delimiter, start, report);
  cursor.skipBlanks();
  const isClosing = cursor.character === "/";
  if (isClosing) cursor.at++;
  cursor.skipBlanks();
  const nameStart = cursor.at;
  const name = lexName(cursor, delimiter);
  if (name === undefined) {
    report(namelessTag(cursor, delimiter, start));
    return undefined;
  }
  const nameRange = { start: nameStart, end: nameStart + name.length };
  const head = { type: "tag", delimiter, isClosing, name, nameRange } as const;
  const { parameters, selfClosing, problem } = lexRest(cursor, delimiter, nameRange);
  const found = problem ?? tagProblem(head, parameters);
  if (found === undefined) {
    return { ...head, parameters, selfClosing, isBroken: false, range: { start, end: cursor.at } };
  }
  const end = problem === undefined ? cursor.at : recover(cursor, delimiter, found.range.end);
  if (end === undefined) {
    report(unclosed(cursor, delimiter, start, name, found));
    return undefined;
  }
  report(found);
  return { ...head, parameters, selfClosing: false, isBroken: true, range: { start, end } };
}

/** A `/` at a name's end belongs to the tag: `{{< x/>}}`. */
function lexName(cursor: Cursor, delimiter: Delimiter): string | undefined {
  const name = cursor.take(NAME);
  if (name === undefined || !name.endsWith("/") || !cursor.startsWith(closerOf(delimiter))) {
    return name;
  }
  cursor.at--;
  return name.slice(0, -1);
}

interface Rest {
  readonly parameters: ParameterNode[];
  readonly selfClosing: boolean;
  readonly problem: Problem | undefined;
}

/** What follows a tag's name, up to and with its closer. */
function lexRest(cursor: Cursor, delimiter: Delimiter, nameRange: Range): Rest {
  const closer = closerOf(delimiter);
  const parameters: ParameterNode[] = [];
  for (;;) {
    cursor.skipBlanks();
    const selfClosing = takeSelfClosing(cursor, closer);
    if (selfClosing || cursor.startsWith(closer)) {
      cursor.at += closer.length;
      return { parameters, selfClosing, problem: undefined };
    }
    if (cursor.isAtEnd) {
      const message = `Unexpected end of the text in a shortcode tag, expected "${closer}"`;
      const problem = { id: "shortcode-unclosed-tag", message, range: nameRange } as const;
      return { parameters, selfClosing, problem };
    }
    const parameter = lexParameter(cursor, delimiter);
    if ("id" in parameter) return { parameters, selfClosing, problem: parameter };
    parameters.push(parameter);
  }
}

function takeSelfClosing(cursor: Cursor, closer: string): boolean {
  const start = cursor.at;
  if (cursor.character === "/") {
    cursor.at++;
    cursor.skipBlanks();
    if (cursor.startsWith(closer)) return true;
  }
  cursor.at = start;
  return false;
}

/** `{{</* … *\/>}}`: prints the tag between the marks, blanks kept. */
function lexComment(
  cursor: Cursor,
  delimiter: Delimiter,
  start: number,
  report: (problem: Problem) => void,
): LiteralToken | undefined {
  const closer = closerOf(delimiter);
  const from = start + 5;
  const end = cursor.find(`*/${closer}`, from);
  if (end === -1) {
    const message = `Unexpected end of the text in a commented-out shortcode, expected "*/${closer}"`;
    report({ id: "shortcode-comment", message, range: { start, end: from } });
    return undefined;
  }
  const value = `{{${delimiter}${cursor.text.slice(from, end)}${closer}`;
  return { type: "literal", value, range: { start, end: end + 2 + closer.length } };
}

/** What is wrong with a tag that is whole. */
function tagProblem(
  { isClosing, name, nameRange }: Pick<TagToken, "isClosing" | "name" | "nameRange">,
  parameters: readonly ParameterNode[],
): Problem | undefined {
  const [first] = parameters;
  if (isClosing && first !== undefined) {
    const message = `Unexpected parameter in the closing tag of "${name}", expected its end`;
    return { id: "shortcode-closing-parameters", message, range: first.range };
  }
  if (name.endsWith(".inline")) {
    const message = `Unexpected inline shortcode "${name}": its body is a Go template, which Waymark does not run; write a partial`;
    return { id: "shortcode-inline", message, range: nameRange };
  }
  return undefined;
}

/** The end of a broken tag: its closer, if that comes before another opener. */
function recover(cursor: Cursor, delimiter: Delimiter, from: number): number | undefined {
  const openers = ["{{<", "{{%"].map((opener) => cursor.find(opener, from));
  const next = Math.min(cursor.text.length, ...openers.filter((at) => at !== -1));
  const closer = closerOf(delimiter);
  const end = cursor.text.slice(from, next).indexOf(closer);
  return end === -1 ? undefined : from + end + closer.length;
}

function unclosed(
  cursor: Cursor,
  delimiter: Delimiter,
  start: number,
  name: string,
  found: Problem,
): Problem {
  if (found.id === "shortcode-string" || found.id === "shortcode-escape") return found;
  const other = closerOf(delimiter === "<" ? "%" : "<");
  if (cursor.startsWith(other)) {
    const message = `Unexpected "${other}" at the end of a tag that opens with "{{${delimiter}", expected "${closerOf(delimiter)}"`;
    return { id: "shortcode-character", message, range: { start: cursor.at, end: cursor.at + 3 } };
  }
  const message = `Unexpected end of the tag "{{${delimiter} ${name}", expected "${closerOf(delimiter)}"`;
  return { id: "shortcode-unclosed-tag", message, range: { start, end: start + 3 } };
}

function namelessTag(cursor: Cursor, delimiter: Delimiter, start: number): Problem {
  const range = { start, end: start + 3 };
  const closer = closerOf(delimiter);
  if (cursor.isAtEnd) {
    const message = `Unexpected end of the text in a shortcode tag, expected a name and "${closer}"`;
    return { id: "shortcode-unclosed-tag", message, range };
  }
  const message = cursor.startsWith(closer)
    ? "Unexpected shortcode tag without a name, expected one"
    : `Unexpected character "${String.fromCodePoint(cursor.text.codePointAt(cursor.at) ?? 0)}" in a shortcode tag, expected a name`;
  return { id: "shortcode-no-name", message, range };
}
