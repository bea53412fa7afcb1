/** Lists of named entries: what they hold, and every slip at its place. */
import { describe, expect, test } from "vitest";
import { type Entries, looksLikeEntries, readEntries } from "../../src/data/entries.ts";
import type { DataFile } from "../../src/data/types.ts";
import { parseYaml } from "../../src/data/yaml.ts";
import { Source } from "../../src/text/source.ts";
import { line, piecesOf } from "./texts.ts";

function fileOf(text: string): DataFile {
  const source = new Source("data/a.yml", text);
  const { value } = parseYaml(source);
  if (value === undefined) throw new Error("Unexpected text without a value");
  return { path: "data/a.yml", source, value };
}

function read(text: string): Entries {
  return readEntries(fileOf(text));
}

describe("an entry", () => {
  const text = `- name: full
  description: Text.
  code: |
    SELECT 1;
  language: sql
  results: 42
  content: Content.
  syntax_elements:
    - syntax: a
      description: b
  addenda: More.
- name: bare
  description:
  code: ""
  syntax_elements:
`;
  const { byName, problems } = read(text);

  test("has its texts, at their places", () => {
    expect(problems).toEqual([]);
    const entry = byName.get("full");
    expect(piecesOf(entry?.description ?? expect.fail())).toEqual(['"Text."@2:16']);
    expect(piecesOf(entry?.code ?? expect.fail())).toEqual(['"SELECT 1;\\n"@4:5']);
    expect(piecesOf(entry?.results ?? expect.fail())).toEqual(['"42"@6:12']);
    expect(piecesOf(entry?.content ?? expect.fail())).toEqual(['"Content."@7:12']);
    expect(piecesOf(entry?.addenda ?? expect.fail())).toEqual(['"More."@11:12']);
    expect(entry?.language).toBe("sql");
    expect(entry?.syntaxElements?.items).toHaveLength(1);
    expect(text.slice(entry?.range.start, entry?.range.end)).toMatch(
      /^name: full[\s\S]*addenda: More\.$/,
    );
  });

  test("lacks fields without a value; its code is mzsql", () => {
    const entry = byName.get("bare");
    expect(entry?.description).toBeUndefined();
    expect(entry?.syntaxElements).toBeUndefined();
    expect(entry?.code?.text).toBe("");
    expect(entry?.language).toBe("mzsql");
  });
});

const FIELDS = "name, description, code, language, results, content, addenda, syntax_elements";

describe("slips", () => {
  test.each([
    ["a: 1\n", ["1:1: Unexpected map, expected a list of named entries [data-shape]"]],
    ["just text\n", ["1:1: Unexpected text, expected a list of named entries [data-shape]"]],
    [
      "- name: a\n- text\n-\n- [x]\n",
      [
        "2:3: Unexpected text, expected an entry, a map with a name [data-shape]",
        "3:2: Unexpected empty value, expected an entry, a map with a name [data-shape]",
        "4:3: Unexpected list, expected an entry, a map with a name [data-shape]",
      ],
    ],
    [
      "- code: x\n- {}\n",
      [
        '1:3: Unexpected entry without a name, expected a "name" field [entry-unnamed]',
        '2:3: Unexpected entry without a name, expected a "name" field [entry-unnamed]',
      ],
    ],
    [
      "- name:\n  code: x\n- name: ''\n",
      [
        '1:8: Unexpected entry without a name, expected a "name" field [entry-unnamed]',
        '3:9: Unexpected entry without a name, expected a "name" field [entry-unnamed]',
      ],
    ],
    [
      "- name: 10\n- name: [a]\n- name: {a: b}\n",
      [
        '1:9: Unexpected number in "name", expected text: put it in quotes [entry-field-type]',
        '2:9: Unexpected list in "name", expected text [entry-field-type]',
        '3:9: Unexpected map in "name", expected text [entry-field-type]',
      ],
    ],
    [
      "- name: a\n  code: 1\n\n- name: b\n- name: a\n",
      [
        '5:9: Unexpected second entry "a", expected each name once; the first is in line 1 [entry-duplicate]',
      ],
    ],
    [
      "- name: a\n  descripton: x\n  zzz: y\n",
      [
        `2:3: Unexpected field "descripton", expected one of ${FIELDS} (description?) [entry-field-unknown]`,
        `3:3: Unexpected field "zzz", expected one of ${FIELDS} [entry-field-unknown]`,
      ],
    ],
    [
      "- name: a\n  code:\n    - x\n  content: {a: b}\n",
      [
        '3:5: Unexpected list in "code", expected text [entry-field-type]',
        '4:12: Unexpected map in "content", expected text [entry-field-type]',
      ],
    ],
    [
      "- name: a\n  syntax_elements: text\n- name: b\n  syntax_elements: {syntax: x}\n",
      [
        '2:20: Unexpected text in "syntax_elements", expected a list [entry-field-type]',
        '4:20: Unexpected map in "syntax_elements", expected a list [entry-field-type]',
      ],
    ],
    [
      "- name: a\n  syntax_elements:\n    - text\n    - sintax: a\n      description: [b]\n",
      [
        "3:7: Unexpected text, expected a map with syntax and description [entry-field-type]",
        '4:7: Unexpected field "sintax", expected one of syntax, description (syntax?) [entry-field-unknown]',
        '5:20: Unexpected list in "description", expected text [entry-field-type]',
        '4:7: Unexpected syntax element without "syntax", expected syntax and description [entry-field-missing]',
      ],
    ],
  ])("%j", (text, expected) => {
    expect(read(text).problems.map(line)).toEqual(expected);
  });

  test("the first of a name counts, and names are exact", () => {
    const { byName } = read(
      "- name: a\n  code: '1'\n- name: a\n  code: '2'\n- name: A\n- name: 7\n",
    );
    expect([...byName.keys()]).toEqual(["a", "A", "7"]);
    expect(byName.get("a")?.code?.text).toBe("1");
  });

  test("a field with a slip is left out, the entry stays", () => {
    const entry = read("- name: a\n  code: [x]\n  results: y\n").byName.get("a");
    expect(entry?.code).toBeUndefined();
    expect(entry?.results?.text).toBe("y");
  });
});

test.each([
  ["- name: a\n  code: x\n", true],
  ["- other: b\n- name: a\n  content: x\n", true],
  ["- name: a\n  description: x\n  type: int\n", false],
  ["- code: x\n", false],
  ["name: a\ncode: x\n", false],
  ["- a\n- b\n", false],
])("%j looks like entries: %s", (text, expected) => {
  expect(looksLikeEntries(fileOf(text))).toBe(expected);
});
