/**
 * Cuts a text into tokens, blind to Markdown: Hugo scans all text after front
 * matter for `{{<` and `{{%` (parser/pageparser/pagelexer.go). The lexer knows
 * characters only; which tags belong together is the parser's matter.
 */
import { DELIMITER_LENGTH, delimitersOf, nextOpener, openerAt } from "./lex-characters.ts";
import { TagLexer } from "./lex-tag.ts";
import type { LexError, Token } from "./tokens.ts";
import type { Delimiter } from "./types.ts";

const COMMENT_LENGTH = 2;

/**
 * The tokens of a text, in order; they cover it without a gap. A tag is an `open`
 * token, its parts, and a `close` token. What looks like a tag but is none becomes
 * a `text` token with an error, up to the next tag. Time is linear in the text.
 */
export function lex(text: string): Token[] {
  return new Lexer(text).run();
}

class Lexer {
  readonly #text: string;
  readonly #tokens: Token[] = [];
  /**
   * Quotes that values of unfinished tags start with. Another tag that comes to one
   * of them cannot end either, so that no text is read again and again.
   */
  readonly #deadQuotes = new Set<number>();
  /** Kinds of comments that end nowhere in the rest of the text. */
  readonly #endlessComments = new Set<Delimiter>();

  constructor(text: string) {
    this.#text = text;
  }

  run(): Token[] {
    let at = 0;
    while (at < this.#text.length) {
      const start = nextOpener(this.#text, at);
      if (start > at) this.#tokens.push({ type: "text", start: at, end: start });
      const kind = openerAt(this.#text, start);
      at = kind === undefined ? start : this.#tagOrComment(start, kind);
    }
    return this.#tokens;
  }

  /** Gives the offset after what starts with the opening delimiter at `start`. */
  #tagOrComment(start: number, kind: Delimiter): number {
    const isComment = this.#text.startsWith("/*", start + DELIMITER_LENGTH);
    return isComment ? this.#comment(start, kind) : this.#tag(start, kind);
  }

  #tag(start: number, kind: Delimiter): number {
    const tag = new TagLexer(this.#text, start, kind, this.#deadQuotes);
    const end = tag.run();
    if (end !== undefined) {
      for (const token of tag.tokens) this.#tokens.push(token);
      return end;
    }
    for (const quote of tag.quotes) this.#deadQuotes.add(quote);
    const next = nextOpener(this.#text, start + DELIMITER_LENGTH);
    return this.#brokenText(start, next, unfinished(tag.tokens, next, kind));
  }

  /** `{{</* … *` + `/>}}`: ends at the first `*` + `/` that the same kind's end follows. */
  #comment(start: number, kind: Delimiter): number {
    const { open, close } = delimitersOf(kind);
    const inner = start + DELIMITER_LENGTH + COMMENT_LENGTH;
    const end = this.#endlessComments.has(kind) ? -1 : this.#text.indexOf(`*/${close}`, inner);
    if (end < 0) {
      this.#endlessComments.add(kind);
      return this.#brokenText(
        start,
        nextOpener(this.#text, inner),
        endlessComment(kind, start, inner),
      );
    }
    const value = `${open}${this.#text.slice(inner, end)}${close}`;
    const after = end + COMMENT_LENGTH + DELIMITER_LENGTH;
    this.#tokens.push({ type: "literal", value, start, end: after });
    return after;
  }

  /** What starts at `start` is text after all, up to the next opening delimiter. */
  #brokenText(start: number, end: number, error: LexError): number {
    this.#tokens.push({ type: "text", start, end, error });
    return end;
  }
}

function endlessComment(kind: Delimiter, start: number, end: number): LexError {
  const { close } = delimitersOf(kind);
  const message = `Unexpected end of the text, expected "*/${close}" after a commented-out shortcode`;
  return { id: "shortcode-comment", message, start, end };
}

/**
 * Why a tag has no end: a value before the next tag that lacks its closing quote, or
 * else the missing delimiter.
 */
function unfinished(tokens: readonly Token[], next: number, kind: Delimiter): LexError {
  const string = tokens.find(({ error }) => error?.id === "shortcode-string")?.error;
  if (string !== undefined && string.end <= next) return string;
  const open = tokens[0] ?? { start: 0, end: 0 };
  const { end } = tokens.find((token) => token.type === "name" && token.end <= next) ?? open;
  const { close } = delimitersOf(kind);
  const message = `Unexpected tag without an end, expected "${close}"`;
  return { id: "shortcode-unclosed-tag", message, start: open.start, end };
}
