/**
 * Where the characters of a plain or quoted YAML scalar stand in its file, with
 * escapes decoded and lines folded (YAML 1.2.2, 7.3 and 6.5).
 */
import type { MappedText } from "../text/mapped.ts";
import type { Range, Source } from "../text/source.ts";
import { afterBreak, isBlank, isBreak } from "./characters.ts";
import { PieceBuilder } from "./pieces.ts";

export type FlowStyle = "plain" | "single" | "double";

/** What a backslash and this character stand for (YAML 1.2.2, 5.7; a superset of JSON's). */
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["0", "\0"],
  ["a", "\x07"],
  ["b", "\b"],
  ["t", "\t"],
  ["\t", "\t"],
  ["n", "\n"],
  ["v", "\v"],
  ["f", "\f"],
  ["r", "\r"],
  ["e", "\x1b"],
  [" ", " "],
  ['"', '"'],
  ["/", "/"],
  ["\\", "\\"],
  ["N", "\x85"],
  ["_", "\xa0"],
  ["L", "\u2028"],
  ["P", "\u2029"],
]);

/** How many hexadecimal digits follow. */
const HEX_LENGTHS: ReadonlyMap<string, number> = new Map([
  ["x", 2],
  ["u", 4],
  ["U", 8],
]);

const LAST_CODE_POINT = 0x10ffff;

/** The value between the quotes of a well-formed scalar, decoded and mapped. */
export function flowText(source: Source, range: Range, style: FlowStyle): MappedText {
  return new FlowReader(source, range).read(style);
}

class FlowReader {
  readonly #text: string;
  readonly #end: number;
  readonly #pieces: PieceBuilder;
  #at: number;
  /** The characters that stand as they are, so far. */
  #runStart: number;
  /** The end of the run without blanks, which a line break would drop. */
  #runEnd: number;

  constructor(source: Source, { start, end }: Range) {
    this.#text = source.text;
    this.#end = end;
    this.#pieces = new PieceBuilder(source);
    this.#at = this.#runStart = this.#runEnd = start;
  }

  read(style: FlowStyle): MappedText {
    const text = this.#text;
    while (this.#at < this.#end) {
      const character = text[this.#at];
      if (isBreak(text, this.#at)) this.#foldLines();
      else if (style === "double" && character === "\\") this.#escape();
      else if (style === "single" && character === "'") this.#standsAsItIs();
      else {
        this.#at++;
        if (!isBlank(text, this.#at - 1)) this.#runEnd = this.#at;
      }
    }
    this.#pieces.exact(this.#runStart, this.#end);
    return this.#pieces.build();
  }

  /** One line break becomes a space; of more, the first is dropped. Blanks around them go. */
  #foldLines(): void {
    this.#pieces.exact(this.#runStart, this.#runEnd);
    const [first = this.#at, ...others] = this.#skipBreaks();
    if (others.length === 0) this.#pieces.generated(" ", first);
    for (const at of others) {
      const lineFeed = afterBreak(this.#text, at) - 1;
      if (this.#text.charCodeAt(lineFeed) === 10) this.#pieces.exact(lineFeed, lineFeed + 1);
      else this.#pieces.generated("\n", at);
    }
    this.#runFrom(this.#at);
  }

  /** Skips line breaks and blanks; gives the places of the line breaks. */
  #skipBreaks(): number[] {
    const breaks: number[] = [];
    while (this.#at < this.#end) {
      if (isBreak(this.#text, this.#at)) {
        breaks.push(this.#at);
        this.#at = afterBreak(this.#text, this.#at);
      } else if (isBlank(this.#text, this.#at)) this.#at++;
      else break;
    }
    return breaks;
  }

  #escape(): void {
    const escaped = this.#text[this.#at + 1] ?? "";
    const simple = ESCAPES.get(escaped);
    if (simple === escaped) this.#standsAsItIs();
    else this.#decode(escaped, simple);
  }

  #decode(escaped: string, simple: string | undefined): void {
    this.#pieces.exact(this.#runStart, this.#at);
    if (isBreak(this.#text, this.#at + 1)) {
      this.#at++;
      this.#skipBreaks();
    } else if (simple !== undefined) {
      this.#pieces.generated(simple, this.#at);
      this.#at += 2;
    } else {
      const end = this.#at + 2 + (HEX_LENGTHS.get(escaped) ?? 0);
      this.#pieces.generated(fromHex(this.#text.slice(this.#at + 2, end)), this.#at);
      this.#at = end;
    }
    this.#runFrom(this.#at);
  }

  /** The second of two characters is the value of both: `''`, `\"`. */
  #standsAsItIs(): void {
    this.#pieces.exact(this.#runStart, this.#at);
    this.#runStart = this.#at + 1;
    this.#at += 2;
    this.#runEnd = this.#at;
  }

  #runFrom(start: number): void {
    this.#runStart = this.#runEnd = start;
  }
}

function fromHex(digits: string): string {
  const code = Number.parseInt(digits, 16);
  if (!(code <= LAST_CODE_POINT)) return "\ufffd";
  // Halves of a pair may be escaped one by one, as in JSON.
  return code < 0x10000 ? String.fromCharCode(code) : String.fromCodePoint(code);
}
