/** Info strings of fenced code. */
import { describe, expect, test } from "vitest";
import { parseFence } from "../../src/markdown/fences.ts";
import { remarkFences } from "../../src/markdown/remark-fences.ts";
import { through } from "./helpers.ts";

function fence(info: string): object {
  const { highlighted, inserted, deleted, focused, attributes, problem, ...rest } =
    parseFence(info);
  return { ...rest, highlighted: [...highlighted], attributes: Object.fromEntries(attributes) };
}

const DEFAULTS = {
  language: "sql",
  title: undefined,
  highlighted: [],
  lineNumbers: false,
  start: 1,
  isOutput: false,
  attributes: {},
};

describe("info strings", () => {
  test.each([
    ["sql", {}],
    ["", { language: "" }],
    ["  SQL  ", { language: "SQL" }],
    ["sql{hl_lines=2}", { highlighted: [2] }],
    ["{hl_lines=2}", { language: "", highlighted: [2] }],
    ['sql {hl_lines="2 4-6"}', { highlighted: [2, 4, 5, 6] }],
    ['sql {hl_lines=[2,"4-6"]}', { highlighted: [2, 4, 5, 6] }],
    ['sql {HL_Lines="3"}', { highlighted: [3] }],
    ['sql {hl_lines="6-4 x 2-"}', { highlighted: [] }],
    ["sql {linenos=true,linenostart=9}", { lineNumbers: true, start: 9 }],
    ["sql {linenos=table}", { lineNumbers: true }],
    ["sql {linenos=inline}", { lineNumbers: true }],
    ["sql {linenos=false}", {}],
    ['sql {title="a b.sql"}', { title: "a b.sql" }],
    ["nofmt {output=true}", { language: "nofmt", isOutput: true }],
    ["sql {#a .b style=monokai tabwidth=2 x=y}", { attributes: { id: "a", class: "b", x: "y" } }],
    ["sql linenos=true", {}],
  ])("%j", (info, expected) => {
    expect(fence(info)).toEqual({ ...DEFAULTS, ...expected });
    expect(parseFence(info).problem).toBeUndefined();
  });
});

test("ranges are cut at a bound", () => {
  const { highlighted } = parseFence(`sql {hl_lines="${"1-999999 ".repeat(1_000)}"}`);
  expect(highlighted.size).toBe(100_000);
});

describe("what is wrong, and where", () => {
  test.each([
    [
      "```sql {hl_lines=4-6}\n```",
      '1:19-1:20: Unexpected "-" in the attributes, expected an attribute or }; ranges stand in quotes: hl_lines="2 4-6" [code-attributes]',
    ],
    [
      "~~~~  sql   {title='a'}\n~~~~",
      '1:20-1:21: Unexpected "\'" in the attributes, expected a value in double quotes [code-attributes]',
    ],
    [
      "- ```sql {linenos\n  ```",
      '1:11-1:12: Unexpected "l" in the attributes, expected a value for "linenos": linenos=… [code-attributes]',
    ],
    [
      "```sql {a=b\n```",
      "1:12-1:12: Unexpected end in the attributes, expected an attribute or } [code-attributes]",
    ],
    [
      '```sql {hl_lines="1,3-4"}\n```',
      '1:18-1:25: Unexpected comma in hl_lines="1,3-4", expected blanks between the ranges [code-lines]',
    ],
    [
      "x\n\n```  slq {a=b}\n```",
      '3:6-3:9: Unexpected code language "slq", expected a known one or "text" [code-language]',
    ],
  ])("%j", (markdown, message) => {
    expect(through(markdown, remarkFences).messages).toEqual([message]);
  });

  test("nothing is wrong with known languages, none at all, and indented code", () => {
    const known = ["sql", "MZSQL", "postgres", "bash", "nofmt", "console", "hcl", "none", ""];
    const markdown = known.map((name) => `\`\`\`${name}\na\n\`\`\`\n\n`).join("");
    expect(through(`${markdown}    indented {a\n`, remarkFences).messages).toEqual([]);
  });
});
