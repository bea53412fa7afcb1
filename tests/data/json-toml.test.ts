/** JSON and TOML: values and errors at their places. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseJson } from "../../src/data/json.ts";
import { formatOfPath, parseDataFile } from "../../src/data/parse.ts";
import { parseToml } from "../../src/data/toml.ts";
import { Source } from "../../src/text/source.ts";
import { expectExact, line, nodeAt, nodesOf, piecesOf, plainOf, textAt } from "./texts.ts";

const json = (text: string) => parseJson(new Source("data/a.json", text));
const toml = (text: string) => parseToml(new Source("data/a.toml", text));

/** Undefined for what is not JSON. */
function parsedOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

describe("JSON", () => {
  test("values with their places", () => {
    const text = '{\n\t"a": [1, -2.5e3, true, null],\r\n  "b\\n": "x\\"\\u00e9y" }\n';
    const parsed = json(text);
    expect(parsed.problems).toEqual([]);
    expect(plainOf(parsed)).toEqual({ a: [1, -2500, true, null], "b\n": 'x"éy' });
    expect(piecesOf(textAt(parsed.value, "b\n"))).toEqual([
      '"x"@3:11',
      '"\\""@3:13',
      '~"é"@3:14',
      '"y"@3:20',
    ]);
    const { start, end } = nodeAt(parsed.value, "a").range;
    expect(text.slice(start, end)).toBe("[1, -2.5e3, true, null]");
  });

  test("an empty file has no value, a byte order mark is none", () => {
    expect(json(" \n")).toEqual({ value: undefined, problems: [] });
    expect(plainOf(json("\ufeff[1]"))).toEqual([1]);
  });

  test.each([
    ['{"a": 1,}', ['1:9: Unexpected "}", expected a key in double quotes']],
    ["[1, ]", ['1:5: Unexpected "]", expected a value']],
    ["{a: 1}", ['1:2: Unexpected "a", expected a key in double quotes']],
    ['{"a" 1}', ['1:6: Unexpected "1", expected ":"']],
    ["[1 2]", ['1:4: Unexpected "2", expected "," or "]"']],
    ['{"a": 1', ['1:8: Unexpected end of the file, expected "," or "}"']],
    ['["never', ['1:2: Unexpected "\\"", expected its closing quote']],
    ['["a\nb"]', ['1:4: Unexpected "\\n", expected an escape such as \\n or \\t']],
    ['["\\q"]', ['1:3: Unexpected "\\\\", expected an escape of JSON']],
    ["[01]", ['1:3: Unexpected "1", expected "," or "]"']],
    ["[.5]", ['1:2: Unexpected ".", expected a value']],
    ["[nullx]", ['1:2: Unexpected "n", expected a value']],
    ["[1]\n𝄞", ['2:1: Unexpected "𝄞", expected the end of the file']],
    ["// no", ['1:1: Unexpected "/", expected a value']],
    [
      '{"a": 1,\n "a": 2}',
      ['2:2: Unexpected second key "a", expected each key once; the first is in line 1'],
    ],
    ["[".repeat(101), ['1:101: Unexpected "[", expected at most 100 levels']],
  ])("%j", (text, expected) => {
    expect(json(text).problems.map(line)).toEqual(expected.map((each) => `${each} [data-syntax]`));
  });

  test("accepts what JSON.parse accepts, with the same value", () => {
    const texts = fc.oneof(
      fc.json().map((text) => text),
      fc
        .json()
        .chain((text) => fc.nat(text.length).map((at) => text.slice(0, at) + text.slice(at + 1))),
      fc
        .array(
          fc.constantFrom(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            '"',
            '"a"',
            "1",
            "-",
            ".",
            "e",
            "0",
            "true",
            "\\",
            "\n",
            " ",
            "\u0001",
          ),
          { maxLength: 8 },
        )
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { value, problems } = json(text);
        for (const node of value === undefined ? [] : nodesOf(value)) {
          if (node.kind === "scalar") expectExact(node.text, text);
        }
        // JSON.parse takes repeated keys, and no empty text.
        if (problems.some(({ message }) => message.includes("second key"))) return;
        if (text.trim() === "") return;
        const expected = parsedOf(text);
        expect(problems).toHaveLength(expected === undefined ? 1 : 0);
        expect(plainOf({ value, problems })).toEqual(expected);
      }),
      { numRuns: 3000 },
    );
  });
});

describe("TOML", () => {
  test("values with their places", () => {
    const parsed = toml(
      '\ufeff# c\na = 1\nd = 2026-11-21\n[t]\nx = ["y", 1.5, true]\n[[l]]\nk = "v"\n',
    );
    expect(parsed.problems).toEqual([]);
    expect(plainOf(parsed)).toEqual({
      a: 1,
      d: "2026-11-21",
      t: { x: ["y", 1.5, true] },
      l: [{ k: "v" }],
    });
    const { range } = nodeAt(parsed.value, "t", "x", 0);
    expect(piecesOf(textAt(parsed.value, "t", "x", 0))).toEqual(['"y"@5:7']);
    expect(range).toEqual({ start: 35, end: 38 });
  });

  test.each([
    ["a text with escapes", 'a = "x\\ty"\n', ["a"], ['"x"@1:6', '~"\\t"@1:7', '"y"@1:9']],
    ["a literal text", "a = 'x\\ty'\n", ["a"], ['"x\\\\ty"@1:6']],
    ["a text of several lines", 'a = """\nx\ny "q" """\n', ["a"], ['"x\\ny \\"q\\" "@2:1']],
    ["a text with quotes at its end", "a = '''x''''\n", ["a"], ['"x\'"@1:8']],
    ["dotted keys", 'a . "b.c" . d = "x"\n', ["a", "b.c", "d"], ['"x"@1:18']],
    [
      "an inline table",
      'a = { b = "x", c = ["y", { d = "z" }] } # }\n',
      ["a", "c", 1, "d"],
      ['"z"@1:33'],
    ],
    ["a list over lines", 'a = [\n  "x", # ]\n  "y",\n]\nb = "z"\n', ["b"], ['"z"@5:6']],
    [
      "the second table of a list",
      '[[l.m]]\nk = "x"\n[[l.m]]\n[l.m.n]\nk = "y"\n',
      ["l", "m", 1, "n", "k"],
      ['"y"@5:6'],
    ],
    ["a number that is written otherwise", "a = 1_000\n", ["a"], ['~"1000"@1:5']],
  ])("%s", (_, text, path, pieces) => {
    const { value, problems } = toml(text);
    expect(problems).toEqual([]);
    expect(piecesOf(textAt(value, ...path))).toEqual(pieces);
  });

  test("an empty file has no value", () => {
    expect(toml("# nothing\n")).toEqual({ value: undefined, problems: [] });
  });

  test.each([
    ["a = 1\nb = \n", "2:5"],
    ["a = 1\r\n\r\nb = ?\r\n", "3:5"],
    ["a = 1\na = 2\n", "2:1"],
    ['a = "never\n', "1:11"],
  ])("%j", (text, place) => {
    const { value, problems } = toml(text);
    expect(value).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems.map(line).join()).toMatch(
      new RegExp(`^${place}: Unexpected TOML: .+ \\[data-syntax\\]$`),
    );
  });

  test("nesting has a limit, also that of dotted keys", () => {
    const { problems } = toml(`${Array.from({ length: 5000 }, () => "a").join(".")} = 1\n`);
    expect(problems.map(line)).toEqual([
      "1:1: Unexpected nesting, expected at most 100 levels [data-syntax]",
    ]);
  });

  test("any text: never throws, places are inside of it", () => {
    const parts = fc.array(
      fc.constantFrom(
        "a",
        "=",
        " ",
        "\n",
        "\r\n",
        "[",
        "]",
        '"',
        "'''",
        '"""',
        "1",
        ".",
        "{",
        "}",
        ",",
        "\\",
        "#",
        "-",
        "é",
        "\r",
        "__proto__",
        "2026-01-01",
      ),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          parts.map((each) => each.join("")),
          fc.string({ unit: "binary" }),
        ),
        (text) => {
          for (const { span } of toml(text).problems) {
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeGreaterThanOrEqual(span.start);
            expect(span.end).toBeLessThanOrEqual(text.length);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});

test("a file's extension tells its format", () => {
  const paths = ["a.yml", "b/a.YAML", "a.json", "a.toml", "a.csv", "yml", "a.yml.bak", "a"];
  expect(paths.map(formatOfPath)).toEqual([
    "yaml",
    "yaml",
    "json",
    "toml",
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(plainOf(parseDataFile(new Source("a", "a = 1"), "toml"))).toEqual({ a: 1 });
  expect(plainOf(parseDataFile(new Source("a", '{"a": 1}'), "json"))).toEqual({ a: 1 });
  expect(plainOf(parseDataFile(new Source("a", "a: 1"), "yaml"))).toEqual({ a: 1 });
});
