/**
 * Where keys and values of a TOML document stand (TOML 1.1). Its parser keeps no places of
 * them, so the text is read once more: only for documents that the parser took, so that
 * this reader looks for ends, not for faults.
 */
import type { Range } from "../text/source.ts";

/** A value, and what stands in it: by key in a table, by position in an array. */
export interface TomlPlace {
  range: Range;
  keyRange: Range;
  /** The characters of a text, if they stand there as they are. */
  textStart: number | undefined;
  readonly inner: Map<string | number, TomlPlace>;
}

const BLANK = /(?:[ \t\r\n]|#[^\n]*)*/y;
const KEY = /[ \t]*(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|([^\s.=[\]{},"'#]+))[ \t]*/y;
const TEXT =
  /"""(?:[^"\\]+|\\[\s\S]|"(?!""))*"{3,5}|'''(?:[^']+|'(?!''))*'{3,5}|"(?:[^"\\\n]+|\\.)*"|'[^'\n]*'/y;
const BARE = /[^,\]}#\n\r]*/y;

/** The places of a document that begins at `start` in its file. */
export function tomlPlaces(text: string, start: number): TomlPlace {
  return new PlaceReader(text, start).read();
}

class PlaceReader {
  readonly #text: string;
  readonly #start: number;
  #at = 0;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#start = start;
  }

  read(): TomlPlace {
    const root = this.#place(0, 0);
    let table = root;
    for (;;) {
      this.#skip(BLANK);
      const from = this.#at;
      if (from >= this.#text.length) return root;
      const brackets = /\[{0,2}/y;
      brackets.lastIndex = from;
      const [opening = ""] = brackets.exec(this.#text) ?? [];
      this.#at += opening.length;
      if (opening === "") this.#pair(table);
      else {
        const header = this.#enter(root, this.#keys());
        table =
          opening === "[[" ? this.#enter(header, [[header.inner.size, header.keyRange]]) : header;
        this.#at += opening.length;
      }
      // A reader that stands still has met what it does not know.
      if (this.#at <= from) return root;
    }
  }

  /** `a.b = value`. */
  #pair(table: TomlPlace): void {
    const own = this.#enter(table, this.#keys());
    if (this.#text[this.#at] !== "=") return;
    this.#at++;
    this.#value(own);
  }

  #value(own: TomlPlace): void {
    this.#skip(BLANK);
    const from = this.#at;
    const opening = this.#text[from];
    if (opening === "[" || opening === "{") {
      this.#at++;
      this.#items(own, opening === "[");
    } else if (this.#skip(TEXT)) {
      const quotes = /^(?:"""|'''|"|')/.exec(this.#text.slice(from, from + 3))?.[0].length ?? 0;
      own.textStart = this.#start + from + quotes;
    } else {
      this.#skip(BARE);
      this.#at -=
        this.#text.slice(from, this.#at).length - this.#text.slice(from, this.#at).trimEnd().length;
    }
    own.range = this.#range(from, this.#at);
  }

  /** What stands between brackets, and the closing one. */
  #items(own: TomlPlace, isList: boolean): void {
    for (let count = 0; ; count++) {
      this.#skip(BLANK);
      const from = this.#at;
      if (from >= this.#text.length) return;
      if (/[\]}]/.test(this.#text[from] ?? "")) {
        this.#at++;
        return;
      }
      if (isList) this.#value(this.#enter(own, [[count, this.#range(from, from)]]));
      else this.#pair(own);
      this.#skip(BLANK);
      if (this.#text[this.#at] === ",") this.#at++;
      if (this.#at <= from) return;
    }
  }

  /** A dotted key. */
  #keys(): [string, Range][] {
    const keys: [string, Range][] = [];
    do {
      KEY.lastIndex = this.#at;
      const found = KEY.exec(this.#text);
      if (found === null) return keys;
      const [whole, basic, literal, bare] = found;
      const name = basic === undefined ? (literal ?? bare ?? "") : unescaped(basic);
      const from = this.#at + (whole.length - whole.trimStart().length);
      this.#at += whole.length;
      keys.push([name, this.#range(from, from + whole.trim().length)]);
    } while (this.#text[this.#at] === "." && ++this.#at);
    return keys;
  }

  /** The place below some keys; of an array of tables, its last table. */
  #enter(from: TomlPlace, keys: readonly (readonly [string | number, Range])[]): TomlPlace {
    let place = from;
    for (const [at, [key, keyRange]] of keys.entries()) {
      let next = place.inner.get(key);
      if (next === undefined) {
        next = { ...this.#place(0, 0), range: keyRange, keyRange };
        place.inner.set(key, next);
      }
      const last = next.inner.get(next.inner.size - 1);
      place = at < keys.length - 1 && last !== undefined ? last : next;
    }
    return place;
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    const [found = ""] = pattern.exec(this.#text) ?? [];
    this.#at += found.length;
    return found !== "";
  }

  #place(from: number, to: number): TomlPlace {
    const range = this.#range(from, to);
    return { range, keyRange: range, textStart: undefined, inner: new Map() };
  }

  #range(from: number, to: number): Range {
    return { start: this.#start + from, end: this.#start + to };
  }
}

function unescaped(text: string): string {
  if (!text.includes("\\")) return text;
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}
