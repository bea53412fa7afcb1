/**
 * Reads a diagram's grammar from data: `title`, `description`, `diagram`.
 *
 * - a text is a terminal, or, with a letter in lower case, a nonterminal
 * - a list is a sequence
 * - `optional: …`, `choice: […]`, `repeat: …` (with `separator: …`), `comment: …`,
 *   `terminal: …`, `nonterminal: …` are what they say
 * - `stack: […]`, for the whole diagram only, puts lines one below the other
 */
import type { DataMap, DataNode, DataPair } from "../data/types.ts";
import type { Finding } from "../messages/diagnostic.ts";
import { alternatives } from "../text/alternatives.ts";
import { nearest } from "../text/nearest.ts";
import type { Range, Source } from "../text/source.ts";
import { GRAMMAR_FIELDS, GRAMMAR_WORDS } from "./grammar-table.ts";
import type { Grammar, Syntax } from "./types.ts";

const FIELDS = Object.keys(GRAMMAR_FIELDS);
const KINDS = [...GRAMMAR_WORDS.keys()];

/** Parts within each other, and parts in all: bounds for hostile input. */
const MAX_DEPTH = 24;
const MAX_PARTS = 2000;

/** The grammar, and what is wrong with it; faulty parts are left out. */
export function readGrammar(
  node: DataNode,
  source: Source,
): { readonly grammar: Grammar; readonly findings: readonly Finding[] } {
  const reader = new GrammarReader(source);
  return { grammar: reader.read(node), findings: reader.findings };
}

class GrammarReader {
  readonly findings: Finding[] = [];
  readonly #source: Source;
  #parts = 0;
  #isTooLarge = false;

  constructor(source: Source) {
    this.#source = source;
  }

  read(node: DataNode): Grammar {
    if (node.kind !== "map") {
      this.#report(node.range, `Unexpected ${node.kind}, expected title and diagram`);
      return { title: "", description: undefined, lines: [] };
    }
    for (const { key, keyRange } of node.pairs) {
      if (!FIELDS.includes(key)) this.#unknownKey(key, keyRange, FIELDS);
    }
    const diagram = pair(node, "diagram");
    if (diagram === undefined) {
      const range = node.pairs[0]?.keyRange ?? node.range;
      this.#report(range, 'Missing field "diagram", expected a list of what is written');
    }
    return {
      title: this.#text(pair(node, "title")) ?? "",
      description: this.#text(pair(node, "description")),
      lines: diagram === undefined ? [] : this.#lines(diagram),
    };
  }

  #lines({ value }: DataPair): Syntax[] {
    const stack = value.kind === "map" ? pair(value, "stack") : undefined;
    if (stack === undefined) return this.#syntax(value, 0);
    if (value.kind === "map" && value.pairs.length > 1) this.#onlyOneKey(value);
    return this.#items(stack, 0);
  }

  /** A part; none after a report. */
  #syntax(node: DataNode, depth: number): Syntax[] {
    this.#parts++;
    if (depth > MAX_DEPTH || this.#parts > MAX_PARTS) {
      if (!this.#isTooLarge) this.#reportSize(node.range);
      this.#isTooLarge = true;
      return [];
    }
    if (node.kind === "list") {
      if (node.items.length === 0) this.#report(node.range, "Unexpected empty list");
      const items = node.items.flatMap((item) => this.#syntax(item, depth + 1));
      return items.length === 1 ? items : [{ type: "sequence", items }];
    }
    if (node.kind === "map") return this.#map(node, depth);
    const text = node.value === null ? "" : node.text.text.trim();
    if (text === "") {
      this.#report(node.range, "Unexpected empty text, expected what is written");
      return [];
    }
    return [{ type: /\p{Ll}/u.test(text) ? "nonterminal" : "terminal", text }];
  }

  #map(node: DataMap, depth: number): Syntax[] {
    const [first] = node.pairs;
    const main = first?.key === "separator" ? pair(node, "repeat") : first;
    if (main === undefined) {
      this.#report(node.range, `Unexpected empty map, expected ${alternatives(KINDS)}`);
      return [];
    }
    const mayHave = [main.key, GRAMMAR_WORDS.get(main.key)?.beside];
    if (node.pairs.some(({ key }) => !mayHave.includes(key))) this.#onlyOneKey(node);
    switch (main.key) {
      case "sequence":
        return [{ type: "sequence", items: this.#items(main, depth) }];
      case "choice":
        return [{ type: "choice", items: this.#items(main, depth) }];
      case "optional":
        return this.#one(main, depth).map((item) => ({ type: "optional", item }));
      case "repeat": {
        const separator = pair(node, "separator");
        const [between] = separator === undefined ? [] : this.#one(separator, depth);
        return this.#one(main, depth).map((item) => ({ type: "repeat", item, separator: between }));
      }
      case "terminal":
      case "nonterminal":
      case "comment": {
        const text = this.#text(main);
        return text === undefined ? [] : [{ type: main.key, text }];
      }
      default:
        this.#unknownKey(main.key, main.keyRange, KINDS);
        return [];
    }
  }

  #items({ key, keyRange, value }: DataPair, depth: number): Syntax[] {
    if (value.kind === "list" && value.items.length > 0) {
      return value.items.flatMap((item) => this.#syntax(item, depth + 1));
    }
    this.#report(keyRange, `Unexpected "${key}" without a list, expected its items`);
    return [];
  }

  #one({ value }: DataPair, depth: number): Syntax[] {
    return this.#syntax(value, depth + 1);
  }

  #text(from: DataPair | undefined): string | undefined {
    if (from === undefined) return undefined;
    const { key, keyRange, value } = from;
    const text = value.kind === "scalar" && value.value !== null ? value.text.text.trim() : "";
    if (text === "") this.#report(keyRange, `Unexpected "${key}" without a text`);
    return text === "" ? undefined : text;
  }

  #reportSize(range: Range): void {
    const limit = `at most ${MAX_DEPTH} levels and ${MAX_PARTS} parts`;
    this.#report(range, `Unexpected size of the diagram, expected ${limit}`);
  }

  #onlyOneKey(node: DataMap): void {
    const second = node.pairs[1] ?? node.pairs[0];
    if (second === undefined) return;
    const message = `Unexpected "${second.key}" beside "${node.pairs[0]?.key}", expected one key for one part`;
    this.#report(second.keyRange, message);
  }

  #unknownKey(key: string, range: Range, known: readonly string[]): void {
    const message = `Unexpected "${key}", expected ${alternatives(known)}`;
    this.#report(range, message, nearest(key, known));
  }

  #report({ start, end }: Range, message: string, suggestion?: string): void {
    const span = { source: this.#source, start, end };
    this.findings.push({ id: "diagram-grammar", message, suggestion, span });
  }
}

function pair(map: DataMap, key: string): DataPair | undefined {
  return map.pairs.find((candidate) => candidate.key === key);
}
