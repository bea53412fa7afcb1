/**
 * Attributes in braces, as Goldmark reads them at headings and in info strings:
 * `{#id .class key="text" word=bare count=4 flag=true list=[1,"2-3"]}`.
 * Separated by blanks or a comma; classes add up, of other names the last counts.
 */

export type AttributeValue =
  | string
  | number
  | boolean
  | null
  | readonly AttributeValue[]
  | Attributes;
export type Attributes = ReadonlyMap<string, AttributeValue>;

/** Attributes and the offset after their closing brace, or the first place that is wrong. */
export type ParsedAttributes =
  | { readonly ok: true; readonly attributes: Attributes; readonly end: number }
  | { readonly ok: false; readonly offset: number; readonly expected: string };

/** Lists and braces within each other, at most: a bound for hostile input. */
const MAX_DEPTH = 16;

const NAME = /[A-Za-z_:][A-Za-z0-9_:.-]*/y;
/** An id or class runs to a blank or ASCII punctuation other than `_ - : .`. */
const SHORTHAND = /[^\s!-,/;-@[-^`{-~]*/y;
const NUMBER = /[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const BLANKS = /[ \t\r\n]*/y;
/** What a backslash makes of a letter in a quoted value; before others it stays. */
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  "/": "/",
  "\\": "\\",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};
const WORDS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

/** Reads the attributes whose opening brace stands at `start`. */
export function parseAttributes(text: string, start: number): ParsedAttributes {
  const reader = new AttributeReader(text, start);
  try {
    return { ok: true, attributes: reader.block(0), end: reader.at };
  } catch (error) {
    if (error instanceof Unexpected) return { ok: false, ...error.place };
    throw error;
  }
}

/** Ends the reading at the first wrong character; never leaves this file. */
class Unexpected extends Error {
  readonly place: { readonly offset: number; readonly expected: string };

  constructor(offset: number, expected: string) {
    super(expected);
    this.place = { offset, expected };
  }
}

class AttributeReader {
  readonly #text: string;
  at: number;

  constructor(text: string, start: number) {
    this.#text = text;
    this.at = start;
  }

  block(depth: number): Attributes {
    this.#expect("{", depth);
    const attributes = new Map<string, AttributeValue>();
    for (;;) {
      this.#take(BLANKS);
      if (this.#skip("}")) return attributes;
      this.#attribute(attributes, depth);
      this.#take(BLANKS);
      this.#skip(",");
    }
  }

  #attribute(attributes: Map<string, AttributeValue>, depth: number): void {
    if (this.#skip("#")) attributes.set("id", this.#take(SHORTHAND));
    else if (this.#skip(".")) addClass(attributes, this.#take(SHORTHAND));
    else this.#pair(attributes, depth);
  }

  #pair(attributes: Map<string, AttributeValue>, depth: number): void {
    const start = this.at;
    const name = this.#take(NAME);
    if (name === "") throw new Unexpected(start, "an attribute or }");
    this.#take(BLANKS);
    if (!this.#skip("=")) throw new Unexpected(start, `a value for "${name}": ${name}=…`);
    this.#take(BLANKS);
    const valueStart = this.at;
    const value = this.#value(depth);
    if (name !== "class") attributes.set(name, value);
    else if (typeof value === "string") addClass(attributes, value);
    else throw new Unexpected(valueStart, "a class name");
  }

  #value(depth: number): AttributeValue {
    const next = this.#text[this.at];
    if (next === "{") return this.block(depth + 1);
    if (next === "[") return this.#list(depth + 1);
    if (next === '"') return this.#quoted();
    const start = this.at;
    const number = this.#take(NUMBER);
    if (number !== "") return Number(number);
    const word = this.#take(NAME);
    if (word === "") throw new Unexpected(start, "a value in double quotes");
    return Object.hasOwn(WORDS, word) ? (WORDS[word] ?? null) : word;
  }

  #list(depth: number): readonly AttributeValue[] {
    this.#expect("[", depth);
    const values: AttributeValue[] = [];
    this.#take(BLANKS);
    if (this.#skip("]")) return values;
    for (;;) {
      values.push(this.#value(depth));
      this.#take(BLANKS);
      if (this.#skip("]")) return values;
      if (!this.#skip(",")) throw new Unexpected(this.at, "a comma or ]");
      this.#take(BLANKS);
    }
  }

  #quoted(): string {
    const start = this.at;
    let value = "";
    for (let i = start + 1; i < this.#text.length; i++) {
      const character = this.#text[i] ?? "";
      if (character === '"') {
        this.at = i + 1;
        return value;
      }
      const escaped = character === "\\" ? ESCAPES[this.#text[i + 1] ?? ""] : undefined;
      value += escaped ?? character;
      if (escaped !== undefined) i++;
    }
    throw new Unexpected(start, 'a closing "');
  }

  #expect(character: string, depth: number): void {
    if (depth > MAX_DEPTH) throw new Unexpected(this.at, `at most ${MAX_DEPTH} levels`);
    if (!this.#skip(character)) throw new Unexpected(this.at, character);
  }

  #skip(character: string): boolean {
    if (this.#text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text)?.[0] ?? "";
    this.at += found.length;
    return found;
  }
}

function addClass(attributes: Map<string, AttributeValue>, name: string): void {
  const classes = attributes.get("class");
  attributes.set("class", typeof classes === "string" ? `${classes} ${name}` : name);
}
