/**
 * Code as tokens with classes, line by line. A grammar reads a line from nothing but the
 * line and the state in which the one before it ended; so a line that was read in this
 * state before is known, in whichever block it stands.
 */
import type { HighlighterCore } from "shiki/core";
import { EncodedTokenMetadata, INITIAL } from "shiki/textmate";
import { detached } from "../text/detached.ts";
import { classOf, THEME_NAME } from "./highlight-theme.ts";

/** A piece of a line, and its class if it has one. */
export type Token = readonly [text: string, name: string | undefined];

type Grammar = ReturnType<HighlighterCore["getLanguage"]>;
type GrammarState = ReturnType<Grammar["tokenizeLine2"]>["ruleStack"];

/** What is known of a line: its tokens, and the number of the state after it. */
interface KnownLine {
  readonly tokens: readonly Token[];
  readonly next: number;
}

/** Longer lines are data, not code for reading; they stay plain. */
const MAX_LINE_LENGTH = 5_000;

/** Lines of one grammar that are remembered; then all are forgotten. */
const MAX_LINES = 20_000;

/** States that are compared with a new one; a block that has more is read without. */
const MAX_STATES = 500;

/** The tokens of code in the language of one grammar. */
export class CodeTokens {
  readonly #grammar: Grammar;
  readonly #colors: readonly string[];
  #states: GrammarState[] = [INITIAL];
  /** The lines by the number of the state before them. */
  #known: Map<string, KnownLine>[] = [new Map()];
  #count = 0;

  /** `name`: a grammar that is loaded. */
  constructor(core: HighlighterCore, name: string) {
    this.#grammar = core.getLanguage(name);
    this.#colors = core.setTheme(THEME_NAME).colorMap;
  }

  /** The tokens of each line. */
  linesOf(code: string): (readonly Token[])[] {
    if (this.#count > MAX_LINES || this.#states.length > MAX_STATES) this.#forget();
    let state = 0;
    return code.split(/\r?\n/).map((line) => {
      // The grammar is not asked for these, as shiki does not ask it.
      if (line === "") return [];
      if (line.length >= MAX_LINE_LENGTH) return [[line, undefined]];
      const { tokens, next } = this.#known[state]?.get(line) ?? this.#read(line, state);
      state = next;
      return tokens;
    });
  }

  #read(written: string, state: number): KnownLine {
    const line = detached(written);
    // Without a limit of time: what a block looks like must not depend on the machine.
    const result = this.#grammar.tokenizeLine2(line, this.#states[state] ?? INITIAL, 0);
    const known = {
      tokens: this.#tokensOf(line, result.tokens),
      next: this.#numberOf(result.ruleStack),
    };
    this.#known[state]?.set(line, known);
    this.#count++;
    return known;
  }

  /** Neighbors of one class as one; blanks join what stands before them. */
  #tokensOf(line: string, encoded: Uint32Array): Token[] {
    const tokens: Token[] = [];
    for (let i = 0; i < encoded.length; i += 2) {
      const text = line.slice(encoded[i], encoded[i + 2] ?? line.length);
      if (text === "") continue;
      const name = classOf(this.#colors[EncodedTokenMetadata.getForeground(encoded[i + 1] ?? 0)]);
      const last = tokens.at(-1);
      if (last !== undefined && last[1] === name)
        tokens[tokens.length - 1] = [last[0] + text, name];
      else tokens.push([text, name]);
    }
    return tokens;
  }

  /** The number of a state; those that say the same are one. */
  #numberOf(state: GrammarState): number {
    const mayFind = this.#states.length < MAX_STATES;
    const found = mayFind ? this.#states.findIndex((known) => isSame(known, state)) : -1;
    if (found >= 0) return found;
    this.#known.push(new Map());
    return this.#states.push(state) - 1;
  }

  #forget(): void {
    this.#states = [INITIAL];
    this.#known = [new Map()];
    this.#count = 0;
  }
}

/** Whether a grammar goes on in the same way. */
function isSame(a: GrammarState, b: GrammarState): boolean {
  return a === b || (a.depth === b.depth && a.equals(b) && capturesOf(a) === capturesOf(b));
}

/** Which rules took the end of their line along: the next line begins otherwise for them. */
function capturesOf(state: GrammarState): string {
  let captures = "";
  let at: unknown = state;
  while (typeof at === "object" && at !== null && "beginRuleCapturedEOL" in at) {
    captures += at.beginRuleCapturedEOL === true ? "1" : "0";
    at = "parent" in at ? at.parent : undefined;
  }
  return captures;
}
