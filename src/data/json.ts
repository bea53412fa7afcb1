/** JSON as a tree whose every value knows its place (RFC 8259, strictly). */
import type { Finding } from "../messages/diagnostic.ts";
import { MappedText } from "../text/mapped.ts";
import type { Range, Source } from "../text/source.ts";
import { flowText } from "./flow-text.ts";
import { MAX_DEPTH } from "./limits.ts";
import { MapBuilder } from "./map-builder.ts";
import type { DataNode, DataPair, DataScalar, ParsedData } from "./types.ts";

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;
const WORD = /(?:true|false|null)(?![A-Za-z0-9_])/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/**
 * Parses the range of a source that holds JSON, by default all of it. The first
 * syntax error leaves no value; a repeated key is a problem beside a value, whose
 * first one counts. An empty text has neither. Never throws for a text.
 */
export function parseJson(
  source: Source,
  range: Range = { start: 0, end: source.text.length },
): ParsedData {
  return new JsonReader(source, range).read();
}

/** Stops the reader at the first syntax error. */
class SyntaxProblem extends Error {
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(finding.message);
    this.finding = finding;
  }
}

class JsonReader {
  readonly #source: Source;
  readonly #text: string;
  readonly #problems: Finding[] = [];
  #at: number;
  #depth = 0;

  constructor(source: Source, { start, end }: Range) {
    this.#source = source;
    this.#text = source.text.slice(0, end);
    this.#at = this.#text[start] === "\ufeff" ? start + 1 : start;
  }

  read(): ParsedData {
    try {
      this.#skip();
      if (this.#at >= this.#text.length) return { value: undefined, problems: [] };
      const value = this.#value();
      if (this.#at < this.#text.length) this.#fail("the end of the file");
      return { value, problems: this.#problems };
    } catch (error) {
      if (!(error instanceof SyntaxProblem)) throw error;
      return { value: undefined, problems: [...this.#problems, error.finding] };
    }
  }

  /** A value, and the blanks after it. */
  #value(): DataNode {
    const node = this.#node();
    this.#skip();
    return node;
  }

  #node(): DataNode {
    switch (this.#text[this.#at]) {
      case "{":
        return this.#map();
      case "[":
        return this.#list();
      case '"':
        return this.#string();
      default:
        return this.#bare();
    }
  }

  #list(): DataNode {
    const start = this.#at;
    const items: DataNode[] = [];
    this.#members("]", () => items.push(this.#value()));
    return { kind: "list", items, range: { start, end: this.#at } };
  }

  #map(): DataNode {
    const start = this.#at;
    const map = new MapBuilder(this.#source);
    this.#members("}", () => {
      const { key, keyRange, value } = this.#pair();
      const repeated = map.add(key, keyRange, value);
      if (repeated !== undefined) this.#problems.push(repeated);
    });
    return map.build({ start, end: this.#at });
  }

  /** From the opening to the closing bracket. */
  #members(closer: "]" | "}", read: () => void): void {
    if (++this.#depth > MAX_DEPTH) this.#fail(`at most ${MAX_DEPTH} levels`);
    this.#at++;
    this.#skip();
    if (this.#text[this.#at] !== closer) {
      read();
      while (this.#text[this.#at] === ",") {
        this.#at++;
        this.#skip();
        read();
      }
      if (this.#text[this.#at] !== closer) this.#fail(`"," or "${closer}"`);
    }
    this.#at++;
    this.#depth--;
  }

  #pair(): DataPair {
    if (this.#text[this.#at] !== '"') this.#fail("a key in double quotes");
    const { text, range } = this.#string();
    this.#skip();
    if (this.#text[this.#at] !== ":") this.#fail('":"');
    this.#at++;
    this.#skip();
    return { key: text.text, keyRange: range, value: this.#value() };
  }

  #string(): DataScalar {
    const start = this.#at++;
    while (this.#text[this.#at] !== '"') {
      if (this.#text[this.#at] === "\\")
        this.#at += this.#match(ESCAPE, "an escape of JSON").length;
      else if (this.#isTextCharacter()) this.#at++;
      else if (this.#at < this.#text.length) this.#fail("an escape such as \\n or \\t");
      else this.#failAt(start, "its closing quote");
    }
    const range = { start, end: ++this.#at };
    const text = flowText(this.#source, { start: start + 1, end: range.end - 1 }, "double");
    return { kind: "scalar", value: text.text, text, range };
  }

  #isTextCharacter(): boolean {
    return this.#text.charCodeAt(this.#at) >= 0x20;
  }

  #bare(): DataScalar {
    const start = this.#at;
    WORD.lastIndex = start;
    const word = WORD.exec(this.#text)?.[0];
    const written = word ?? this.#match(NUMBER, "a value");
    const end = start + written.length;
    this.#at = end;
    const value = word === undefined ? Number(written) : (WORDS.get(word) ?? null);
    return {
      kind: "scalar",
      value,
      text: MappedText.of(this.#source, start, end),
      range: { start, end },
    };
  }

  #match(expression: RegExp, expected: string): string {
    expression.lastIndex = this.#at;
    return expression.exec(this.#text)?.[0] ?? this.#fail(expected);
  }

  #skip(): void {
    while (" \t\r\n".includes(this.#text[this.#at] ?? "x")) this.#at++;
  }

  #fail(expected: string): never {
    return this.#failAt(this.#at, expected);
  }

  #failAt(start: number, expected: string): never {
    const point = this.#text.codePointAt(start);
    const found = point === undefined ? "" : String.fromCodePoint(point);
    const what = found === "" ? "end of the file" : JSON.stringify(found);
    const message = `Unexpected ${what}, expected ${expected}`;
    const span = { source: this.#source, start, end: start + found.length };
    throw new SyntaxProblem({ id: "data-syntax", message, span });
  }
}
