/** YAML: values, ranges, and every error at its place. */
import { describe, expect, test } from "vitest";
import type { ParsedData } from "../../src/data/types.ts";
import { parseYaml } from "../../src/data/yaml.ts";
import { Source } from "../../src/text/source.ts";
import { workTime } from "../helpers/work-time.ts";
import { line, marked, nodeAt, plainOf } from "./texts.ts";

function parse(text: string): ParsedData {
  return parseYaml(new Source("data/a.yml", text));
}

const VALUES: readonly (readonly [string, string, unknown])[] = [
  ["nothing", "", undefined],
  ["a comment", "# nothing here\n", undefined],
  ["an explicit null", "~", null],
  [
    "core schema",
    "[1, -2, 0x1f, 0o17, 1.5, .5, 1e3, true, False, null, ~]",
    [1, -2, 31, 15, 1.5, 0.5, 1000, true, false, null, null],
  ],
  [
    "words of YAML 1.1 and dates are text",
    "[yes, no, on, off, y, 2026-11-21, 12:30]",
    ["yes", "no", "on", "off", "y", "2026-11-21", "12:30"],
  ],
  ["quoted is text", `["1", '2', "true"]`, ["1", "2", "true"]],
  [
    "tags",
    `[!!str 1, !!int "2", !!float 3, !!bool "true", !!null "", ! 5]`,
    ["1", 2, 3, true, null, "5"],
  ],
  ["a verbatim tag", "!<tag:yaml.org,2002:str> 1", "1"],
  ["keys as written", "1: a\ntrue: b\n~: c\n: d\n", { 1: "a", true: "b", "~": "c", "": "d" }],
  ["anchor and alias", "a: &x [1, 2]\nb: *x\n", { a: [1, 2], b: [1, 2] }],
  ["an anchor that is set again", "- &x 1\n- *x\n- &x 2\n- *x\n", [1, 1, 2, 2]],
  ["an alias as key", "- &k name\n- *k : v\n", ["name", { name: "v" }]],
  [
    "merge: own keys win wherever they stand",
    "- &m {a: 1, b: 2}\n- b: 3\n  <<: *m\n  c: 4\n",
    [
      { a: 1, b: 2 },
      { b: 3, c: 4, a: 1 },
    ],
  ],
  [
    "merge of a list: the first wins",
    "- &m {a: 1}\n- &n {a: 2, b: 2}\n- <<: [*m, *n]\n",
    [{ a: 1 }, { a: 2, b: 2 }, { a: 1, b: 2 }],
  ],
  ["a quoted << is a key", '"<<": {a: 1}\n', { "<<": { a: 1 } }],
  ["a pair in a list", "[a: 1, {b: 2}: 3, ? c]", [{ a: 1 }, undefined, { c: null }]],
  ["byte order mark", "\ufeffa: 1\n", { a: 1 }],
  ["CRLF", "a: 1\r\nb:\r\n  - x\r\n", { a: 1, b: ["x"] }],
  ["tabs that are no indentation", "a:\t1\t# one\nb: [2, 3]\t\n", { a: 1, b: [2, 3] }],
  ["document markers", "---\na: 1\n...\n", { a: 1 }],
  [
    "a key of prototypes",
    "__proto__: 1\nconstructor: 2\n",
    Object.fromEntries([
      ["__proto__", 1],
      ["constructor", 2],
    ]),
  ],
];

describe("values", () => {
  test.each(VALUES)("%s", (name, text, expected) => {
    const parsed = parse(text);
    if (name === "a pair in a list") {
      expect(parsed.problems.map(line)).toEqual([
        "1:8: Unexpected map as a key, expected text [data-syntax]",
      ]);
      expect(plainOf(parsed)).toEqual([{ a: 1 }, {}, { c: null }]);
      return;
    }
    expect(parsed.problems).toEqual([]);
    expect(plainOf(parsed)).toEqual(expected);
  });
});

const ERRORS: readonly (readonly [string, readonly string[]])[] = [
  [
    "a: 1\nb: 2\na: 3\n",
    ['3:1: Unexpected second key "a", expected each key once; the first is in line 1'],
  ],
  [
    "- {a: 1, b: 2, b: 3, b: 4}\n",
    [
      '1:16: Unexpected second key "b", expected each key once; the first is in line 1',
      '1:22: Unexpected second key "b", expected each key once; the first is in line 1',
    ],
  ],
  [
    "a: b: c\n",
    ['1:5: Unexpected ":", expected quotes around text that holds one, or other indentation'],
  ],
  [
    "a: 1\n  b: 2\n",
    ['2:4: Unexpected ":", expected quotes around text that holds one, or other indentation'],
  ],
  [
    "- name: x\n code: y\n",
    ['2:2: Unexpected text, expected the next "-", indented as the ones above it'],
  ],
  [
    "a: |\n  x\n y\n",
    ["3:2: Unexpected text, expected the next key, indented as the keys above it"],
  ],
  [
    "a: 1\nb\nc: 2\n",
    ['3:2: Unexpected ":" after text of several lines, expected "key: value" in each line'],
  ],
  ["a: 1\nb\n", ['2:1: Unexpected line without a key, expected "key: value"']],
  ["a: @x\n", ['1:4: Unexpected "@", expected quotes around text that starts with it']],
  ["a: `x`\n", ['1:4: Unexpected "`", expected quotes around text that starts with it']],
  ["a:\n\tb: 1\n", ["2:1: Unexpected tab, expected spaces as indentation"]],
  [
    '- name: a\n  code: "never\n- name: b\n',
    ["3:1: Unexpected line, expected a closing quote or bracket before it, or more indentation"],
  ],
  [
    '- name: a\n  code: "never closed\n',
    ['2:9: Unexpected " that nothing closes, expected its pair'],
  ],
  ["a: 'it''s \"never\" closed", ["1:4: Unexpected ' that nothing closes, expected its pair"]],
  ["a: 'say \"hello\n", ["1:4: Unexpected ' that nothing closes, expected its pair"]],
  ['a: "\\" never', ['1:4: Unexpected " that nothing closes, expected its pair']],
  ['a: "\\q"\n', ["1:6: Unexpected escape, expected one that YAML has, or single quotes"]],
  ['a: "\\xzz"\n', ["1:7: Unexpected character, expected a hexadecimal digit"]],
  [
    "a: [1, 2\nb: 3\n",
    ["2:1: Unexpected line, expected a closing quote or bracket before it, or more indentation"],
  ],
  ["a: [1,\t2]\n", ["1:8: Unexpected tab before the text, expected spaces"]],
  ["<<: *x\n", ['1:5: Unexpected alias "*x", expected the name of an anchor that ends before it']],
  ["[1, 2", ["1:6: Unexpected end of the file, expected a closing bracket"]],
  [
    "- &x 1\n- *y\n",
    ['2:3: Unexpected alias "*y", expected the name of an anchor that ends before it'],
  ],
  ["&x [*x]\n", ['1:5: Unexpected alias "*x", expected the name of an anchor that ends before it']],
  ["a: 1\n---\nb: 2\n", ["2:1: Unexpected second YAML document, expected one in a file"]],
  [
    "---\na: |\n  x\n\n# end\n---\n",
    ["6:1: Unexpected second YAML document, expected one in a file"],
  ],
  ["? [a]\n: 1\n", ["1:3: Unexpected list as a key, expected text"]],
  [
    "- !date 2026\n- !!int x\n- !!set {}\n",
    [
      '1:3: Unexpected tag "!date", expected !!str, !!int, !!float, !!bool or !!null',
      '2:3: Unexpected text "x", expected a value of type !!int',
      '3:3: Unexpected tag "!!set", expected none or !!map',
    ],
  ],
  ["<<: text\n", ['1:5: Unexpected scalar after "<<", expected a map']],
  ["a: \u0000\n", ["1:4: Unexpected NUL character, expected text"]],
  [
    "ä𝄞: b: c\n",
    ['1:6: Unexpected ":", expected quotes around text that holds one, or other indentation'],
  ],
  [
    "a: 1\r\nb: 2\r\na: 3\r\n",
    ['3:1: Unexpected second key "a", expected each key once; the first is in line 1'],
  ],
];

describe("errors", () => {
  test.each(ERRORS)("%j", (text, expected) => {
    expect(parse(text).problems.map(line)).toEqual(expected.map((each) => `${each} [data-syntax]`));
  });

  test("a problem beside a value leaves the rest", () => {
    expect(plainOf(parse("a: 1\na: 2\nb: *x\nc: 3\n---\nd: 4\n"))).toEqual({ a: 1, b: null, c: 3 });
  });

  test("nesting has a limit", () => {
    expect(parse("[".repeat(101)).problems.map(line)).toEqual([
      "1:101: Unexpected nesting, expected at most 100 levels [data-syntax]",
    ]);
    expect(parse("[".repeat(100) + "]".repeat(100)).problems).toEqual([]);
  });
});

describe("ranges", () => {
  const text = `list: # why
  - plain
  - "quoted"
  - 'single'
  - {a: 1, b: [2, 3 ] , } # map
  - [a: 1, b]
  -
  - |
    one
    two

map:
  empty:
  none: ""
`;
  const { value } = parse(text);
  const cases: readonly (readonly [(string | number)[], string])[] = [
    [["list", 0], "plain"],
    [["list", 1], '"quoted"'],
    [["list", 2], "'single'"],
    [["list", 3], "{a: 1, b: [2, 3 ] , }"],
    [["list", 3, "b"], "[2, 3 ]"],
    [["list", 4], "[a: 1, b]"],
    [["list", 4, 0], "a: 1"],
    [["list", 5], ""],
    [["list", 6], "one\n    two"],
    [["map"], 'empty:\n  none: ""'],
    [["map", "none"], '""'],
  ];
  test.each(cases)("of %j", (path, expected) => {
    const { start, end } = nodeAt(value, ...path).range;
    expect(text.slice(start, end)).toBe(expected);
  });

  test("a pair whose key is a map has no bracket of its own", () => {
    const text = "- [{a: 1}: 2]\n- {b: {c: 3}}\n";
    const { value } = parse(text);
    const rangeOf = (...path: (string | number)[]) => {
      const { start, end } = nodeAt(value, ...path).range;
      return text.slice(start, end);
    };
    expect(rangeOf(0, 0)).toBe("{a: 1}: 2");
    expect(rangeOf(0)).toBe("[{a: 1}: 2]");
    expect(rangeOf(1, "b")).toBe("{c: 3}");
  });

  test("absent values stand where they would be", () => {
    const source = new Source("data/a.yml", text);
    const placeOf = (...path: (string | number)[]) =>
      source.placeAt(nodeAt(value, ...path).range.start);
    expect(placeOf("list", 5)).toEqual({ line: 7, column: 4 });
    expect(placeOf("map", "empty")).toEqual({ line: 13, column: 9 });
  });

  test("an alias has its own range and the anchor's text", () => {
    const parsed = parse("- &x\n  name: deep\n- *x\n");
    const node = nodeAt(parsed.value, 1);
    expect(node.range).toEqual({ start: 20, end: 22 });
    expect(nodeAt(node, "name").range).toEqual({ start: 13, end: 17 });
  });

  test("a problem's range is what is wrong", () => {
    expect(parse("key: 1\nkey: 2\n- *x").problems.map(marked)).toEqual(["-"]);
    expect(parse("key: 1\nkey: *nowhere\n").problems.map(marked)).toEqual(["*nowhere", "key"]);
  });

  test("a range of a source keeps its offsets", () => {
    const source = new Source("content/a.md", "---\ntitle: A\ntitle: B\n---\n: not YAML: [\n");
    const parsed = parseYaml(source, { start: 4, end: 22 });
    expect(plainOf(parsed)).toEqual({ title: "A" });
    expect(parsed.problems.map(line)).toEqual([
      '3:1: Unexpected second key "title", expected each key once; the first is in line 2 [data-syntax]',
    ]);
    expect(nodeAt(parsed.value, "title").range).toEqual({ start: 11, end: 12 });
  });
});

describe("aliases that stand for too much", () => {
  test("are refused, once", () => {
    const levels = Array.from(
      { length: 40 },
      (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i}, `.repeat(9)}]`,
    );
    const text = ["l0: &l0 lol", ...levels].join("\n");
    expect(workTime(() => parse(text))).toBeLessThan(1000);
    const parsed = parse(text);
    expect(parsed.problems.map(line)).toEqual([
      '7:20: Unexpected alias "*l5", expected aliases to stand for at most 1000000 characters [data-syntax]',
    ]);
  });

  test("count the characters of texts", () => {
    const big = "x".repeat(300_000);
    expect(parse(`- &a ${big}\n- [*a, *a, *a]\n`).problems).toEqual([]);
    expect(parse(`- &a ${big}\n- [*a, *a, *a, *a]\n`).problems.map(line)).toEqual([
      '2:16: Unexpected alias "*a", expected aliases to stand for at most 1000000 characters [data-syntax]',
    ]);
  });

  test("merge keys count as well", () => {
    const keys = Array.from({ length: 1000 }, (_, i) => `k${i}: ${i}`).join(", ");
    const merges = Array.from({ length: 500 }, () => "- <<: *m").join("\n");
    const { problems } = parse(`- &m {${keys}}\n${merges}\n`);
    expect(problems).toHaveLength(1);
  });
});
