/**
 * The inside of one tag: `{{<`, an optional slash, a name, parameters, an optional
 * slash, `>}}`, with blanks between all of them. Hugo: lexInsideShortcode in
 * parser/pageparser/pagelexer_shortcode.go.
 */
import {
  BACKSLASH,
  BACKTICK,
  closerAt,
  DELIMITER_LENGTH,
  EQUALS,
  endsTag,
  openerAt,
  SLASH,
  skipBlanks,
} from "./lex-characters.ts";
import {
  badEscape,
  hasContent,
  isQuoteStart,
  lexBare,
  lexQuoted,
  lexWord,
} from "./lex-parameters.ts";
import type { LexError, PlainToken, Token } from "./tokens.ts";
import type { Delimiter } from "./types.ts";

/** A name; slashes at its end are not part of it. A dot is ours: Hugo has it in `.inline` only. */
const NAME = /[\p{L}\p{Nd}_][\p{L}\p{Nd}_.-]*(?:\/+[\p{L}\p{Nd}_.-]+)*/uy;

/** Reads the tag that opens at `start`, token by token, until it ends or cannot. */
export class TagLexer {
  readonly tokens: Token[] = [];
  /** Offsets of the quotes that values of this tag start with. */
  readonly quotes: number[] = [];
  readonly #text: string;
  readonly #deadQuotes: ReadonlySet<number>;
  #at: number;
  /** A name came, or a parameter without one. */
  #isPastName = false;
  #hasSlash = false;
  /** An equals sign came last, so a value has to follow. */
  #wantsValue = false;

  /** `deadQuotes`: quotes from which a tag is known not to reach its end. */
  constructor(text: string, start: number, delimiter: Delimiter, deadQuotes: ReadonlySet<number>) {
    this.#text = text;
    this.#deadQuotes = deadQuotes;
    this.#at = start + DELIMITER_LENGTH;
    this.tokens.push({ type: "open", delimiter, start, end: this.#at });
  }

  /** The offset after the tag; undefined if text or another tag cuts it off. */
  run(): number | undefined {
    for (;;) {
      this.#blanks();
      const closer = closerAt(this.#text, this.#at);
      if (closer !== undefined) {
        this.#noteMissingValue();
        const end = this.#at + DELIMITER_LENGTH;
        this.tokens.push({ type: "close", delimiter: closer, start: this.#at, end });
        return end;
      }
      if (this.#isCutOff()) return undefined;
      this.#element();
    }
  }

  #isCutOff(): boolean {
    if (this.#at >= this.#text.length || openerAt(this.#text, this.#at) !== undefined) return true;
    return this.#deadQuotes.has(this.#at);
  }

  #blanks(): void {
    const end = skipBlanks(this.#text, this.#at);
    if (end > this.#at) this.#plain("blank", end);
  }

  #element(): void {
    const code = this.#text.charCodeAt(this.#at);
    if (this.#wantsValue) this.#namedValue();
    else if (code === SLASH && this.#isSlash()) this.#slash();
    else if (!this.#isPastName && this.#name()) this.#isPastName = true;
    else if (isQuoteStart(this.#text, this.#at)) this.#quoted();
    else if (code === EQUALS) this.#unexpected(this.#at + 1, "a parameter's name before it");
    else if (this.#isBadEscape()) this.#escape();
    else this.#word();
  }

  #isBadEscape(): boolean {
    return (
      this.#text.charCodeAt(this.#at) === BACKSLASH &&
      this.#text.charCodeAt(this.#at + 1) === BACKTICK
    );
  }

  /** A slash stands once before the name, and before the tag's end. */
  #isSlash(): boolean {
    return (!this.#isPastName && !this.#hasSlash) || endsTag(this.#text, this.#at + 1);
  }

  #slash(): void {
    this.#hasSlash = true;
    this.#plain("slash", this.#at + 1);
  }

  #name(): boolean {
    NAME.lastIndex = this.#at;
    const match = NAME.exec(this.#text);
    if (match === null) return false;
    this.#plain("name", this.#at + match[0].length);
    return true;
  }

  #namedValue(): void {
    this.#wantsValue = false;
    if (isQuoteStart(this.#text, this.#at)) this.#quoted();
    else if (this.#isBadEscape()) this.#escape();
    else this.#push(lexBare(this.#text, this.#at));
  }

  #quoted(): void {
    this.quotes.push(this.#at);
    this.#push(lexQuoted(this.#text, this.#at));
  }

  /** The backslash of an escaped backtick; the raw value after it is read as usual. */
  #escape(): void {
    this.#plain("unexpected", this.#at + 1, badEscape(this.#at));
  }

  /** A key if an equals sign follows, else a positional value, else a stray sign. */
  #word(): void {
    const { error, ...word } = lexWord(this.#text, this.#at);
    const isKey = this.#text.charCodeAt(skipBlanks(this.#text, word.end)) === EQUALS;
    if (isKey) {
      this.#plain("key", word.end, error);
      this.#blanks();
      this.#plain("equals", this.#at + 1);
      this.#wantsValue = true;
    } else if (error !== undefined && !hasContent(word.value)) {
      this.#plain("unexpected", word.end, error);
    } else {
      this.#push(error === undefined ? word : { ...word, error });
    }
  }

  #noteMissingValue(): void {
    if (!this.#wantsValue) return;
    const at = this.tokens.findLastIndex(({ type }) => type === "equals");
    const equals = this.tokens[at];
    if (equals?.type !== "equals") return;
    const message = 'Unexpected end of the tag after "=", expected a value';
    const { start, end } = equals;
    this.tokens[at] = { ...equals, error: { id: "shortcode-character", message, start, end } };
  }

  #unexpected(end: number, wanted: string): void {
    const message = `Unexpected "${this.#text.slice(this.#at, end)}", expected ${wanted}`;
    const error = { id: "shortcode-character", message, start: this.#at, end } as const;
    this.#plain("unexpected", end, error);
  }

  #plain(type: PlainToken["type"], end: number, error?: LexError): void {
    this.#push({ type, start: this.#at, end, ...(error === undefined ? {} : { error }) });
  }

  #push(token: Token): void {
    this.tokens.push(token);
    if (token.type === "value" || token.type === "key") this.#isPastName = true;
    this.#at = token.end;
  }
}
