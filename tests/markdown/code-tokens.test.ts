/** Lines that are known give the tokens that shiki gives for the whole block. */
import fc from "fast-check";
import { createHighlighterCoreSync, type LanguageRegistration } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import { describe, expect, test } from "vitest";
import { CodeTokens, type Token } from "../../src/markdown/code-tokens.ts";
import { classOf, THEME, THEME_NAME } from "../../src/markdown/highlight-theme.ts";

/** Lines that open and close what goes over several of them, in any order. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  bash: [
    "cat <<EOF",
    "cat <<'A' | b",
    "EOF",
    "A",
    'echo "$X',
    'b"',
    "# c",
    "if x; then",
    "fi",
    "$(a",
    ")",
  ],
  json: ["{", '  "a": [', "1,", '"b": {"c": null}', "]", "}", "", '"x'],
  markdown: ["```sh", "```", "# A", "> b", "- c *d", "e*", "<!-- f", "-->", "", "    g"],
  python: ['"""', "def a(b):", "  return f'{c", "}'", "# d", "@e", "(", ")", ""],
  html: [
    "<script>",
    "let a = `",
    "`",
    "</script>",
    "<!--",
    "-->",
    '<p a="',
    '">',
    "b",
    "<style>c {",
    "}</style>",
  ],
  yaml: ["a: |", "  b", "- c: &d", "'e", "f'", "# g", "---", ""],
};

const core = createHighlighterCoreSync({
  themes: [THEME],
  langs: [],
  engine: createJavaScriptRegexEngine({ forgiving: true }),
});

/** What shiki says, neighbors of one class as one. */
function stock(code: string, lang: string): (readonly Token[])[] {
  const options = { lang, theme: THEME_NAME, tokenizeTimeLimit: 0, tokenizeMaxLineLength: 5_000 };
  return core.codeToTokensBase(code, options).map((line) => {
    const tokens: Token[] = [];
    for (const { content, color } of line) {
      const name = classOf(color);
      const last = tokens.at(-1);
      if (last?.[1] === name && last !== undefined) tokens.splice(-1, 1, [last[0] + content, name]);
      else tokens.push([content, name]);
    }
    return tokens;
  });
}

describe("blocks that share lines", () => {
  test.each(Object.entries(LINES))("in %s", async (language, lines) => {
    const { default: grammars }: { default: LanguageRegistration[] } = await import(
      `shiki/langs/${language}.mjs`
    );
    core.loadLanguageSync(grammars);
    const tokens = new CodeTokens(core, language);
    const block = fc.array(fc.constantFrom(...lines), { maxLength: 12 });
    fc.assert(
      fc.property(block, (chosen) => {
        const code = chosen.join("\n");
        expect(tokens.linesOf(code)).toEqual(stock(code, language));
      }),
      { numRuns: 150 },
    );
  });

  test("lines of data stay plain, and the line after them goes on", () => {
    const tokens = new CodeTokens(core, "json");
    const code = `{"a": "b"\n${"[1]".repeat(2_000)}\n, "c": 1}`;
    expect(tokens.linesOf(code)).toEqual(stock(code, "json"));
  });
});
