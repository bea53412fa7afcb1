/** Where the characters of YAML's scalars stand, in all styles. */

import fc from "fast-check";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { toPlain } from "../../src/data/node.ts";
import { parseYaml } from "../../src/data/yaml.ts";
import { Source } from "../../src/text/source.ts";
import { workTime } from "../helpers/work-time.ts";
import { expectExact, expectInside, nodesOf, piecesOf, textAt } from "./texts.ts";

const CASES: readonly (readonly [string, string, string, readonly string[]])[] = [
  ["plain", "k:  some text # no\n", "some text", ['"some text"@1:5']],
  ["plain on two lines", "k: one  \n   two\n", "one two", ['"one"@1:4', '~" "@1:9', '"two"@2:4']],
  [
    "plain with an empty line",
    "k: one\n\n  two\n",
    "one\ntwo",
    ['"one"@1:4', '"\\n"@2:1', '"two"@3:3'],
  ],
  ["single-quoted", "k: 'a b'\n", "a b", ['"a b"@1:5']],
  ["single-quoted with quotes", "k: 'it''s'\n", "it's", ['"it"@1:5', '"\'s"@1:8']],
  [
    "single-quoted on lines",
    "k: 'a \n\n\n  b '\n",
    "a\n\nb ",
    ['"a"@1:5', '"\\n\\n"@2:1', '"b "@4:3'],
  ],
  ["double-quoted", 'k: "a b"\n', "a b", ['"a b"@1:5']],
  [
    "double-quoted with escapes",
    'k: "a\\nb\\u00e4\\x41\\"\\\\c"\n',
    'a\nbäA"\\c',
    ['"a"@1:5', '~"\\n"@1:6', '"b"@1:8', '~"ä"@1:9', '~"A"@1:15', '"\\""@1:20', '"\\\\c"@1:22'],
  ],
  ["double-quoted with an escaped line break", 'k: "a \\\n   b"\n', "a b", ['"a "@1:5', '"b"@2:4']],
  [
    "double-quoted on lines",
    'k: "a\\t \n  b"\n',
    "a\t b",
    ['"a"@1:5', '~"\\t"@1:6', '~" "@1:9', '"b"@2:3'],
  ],
  [
    "an escaped pair",
    'k: "\\U0001f600\\ud83d\\ude00"\n',
    "😀😀",
    ['~"😀"@1:5', '~"\\ud83d"@1:15', '~"\\ude00"@1:21'],
  ],
  [
    "literal",
    "k: |\n  one\n    two\n\n  three\n",
    "one\n  two\n\nthree\n",
    ['"one\\n"@2:3', '"  two\\n\\n"@3:3', '"three\\n"@5:3'],
  ],
  ["literal, stripped", "k: |-\n  one\n\n\nl: 1\n", "one", ['"one"@2:3']],
  ["literal, kept", "k: |+\n  one\n\n   \nl: 1\n", "one\n\n \n", ['"one\\n\\n"@2:3', '" \\n"@4:3']],
  ["literal, kept to the end", "k: |+\n  one\n\n", "one\n\n", ['"one\\n\\n"@2:3']],
  [
    "literal with an indentation",
    "k: |2\n    one\n   two\n",
    "  one\n two\n",
    ['"  one\\n"@2:3', '" two\\n"@3:3'],
  ],
  ["literal, both indicators", "k: |1-\n  one\n", " one", ['" one"@2:2']],
  ["literal at the end of the file", "k: |\n  one", "one\n", ['"one"@2:3', '~"\\n"@2:6']],
  ["literal with a tab", "k: |\n  \tone\n", "\tone\n", ['"\\tone\\n"@2:3']],
  [
    "literal after empty lines",
    "k: |\n\n \n  one\n",
    "\n\none\n",
    ['"\\n"@2:1', '"\\n"@3:2', '"one\\n"@4:3'],
  ],
  [
    "literal with CRLF",
    "k: |\r\n  one\r\n\r\n  two\r\n",
    "one\n\ntwo\n",
    ['"one"@2:3', '"\\n"@2:7', '"\\n"@3:2', '"two"@4:3', '"\\n"@4:7'],
  ],
  [
    "literal with CR",
    "k: |\r  one\r  two\r",
    "one\ntwo\n",
    ['"one"@2:3', '~"\\n"@2:6', '"two"@3:3', '~"\\n"@3:6'],
  ],
  ["literal of empty lines", "k: |+\n\n\n", "\n\n", ['"\\n\\n"@2:1']],
  ["literal without lines", "k: |\n", "", []],
  [
    "literal outside of the first plane",
    "k: |\n  𝄞 {{< x >}}\n",
    "𝄞 {{< x >}}\n",
    ['"𝄞 {{< x >}}\\n"@2:3'],
  ],
  [
    "folded",
    "k: >\n  one\n  two\n\n  three\n",
    "one two\nthree\n",
    ['"one"@2:3', '~" "@2:6', '"two"@3:3', '"\\n"@4:1', '"three\\n"@5:3'],
  ],
  [
    "folded with a more indented line",
    "k: >-\n  one\n    code\n  two\n",
    "one\n  code\ntwo",
    ['"one\\n"@2:3', '"  code\\n"@3:3', '"two"@4:3'],
  ],
  ["a number keeps its form", "k: 1.10\n", "1.10", ['"1.10"@1:4']],
  ["nothing", "k:\n", "", []],
];

test.each(CASES)("%s", (_, yaml, expected, pieces) => {
  const { value, problems } = parseYaml(new Source("data/a.yml", yaml));
  expect(problems).toEqual([]);
  const text = textAt(value, "k");
  expect(text.text).toBe(expected);
  expect(piecesOf(text)).toEqual(pieces);
});

test("a place inside of a block in a list is the file's own", () => {
  const yaml = "- name: a\n  content: |\n    Text.\n\n    1. See {{< x >}}\n- name: b\n";
  const source = new Source("data/a.yml", yaml);
  const text = textAt(parseYaml(source).value, 0, "content");
  const { offset } = text.originAt(text.text.indexOf("{{<"));
  expect(source.placeAt(offset)).toEqual({ line: 5, column: 12 });
});

/** YAML of many shapes: line by line, so that much of it is well-formed. */
const LINE = fc
  .tuple(
    fc.constantFrom("", " ", "  ", "   ", "\t"),
    fc.constantFrom("", "- ", "a: ", "b: ", "? ", ": ", "&x ", "*x", "!!str ", "# ", "<<: "),
    fc.constantFrom(
      "",
      "|",
      ">",
      "|-",
      ">+",
      "|2",
      "'",
      '"',
      "[",
      "{",
      "]",
      "}",
      "text",
      "it''s",
      '"a\\tb"',
      "'x y'",
      "[a, b: 1]",
      "é𝄞",
      "1.0",
      "\\\\",
      "---",
      "...",
    ),
  )
  .map((parts) => parts.join(""));
const LIKELY = fc
  .tuple(fc.array(LINE, { maxLength: 10 }), fc.constantFrom("\n", "\r\n", "\r"))
  .map(([lines, end]) => lines.join(end));
const BLOCK = fc
  .tuple(
    fc.constantFrom("|", ">"),
    fc.constantFrom("", "+", "-", "2", "1+", "3-"),
    fc.array(
      fc.constantFrom("", " ", "  ", "    ", "  a", "  b  ", "   c", "  \td", "     e", "  é"),
      { maxLength: 8 },
    ),
    fc.constantFrom("\n", "\r\n", "\r"),
    fc.constantFrom("", "\n", "\r\n", "k: 1"),
  )
  .map(
    ([style, header, lines, end, last]) =>
      `a: ${style}${header}${end}${lines.join(end)}${end}${last}`,
  );
const QUOTED = fc
  .array(
    fc.constantFrom(
      "a",
      " ",
      "\t",
      "\n  ",
      "\r\n ",
      "\\n",
      "\\\n ",
      "\\ ",
      '\\"',
      "\\x41",
      "\\u00e9",
      "\\L",
      "é",
    ),
    { maxLength: 12 },
  )
  .map((parts) => `a: "${parts.join("")}"`);
const ANY = fc.oneof(LIKELY, BLOCK, QUOTED, fc.string({ unit: "binary" }), fc.string());

describe("any text", () => {
  test("never throws; every place is inside of the file; exact pieces are exact", () => {
    fc.assert(
      fc.property(ANY, (yaml) => {
        const source = new Source("data/a.yml", yaml);
        const { value, problems } = parseYaml(source);
        for (const { span } of problems) expectInside(span, yaml);
        for (const node of value === undefined ? [] : nodesOf(value)) {
          expectInside(node.range, yaml);
          if (node.kind === "scalar") expectExact(node.text, yaml);
        }
      }),
      { numRuns: 4000 },
    );
  });

  test("values are those of the parser itself", () => {
    let compared = 0;
    fc.assert(
      fc.property(ANY, (yaml) => {
        const { value, problems } = parseYaml(new Source("data/a.yml", yaml));
        if (problems.length > 0 || value === undefined || /<<|\?/.test(yaml)) return;
        // Keys are texts here as written; the parser writes null and numbers its own way.
        const plain = JSON.stringify(toPlain(value));
        // A key of which only its anchor is written is null too.
        if (/[{,]"":/.test(plain)) return;
        if (/(^|[\s{[,])(:|~|[-+]?[.\d][\w.+-]*\s*:)/.test(yaml)) return;
        compared++;
        expect(plain).toBe(JSON.stringify(load(yaml)));
      }),
      { numRuns: 4000 },
    );
    expect(compared).toBeGreaterThan(500);
  });
});

test("time grows with the text, not faster", () => {
  const texts = [
    `a: "${"\\u0041 ".repeat(100_000)}"`,
    `a: >\n${"  word\n".repeat(100_000)}`,
    `[${"{a: , b: # c\n}, ".repeat(40_000)}]`,
    `${"- ".repeat(90)}x\n`.repeat(2_000).replaceAll("\n-", "\n-"),
    `a: '${"''".repeat(200_000)}`,
    `a: "${"\\\\".repeat(200_000)}\\`,
  ];
  for (const text of texts) {
    expect(workTime(() => parseYaml(new Source("data/a.yml", text)))).toBeLessThan(3000);
  }
});
