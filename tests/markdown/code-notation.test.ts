/** Marks in comments of code. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readNotation } from "../../src/markdown/code-notation.ts";
import { remarkFences } from "../../src/markdown/remark-fences.ts";
import { toMarkdown } from "../../src/markdown/to-markdown.ts";
import { htmlOf, through } from "./helpers.ts";

function read(code: string): { code: string; marks: object } {
  const { code: rest, marks } = readNotation(code);
  const lists = [...marks].map(([name, lines]) => [name, [...lines]] as const);
  return { code: rest, marks: Object.fromEntries(lists) };
}

describe("readNotation", () => {
  test.each([
    ["a // [!code ++]\nb", "a\nb", { ins: [1] }],
    ["a -- [!code --]", "a", { del: [1] }],
    ["a\nb # [!code focus]", "a\nb", { focus: [2] }],
    ["a ; [!code highlight]", "a", { hl_lines: [1] }],
    ["a /* [!code hl] */", "a", { hl_lines: [1] }],
    ["<a> <!-- [!code ++] -->", "<a>", { ins: [1] }],
    ["<a /> {/* [!code ++] */}", "<a />", { ins: [1] }],
    ["a // why [!code ++]", "a // why", { ins: [1] }],
    ["a // [!code ++] [!code focus]", "a", { ins: [1], focus: [1] }],
    ["a // [!code ++:2]\nb\nc", "a\nb\nc", { ins: [1, 2] }],
    ["a // [!code ++:9]\nb", "a\nb", { ins: [1, 2] }],
    ["a\n  // [!code focus:2]\nb\nc", "a\nb\nc", { focus: [2, 3] }],
    ["a\n-- [!code --]\nb", "a\nb", { del: [2] }],
    // No comment, no mark
    ["a [!code ++]", "a [!code ++]", {}],
    ["a // [!code nothing]", "a // [!code nothing]", {}],
    ["a // [!note]", "a // [!note]", {}],
  ])("%j", (code, rest, marks) => {
    expect(read(code)).toEqual({ code: rest, marks });
  });

  test("says what it does not know", () => {
    expect(readNotation("a // [!code focsu]").complaint).toMatchObject({
      id: "code-notation",
      suggestion: "focus",
    });
  });

  test("code without notation is not touched", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."a /#-[!code+]\n ") }), (code) => {
        if (!code.includes("[!code ")) expect(readNotation(code).code).toBe(code);
      }),
    );
  });
});

describe("in a page", () => {
  const MARKDOWN =
    '```js {title="a.js" ins="3"}\na(); // [!code --]\nb(); // [!code ++]\nc();\n```';

  test("lines are marked, and the comments gone", () => {
    const { tree, messages } = through(MARKDOWN, remarkFences);
    const html = htmlOf(tree);
    expect(messages).toEqual([]);
    expect(html).toContain('<del class="line removed">');
    expect(html.match(/<ins class="line added">/g)).toHaveLength(2);
    expect(html).not.toContain("!code");
  });

  test("the page's Markdown has the same marks, and read once more it gives the same lines", () => {
    const { tree } = through(MARKDOWN, remarkFences);
    const markdown = toMarkdown(tree);
    expect(markdown).toBe(
      '**a.js**\n\n```js title="a.js" {del="1" ins="2 3"}\na();\nb();\nc();\n```\n',
    );
    const lines = (html: string): string => html.slice(html.indexOf("<pre"));
    expect(lines(htmlOf(through(markdown, remarkFences).tree))).toBe(lines(htmlOf(tree)));
  });

  test("documents about Markdown show such comments, and so do blocks that say so", () => {
    for (const info of ["md", "js {notation=false}"]) {
      const { tree } = through(`\`\`\`\`${info}\na // [!code ++]\n\`\`\`\``, remarkFences);
      expect(htmlOf(tree)).toContain("[!code ++]");
    }
  });

  test("a mark that is not known and a line that is not there are told", () => {
    const { messages } = through("```js {focus=9}\na // [!code wrd]\n```", remarkFences);
    expect(messages).toEqual([
      expect.stringContaining("[code-notation]"),
      expect.stringContaining("Unexpected line 9 in focus, expected one from 1 to 1 [code-lines]"),
    ]);
  });

  test("patches have lines that are added and taken away", () => {
    const { tree } = through("```diff\n--- a\n+++ b\n@@ -1 +1 @@\n-x\n+y\n z\n```", remarkFences);
    const classes = [...htmlOf(tree).matchAll(/class="(line[^"]*)"/g)].map(([, name]) => name);
    expect(classes).toEqual(["line", "line", "line", "line minus", "line plus", "line"]);
  });
});
