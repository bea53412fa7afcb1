/**
 * The place at the end of a text in brackets: JSON, flow collections of YAML, inline tables and
 * arrays of TOML. It looks for places, not for faults, so that half-typed text has one too.
 */
import type { FieldPlace } from "./field-place.ts";

interface Syntax {
  /** What stands between a name and its value. */
  readonly separator: ":" | "=";
  /** A `#` begins a comment. */
  readonly hasComments?: boolean;
  /** Plain text has spaces in it. */
  readonly hasSpaces?: boolean;
}

/** The end of a value before the end of the text. */
interface Ended {
  readonly end: number;
}

interface Level {
  readonly isMap: boolean;
  /** The name whose value comes next. */
  key: string;
  /** The separator stands after the name. */
  isValue: boolean;
}

const BLANK = /\s*/y;
const REMARK = /(?:\s|#[^\r\n]*)*/y;
/** Texts in quotes; what nobody has closed ends with its line. */
const QUOTED = /"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:\\.|[^"\\\r\n])*"?|'[^'\r\n]*'?/y;
const CLOSED = /^(?:"""[\s\S]*"""|'''[\s\S]*'''|"(?!"")(?:\\.|[^"\\])*"|'(?!'')[^']*')$/;
const PLAIN = /[^,[\]{}:\r\n]+/y;
const BARE = /[^\s,[\]{}"'#:=]+/y;

/** Reads a value that begins at `from`: where it ends, or what the end of `before` stands in. */
export function flowPlace(before: string, from: number, syntax: Syntax): FieldPlace | Ended {
  return new FlowReader(before, syntax).read(from);
}

class FlowReader {
  readonly #text: string;
  readonly #syntax: Syntax;
  readonly #levels: Level[] = [];

  constructor(text: string, syntax: Syntax) {
    this.#text = text;
    this.#syntax = syntax;
  }

  read(from: number): FieldPlace | Ended {
    let at = from;
    while (at < this.#text.length) {
      const blank = matchAt(this.#syntax.hasComments === true ? REMARK : BLANK, this.#text, at);
      const isEnded = this.#levels.length === 0 && (at > from || /[\r\n]/.test(blank));
      // One value on its line, or up to its closing bracket.
      if (isEnded) return { end: at };
      at += blank.length;
      if (at >= this.#text.length) break;
      const next = this.#mark(at) ? at + 1 : this.#word(at);
      if (next === undefined) return this.#place(at);
      at = next;
    }
    return this.#place(at);
  }

  /** Whether a bracket, a comma or a separator stands here, which is taken. */
  #mark(at: number): boolean {
    const character = this.#text[at] ?? "";
    const level = this.#levels.at(-1);
    if (character === "{" || character === "[")
      this.#levels.push({ isMap: character === "{", key: "", isValue: false });
    else if (character === "}" || character === "]") this.#levels.pop();
    else if (character === "," && level !== undefined) {
      level.key = "";
      level.isValue = false;
    } else if (character === this.#syntax.separator && level?.isMap === true) level.isValue = true;
    else return false;
    return true;
  }

  /** Where a word or a text ends, which is taken; undefined if the cursor is in it. */
  #word(at: number): number | undefined {
    const text = this.#text;
    const plain = this.#syntax.hasSpaces === true ? PLAIN : BARE;
    const isQuoted = /["']/.test(text[at] ?? "");
    const word = matchAt(isQuoted ? QUOTED : plain, text, at) || (text[at] ?? "");
    const end = at + word.length;
    if (end >= text.length && !(isQuoted && CLOSED.test(word))) return undefined;
    this.#take(word);
    return end;
  }

  #take(word: string): void {
    const level = this.#levels.at(-1);
    if (level?.isMap !== true || level.isValue) return;
    level.key = word.trim().replace(/^(["'])(.*)\1$/s, "$2");
  }

  /** What is written from `start` on. */
  #place(start: number): FieldPlace | Ended {
    const level = this.#levels.at(-1);
    const quote = /["']/.exec(this.#text[start] ?? "")?.[0] ?? "";
    const isName = level?.isMap === true && !level.isValue;
    // A name that waits for its separator is none that is being written.
    if (isName && level.key !== "") return { end: this.#text.length };
    const outer = this.#levels.slice(0, -1).flatMap(({ key }) => keysOf(key));
    const own = level === undefined || isName ? [] : keysOf(level.key);
    const key = own.at(-1) ?? "";
    const path = [...outer, ...own.slice(0, -1)];
    return { path, kind: isName ? "name" : "value", key, start, quote };
  }
}

/** A dotted name of TOML. */
function keysOf(key: string): string[] {
  return key === "" ? [] : key.split(".");
}

/** What a pattern matches at a place. */
export function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}
