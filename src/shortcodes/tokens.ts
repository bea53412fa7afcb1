/** What the lexer hands to the parser: tokens, each a type and two offsets. */
import type { DiagnosticId } from "../messages/catalog.ts";
import type { Range } from "../text/source.ts";
import type { Delimiter, ParameterNode } from "./types.ts";

/** Something that the grammar does not allow. */
export interface LexError extends Range {
  readonly id: DiagnosticId;
  /** One sentence: "Unexpected X, expected Y". */
  readonly message: string;
}

/** A token that only its place tells apart; its text is cut from the source on demand. */
export interface PlainToken extends Range {
  readonly type: "text" | "blank" | "slash" | "name" | "key" | "equals" | "unexpected";
  readonly error?: LexError;
}

/** `{{<` or `{{%`, and the other end of a tag. A tag's tokens stand between the two. */
export interface DelimiterToken extends Range {
  readonly type: "open" | "close";
  readonly delimiter: Delimiter;
  readonly error?: LexError;
}

/** A commented-out shortcode and the tag's text that it prints. */
export interface LiteralToken extends Range {
  readonly type: "literal";
  readonly value: string;
  readonly error?: LexError;
}

/** A parameter's value, quotes included. */
export interface ValueToken extends Range {
  readonly type: "value";
  readonly style: ParameterNode["style"];
  /** Without quotes, escapes resolved. */
  readonly value: string;
  /** The range of the value without its quotes. */
  readonly content: Range;
  readonly error?: LexError;
}

/**
 * One token. `error` says what is wrong with it; the lexer goes on after it, so
 * the stream holds every error of a text.
 */
export type Token = PlainToken | DelimiterToken | LiteralToken | ValueToken;

/** A text as a message shows it: in quotes, and cut if it is long. */
export function shown(text: string): string {
  const points = [...text.slice(0, 2 * MAX_SHOWN + 2)];
  return points.length > MAX_SHOWN ? `"${points.slice(0, MAX_SHOWN).join("")}…"` : `"${text}"`;
}

const MAX_SHOWN = 60;

/** A character as a message shows it; what cannot be seen is shown as its code point. */
export function shownCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const name = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  if (/[\p{C}\p{Z}\p{M}]/u.test(character)) return name;
  return code < 0x80 ? `"${character}"` : `"${character}" (${name})`;
}
