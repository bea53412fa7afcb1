/**
 * Syntax highlighting: code to lines of text and spans with token classes, never
 * inline styles, so that a strict content security policy holds.
 */
import { createRequire } from "node:module";
import { createHighlighterCoreSync, type LanguageRegistration } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import { during } from "../timing/recorder.ts";
import { codeLanguage } from "./code-languages.ts";
import { CodeTokens, type Token } from "./code-tokens.ts";
import { THEME } from "./highlight-theme.ts";
import { SQL, SQL_GRAMMAR } from "./sql-grammar.ts";

/** What a line of code holds. */
export type Line = readonly Token[];

export interface Highlighter {
  /** The lines of `code`. Languages that are not known are plain text; `languageProblem` tells of them. */
  highlight(code: string, language: string): Line[];
}

/** Code as it is, for who does not look at it. */
export const PLAIN_HIGHLIGHTER: Highlighter = {
  highlight: (code) => code.split(/\r\n|\n|\r/).map(plainLine),
};

/** Languages in code of these that are highlighted too, where the grammar leaves that open. */
const EMBEDDED: Readonly<Record<string, readonly string[]>> = {
  markdown: [SQL, "bash", "diff", "ini", "javascript", "json", "python", "toml", "yaml"],
};

const require = createRequire(import.meta.url);

let shared: Highlighter | undefined;

/** The process's highlighter: grammars and lines are remembered from one site to the next. */
export function sharedHighlighter(): Highlighter {
  shared ??= createHighlighter();
  return shared;
}

/** A grammar is loaded when a block first needs it, so that starting costs little. */
export function createHighlighter(): Highlighter {
  const engine = createJavaScriptRegexEngine({ forgiving: true });
  const grammars = new Map<string, CodeTokens>();

  const tokensIn = (grammar: string): CodeTokens => {
    const known = grammars.get(grammar);
    if (known !== undefined) return known;
    // Each has a core of its own: what a block looks like must not depend on those before it.
    const core = createHighlighterCoreSync({
      themes: [THEME],
      langs: [grammar, ...(EMBEDDED[grammar] ?? [])].map(grammarOf),
      engine,
      warnings: false,
    });
    const tokens = new CodeTokens(core, grammar);
    grammars.set(grammar, tokens);
    return tokens;
  };

  return {
    highlight(code, language) {
      const { grammar } = codeLanguage(language);
      if (grammar === undefined) return PLAIN_HIGHLIGHTER.highlight(code, language);
      return during("highlight", () => tokensIn(grammar).linesOf(code));
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

/** A line without classes. */
export function plainLine(text: string): Line {
  return text === "" ? [] : [[text, undefined]];
}
