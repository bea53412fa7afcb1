/** Where in an unfinished tag a cursor stands, by the lexer of the build. */

import { lex } from "../shortcodes/lex.ts";
import { DELIMITER_LENGTH, openerAt } from "../shortcodes/lex-characters.ts";
import { TagLexer } from "../shortcodes/lex-tag.ts";
import type { Token, ValueToken } from "../shortcodes/tokens.ts";
import type { Delimiter } from "../shortcodes/types.ts";

interface InTag {
  readonly delimiter: Delimiter;
  /** Where the word under the cursor begins. */
  readonly start: number;
}

interface AfterName extends InTag {
  readonly shortcode: string;
  /** Values before the cursor: those by name, and how many by position. */
  readonly named: ReadonlyMap<string, string>;
  readonly positional: readonly string[];
}

/** What can be written at the cursor. */
export type TagPlace =
  | (InTag & { readonly kind: "name"; readonly isClosing: boolean })
  | (AfterName & { readonly kind: "parameter" })
  | (AfterName & {
      readonly kind: "value";
      /** The parameter's name; undefined for one by position. */
      readonly key: string | undefined;
      /** The quote that is open, or none. */
      readonly quote: string;
    });

/** The place at the end of `before`, the text up to the cursor; undefined outside of tags. */
export function tagPlace(before: string): TagPlace | undefined {
  const last = lex(before).at(-1);
  if (last?.type !== "text" || last.error === undefined) return undefined;
  const delimiter = openerAt(before, last.start);
  const isComment = before.startsWith("/*", last.start + DELIMITER_LENGTH);
  // A tag that was never finished does not reach into the next paragraph.
  const isFar = /\n[ \t]*\r?\n/.test(before.slice(last.start));
  if (delimiter === undefined || isComment || isFar) return undefined;
  const lexer = new TagLexer(before, last.start, delimiter, new Set());
  lexer.run();
  return placeAfter(lexer.tokens, delimiter, before);
}

function placeAfter(
  tokens: readonly Token[],
  delimiter: Delimiter,
  before: string,
): TagPlace | undefined {
  const end = before.length;
  const last = tokens.at(-1);
  const name = tokens.find(({ type }) => type === "name");
  if (name === undefined || (name === last && name.end === end)) {
    const isClosing = tokens.some(({ type }) => type === "slash");
    return { kind: "name", delimiter, start: name?.start ?? end, isClosing };
  }
  const { named, positional } = valuesOf(tokens, before, end);
  const after = { delimiter, shortcode: before.slice(name.start, name.end), named, positional };
  const key = keyBefore(tokens, before);
  if (last?.type === "equals") return { ...after, kind: "value", start: end, key, quote: "" };
  if (last?.type === "blank") {
    const isValue = tokens.at(-2)?.type === "equals";
    return isValue
      ? { ...after, kind: "value", start: end, key, quote: "" }
      : { ...after, kind: "parameter", start: end };
  }
  if (last?.type !== "value") return undefined;
  const { start } = last.content;
  if (last.error?.id === "shortcode-string")
    return { ...after, kind: "value", start, key, quote: before.slice(last.start, start) };
  if (last.style !== "bare") return undefined;
  return key === undefined
    ? { ...after, kind: "parameter", start }
    : { ...after, kind: "value", start, key, quote: "" };
}

/** The values before the cursor, without the one that it stands in. */
function valuesOf(
  tokens: readonly Token[],
  text: string,
  end: number,
): { named: Map<string, string>; positional: string[] } {
  const named = new Map<string, string>();
  const positional: string[] = [];
  let key: string | undefined;
  for (const token of tokens) {
    if (token.type === "key") key = text.slice(token.start, token.end);
    if (token.type !== "value") continue;
    const isOpen = token.end === end && (token.style === "bare" || hasNoEnd(token));
    if (!isOpen && key !== undefined) named.set(key, token.value);
    else if (!isOpen) positional.push(token.value);
    key = undefined;
  }
  return { named, positional };
}

function hasNoEnd({ error }: ValueToken): boolean {
  return error?.id === "shortcode-string";
}

/** The key of the value that is being written: its equals sign comes right before. */
function keyBefore(tokens: readonly Token[], text: string): string | undefined {
  const at = tokens.findLastIndex(({ type }) => type === "equals");
  const between = tokens.slice(at + 1).filter(({ type }) => type !== "blank");
  if (at < 0 || between.length > 1 || (between[0] && between[0] !== tokens.at(-1)))
    return undefined;
  const key = tokens.slice(0, at).findLast(({ type }) => type === "key");
  return key && text.slice(key.start, key.end);
}
