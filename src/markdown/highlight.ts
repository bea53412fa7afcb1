/**
 * Syntax highlighting: code to lines of text and spans with token classes, never
 * inline styles, so that a strict content security policy holds.
 */
import { createRequire } from "node:module";
import type { ElementContent } from "hast";
import { createHighlighterCoreSync, type LanguageRegistration } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import { during } from "../timing/recorder.ts";
import { codeLanguage } from "./code-languages.ts";
import { classOf, THEME, THEME_NAME } from "./highlight-theme.ts";
import { SQL, SQL_GRAMMAR } from "./sql-grammar.ts";

/** What a line of code holds: text, and spans of text. */
export type Line = ElementContent[];

export interface Highlighter {
  /**
   * The lines of `code`, fresh nodes each time. Languages that are not known are
   * plain text; `languageProblem` tells of them.
   */
  highlight(code: string, language: string): Line[];
}

/** A piece of a line, and its class if it has one. */
type Token = readonly [text: string, name: string | undefined];

/** Longer lines are data, not code for reading; they stay plain. */
const MAX_LINE_LENGTH = 5_000;

/** Blocks that are remembered; the oldest goes first. */
const MAX_REMEMBERED = 5_000;

const require = createRequire(import.meta.url);

let shared: Highlighter | undefined;

/** The process's highlighter: grammars and blocks are remembered from one site to the next. */
export function sharedHighlighter(): Highlighter {
  shared ??= createHighlighter();
  return shared;
}

/** A grammar is loaded when a block first needs it, so that starting costs little. */
export function createHighlighter(): Highlighter {
  const core = createHighlighterCoreSync({
    themes: [THEME],
    langs: [],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  const loaded = new Set<string>();
  const remembered = new Map<string, readonly (readonly Token[])[]>();

  const tokenize = (code: string, grammar: string): readonly (readonly Token[])[] => {
    if (!loaded.has(grammar)) {
      core.loadLanguageSync(grammarOf(grammar));
      loaded.add(grammar);
    }
    const lines = core.codeToTokensBase(code, {
      lang: grammar,
      theme: THEME_NAME,
      tokenizeMaxLineLength: MAX_LINE_LENGTH,
      // What a block looks like must not depend on how busy the machine is.
      tokenizeTimeLimit: 0,
    });
    return lines.map((line) => joined(line.map(({ content, color }) => [content, classOf(color)])));
  };

  return {
    highlight(code, language) {
      const { grammar } = codeLanguage(language);
      if (grammar === undefined)
        return code.split(/\r\n|\n|\r/).map((line) => toLine([[line, undefined]]));
      const key = `${grammar}\n${code}`;
      const lines = remembered.get(key) ?? during("highlight", () => tokenize(code, grammar));
      if (remembered.size >= MAX_REMEMBERED) forgetOldest(remembered);
      remembered.set(key, lines);
      return lines.map(toLine);
    },
  };
}

/** A grammar with the grammars that it embeds. */
function grammarOf(name: string): LanguageRegistration | LanguageRegistration[] {
  if (name === SQL) return SQL_GRAMMAR;
  const { default: grammars }: { default: LanguageRegistration[] } = require(
    `shiki/langs/${name}.mjs`,
  );
  return grammars;
}

/** Neighbours of one class as one; blanks join what stands before them. */
function joined(tokens: readonly Token[]): readonly Token[] {
  const result: Token[] = [];
  for (const [text, name] of tokens) {
    const last = result.at(-1);
    if (last !== undefined && last[1] === name) result[result.length - 1] = [last[0] + text, name];
    else result.push([text, name]);
  }
  return result;
}

function toLine(tokens: readonly Token[]): Line {
  return tokens.flatMap(([value, name]): Line => {
    if (value === "") return [];
    if (name === undefined) return [{ type: "text", value }];
    const children: ElementContent[] = [{ type: "text", value }];
    return [{ type: "element", tagName: "span", properties: { className: [name] }, children }];
  });
}

function forgetOldest(remembered: Map<string, unknown>): void {
  for (const key of remembered.keys()) {
    remembered.delete(key);
    return;
  }
}
