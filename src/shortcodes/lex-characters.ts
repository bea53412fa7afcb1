/** The characters that the shortcode grammar tells apart. */
import type { Delimiter } from "./types.ts";

export const QUOTE = 0x22;
export const SLASH = 0x2f;
export const EQUALS = 0x3d;
export const BACKSLASH = 0x5c;
export const BACKTICK = 0x60;
export const APOSTROPHE = 0x27;

const PERCENT = 0x25;
const LESS = 0x3c;
const GREATER = 0x3e;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** Characters of an opening or closing delimiter. */
export const DELIMITER_LENGTH = 3;

/** Hugo: space, tab, LF, VT, FF and CR may stand between all elements of a tag. */
export function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

/** Whether a quoted value ends here, since it stands on one line. */
export function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

/** The kind of the opening delimiter at `at`, if there is one. */
export function openerAt(text: string, at: number): Delimiter | undefined {
  if (text.charCodeAt(at) !== OPEN_BRACE || text.charCodeAt(at + 1) !== OPEN_BRACE) {
    return undefined;
  }
  const code = text.charCodeAt(at + 2);
  if (code === LESS) return "<";
  return code === PERCENT ? "%" : undefined;
}

/** The kind of the closing delimiter at `at`, if there is one. */
export function closerAt(text: string, at: number): Delimiter | undefined {
  const code = text.charCodeAt(at);
  if (code !== GREATER && code !== PERCENT) return undefined;
  if (text.charCodeAt(at + 1) !== CLOSE_BRACE || text.charCodeAt(at + 2) !== CLOSE_BRACE) {
    return undefined;
  }
  return code === GREATER ? "<" : "%";
}

/** How a tag of this kind opens and closes. */
export function delimitersOf(kind: Delimiter): { readonly open: string; readonly close: string } {
  return kind === "<" ? { open: "{{<", close: ">}}" } : { open: "{{%", close: "%}}" };
}

/** The offset of the next opening delimiter from `from` on, or the text's length. */
export function nextOpener(text: string, from: number): number {
  const opener = /\{\{[<%]/g;
  opener.lastIndex = from;
  return opener.exec(text)?.index ?? text.length;
}

/**
 * The first offset from `from` on that is no blank. Hugo passes over a backslash
 * that no quote follows, so it counts as one.
 */
export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at)) || isLoneBackslash(text, at)) at++;
  return at;
}

function isLoneBackslash(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== BACKSLASH) return false;
  const next = text.charCodeAt(at + 1);
  return next !== QUOTE && next !== BACKTICK;
}

/** Whether nothing but blanks stands between `at` and a closing delimiter. */
export function endsTag(text: string, at: number): boolean {
  return closerAt(text, skipBlanks(text, at)) !== undefined;
}
