/**
 * What may stand in a partial's template actions: a small part of Go's template
 * language. Reads one action's content into an expression or a control word.
 */
import { nearest } from "../text/nearest.ts";
import type { Range } from "../text/source.ts";
import { stringEnd, type TemplateFault } from "./template-scan.ts";

/** Something that has a text for a call. */
export type Expression =
  /** `.Get 0`, `.Get "name"` (Hugo: absent parameters are empty). */
  | { readonly type: "parameter"; readonly key: string; readonly isPositional: boolean }
  /** `.Inner`, `.InnerDeindent`. */
  | { readonly type: "inner" }
  /** `.`: the value of the `with` around it. */
  | { readonly type: "dot" }
  | { readonly type: "literal"; readonly value: string; readonly range: Range }
  /** `default "x" …`: the first if it is not empty. */
  | { readonly type: "default"; readonly value: Expression; readonly otherwise: Expression }
  /** `eq a b`. */
  | { readonly type: "equal"; readonly left: Expression; readonly right: Expression };

/** The start of a block that is shown or not. */
export interface BranchWord {
  readonly type: "if" | "with";
  readonly expression: Expression;
}

/** One action; an `else` may start a block in its place (Go: `else if`, `else with`). */
export type ActionWord =
  | { readonly type: "output"; readonly expression: Expression }
  | BranchWord
  | { readonly type: "else"; readonly branch: BranchWord | undefined }
  | { readonly type: "end" };

const TOKEN = /[ \t\r\n]*(?:([()|])|("|`)|([^\s()|"`]+))/y;
const WORDS = [
  ...[".Get", ".Inner", ".InnerDeindent", "default", "else", "end", "eq", "if"],
  ...["markdownify", "safeHTML", "with"],
];
/** Functions that leave a text as it is: it joins the page's Markdown. */
const PASS_THROUGH = new Set(["markdownify", "safeHTML"]);
/** Parentheses within each other, at most: a bound for hostile input. */
const MAX_DEPTH = 32;

interface Token extends Range {
  readonly kind: "sign" | "string" | "word";
  readonly value: string;
}

/** Reads the action that stands in `text` at `range`; undefined after a report. */
export function readAction(
  text: string,
  range: Range,
  fault: (fault: TemplateFault) => void,
): ActionWord | undefined {
  const reader = new ActionReader(tokensOf(text, range), range);
  const action = reader.action();
  if (reader.fault === undefined) return action;
  fault(reader.fault);
  return undefined;
}

function tokensOf(text: string, range: Range): Token[] {
  const action = text.slice(range.start, range.end);
  const tokens: Token[] = [];
  const add = (kind: Token["kind"], value: string, start: number, end: number): unknown =>
    tokens.push({ kind, value, start: range.start + start, end: range.start + end });
  let at = 0;
  while (at < action.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(action);
    if (match === null) break;
    const [, sign, quote, word] = match;
    at = TOKEN.lastIndex;
    if (quote !== undefined) {
      const start = at - 1;
      at = stringEnd(action, start) ?? action.length;
      add("string", unquote(action.slice(start, at)), start, at);
    } else {
      const value = sign ?? word ?? "";
      add(sign === undefined ? "word" : "sign", value, at - value.length, at);
    }
  }
  return tokens;
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r" };

/** Go: quoted strings have escapes, raw ones do not. */
function unquote(written: string): string {
  const inner = written.slice(1, -1);
  if (written.startsWith("`")) return inner;
  return inner.replace(/\\(.)/g, (_, letter: string) => ESCAPES[letter] ?? letter);
}

class ActionReader {
  readonly #tokens: readonly Token[];
  readonly #range: Range;
  #at = 0;
  #depth = 0;
  /** The first fault; what is read after it does not count. */
  fault: TemplateFault | undefined;

  constructor(tokens: readonly Token[], range: Range) {
    this.#tokens = tokens;
    this.#range = range;
  }

  action(): ActionWord {
    if (this.#takeWord("end")) return this.#finished({ type: "end" });
    if (this.#takeWord("else")) return this.#finished({ type: "else", branch: this.#branch() });
    const branch = this.#branch();
    return this.#finished(branch ?? { type: "output", expression: this.#pipeline() });
  }

  #branch(): BranchWord | undefined {
    if (this.#takeWord("if")) return { type: "if", expression: this.#pipeline() };
    if (this.#takeWord("with")) return { type: "with", expression: this.#pipeline() };
    return undefined;
  }

  #takeWord(word: string): boolean {
    const token = this.#tokens[this.#at];
    const isThere = token?.kind === "word" && token.value === word;
    if (isThere) this.#at++;
    return isThere;
  }

  #finished(action: ActionWord): ActionWord {
    const rest = this.#tokens[this.#at];
    if (rest !== undefined) this.#unexpected(rest, "the end of the action");
    return action;
  }

  #pipeline(): Expression {
    let expression = this.#command();
    while (this.#takeSign("|")) expression = this.#piped(expression);
    return expression;
  }

  /** A function that takes what stands before the `|` as its last argument. */
  #piped(value: Expression): Expression {
    const token = this.#next();
    if (token?.kind === "word" && PASS_THROUGH.has(token.value)) return value;
    if (token?.kind === "word" && token.value === "default") {
      return { type: "default", value, otherwise: this.#operand() };
    }
    return this.#unexpected(token, "markdownify, safeHTML or default");
  }

  #command(): Expression {
    const token = this.#tokens[this.#at];
    if (token?.kind !== "word") return this.#operand();
    if (token.value === "default") {
      this.#at++;
      const otherwise = this.#operand();
      return { type: "default", value: this.#operand(), otherwise };
    }
    if (token.value === "eq") {
      this.#at++;
      return { type: "equal", left: this.#operand(), right: this.#operand() };
    }
    if (PASS_THROUGH.has(token.value)) {
      this.#at++;
      return this.#operand();
    }
    return this.#operand();
  }

  #operand(): Expression {
    const token = this.#next();
    if (token?.kind === "string") return { type: "literal", value: token.value, range: token };
    if (token?.kind === "sign" && token.value === "(") return this.#group(token);
    switch (token?.kind === "word" ? token.value : undefined) {
      case ".Get":
      case "$.Get":
        return this.#parameter();
      case ".Inner":
      case "$.Inner":
      case ".InnerDeindent":
      case "$.InnerDeindent":
        return { type: "inner" };
      case ".":
        return { type: "dot" };
      default:
        return this.#unexpected(token, ".Get, .Inner or a quoted text");
    }
  }

  #group(open: Token): Expression {
    if (++this.#depth > MAX_DEPTH) {
      return this.#unexpected(open, `at most ${MAX_DEPTH} parentheses within each other`);
    }
    const expression = this.#pipeline();
    this.#depth--;
    return this.#takeSign(")") ? expression : this.#unexpected(this.#next(), ")");
  }

  #parameter(): Expression {
    const token = this.#next();
    if (token?.kind === "string") {
      return { type: "parameter", key: token.value, isPositional: false };
    }
    if (token?.kind === "word" && /^\d{1,3}$/.test(token.value)) {
      return { type: "parameter", key: String(Number(token.value)), isPositional: true };
    }
    return this.#unexpected(token, "a parameter's number or its name in quotes");
  }

  #next(): Token | undefined {
    return this.#tokens[this.#at++];
  }

  #takeSign(sign: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== "sign" || token.value !== sign) return false;
    this.#at++;
    return true;
  }

  #unexpected(token: Token | undefined, expected: string): Expression {
    const shown = token?.kind === "string" ? JSON.stringify(token.value) : token?.value;
    const what = shown === undefined ? "end" : `"${shown}"`;
    const end = this.#range.end;
    this.fault ??= {
      range: token === undefined ? { start: end, end } : { start: token.start, end: token.end },
      message: `Unexpected ${what} in a template action, expected ${expected}`,
      suggestion: token?.kind === "word" ? nearest(token.value, WORDS) : undefined,
    };
    this.#at = this.#tokens.length;
    return { type: "literal", value: "", range: this.fault.range };
  }
}
