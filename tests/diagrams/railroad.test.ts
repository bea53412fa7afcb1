import { describe, expect, it } from "vitest";
import { parseDataFile } from "../../src/data/parse.ts";
import { drawDiagram } from "../../src/diagrams/railroad.ts";
import type { Drawn } from "../../src/diagrams/types.ts";
import { Source } from "../../src/text/source.ts";

function draw(yaml: string): Drawn {
  const source = new Source("data/diagrams/a.yml", yaml);
  const { value } = parseDataFile(source, "yaml");
  if (value === undefined) throw new Error("The test's YAML is malformed.");
  return drawDiagram(value, source);
}

/** The drawing of a `diagram:` in flow style. */
function drawn(diagram: string): { readonly svg: string; readonly alternative: string } {
  const made = draw(`title: T\ndiagram: ${diagram}\n`);
  if (!made.ok) throw new Error(made.findings.map(({ message }) => message).join("\n"));
  return made.value;
}

function findings(yaml: string): string[] {
  const made = draw(yaml);
  if (made.ok) return [];
  return made.findings.map(({ id, message, span, suggestion }) => {
    const { line, column } = span.source.placeAt(span.start);
    const end = span.source.placeAt(span.end);
    const near = suggestion === undefined ? "" : ` ~ ${suggestion}`;
    return `${line}:${column}-${end.line}:${end.column} ${id} ${message}${near}`;
  });
}

const WORDS: readonly [diagram: string, words: string][] = [
  ["SHOW", "SHOW"],
  ["[CREATE VIEW, name]", "CREATE VIEW name"],
  ["[CREATE, {optional: TEMPORARY}, VIEW]", "CREATE [TEMPORARY] VIEW"],
  ["{choice: [ASC, DESC]}", "(ASC | DESC)"],
  ["{optional: {choice: [ASC, [DESC, NULLS LAST]]}}", "[ASC | DESC NULLS LAST]"],
  ["[{repeat: column, separator: ','}]", "column [, …]"],
  ["[{separator: ',', repeat: column}]", "column [, …]"],
  ["[{repeat: option}]", "option …"],
  ["[{repeat: [WITH, option]}]", "(WITH option) …"],
  ["[{terminal: lower}, {nonterminal: UPPER}]", "lower UPPER"],
  ["[A, {comment: as often as you like}, B]", "A B"],
  ["{stack: [[A, b], [C, d]]}", "A b C d"],
  ["[{sequence: [A, {sequence: [B]}]}]", "A B"],
];

describe("a diagram in words", () => {
  it.each(WORDS)("%s", (diagram, words) => {
    expect(drawn(diagram).alternative).toBe(words);
  });

  it("begins with the description", () => {
    const made = draw("title: T\ndescription: Shows it.\ndiagram: SHOW\n");
    expect(made.ok && made.value.alternative).toBe("Shows it. SHOW");
  });
});

describe("a drawing", () => {
  it("is one image with a name, boxes by kind, and no styles", () => {
    expect(drawn("[SHOW, name]").svg).toBe(
      '<svg class="railroad" viewBox="0 0 164 44" width="164" height="44" role="img"' +
        ' aria-label="Syntax diagram: T" fill="none" stroke="currentColor"' +
        ' font-family="monospace" font-size="13" text-anchor="middle">' +
        '<path class="rr-line" d="M8 13v18M4 13v18M8 22h14M76 22h12M142 22h14M156 13v18M160 13v18"/>' +
        '<g class="rr-terminal"><rect x="22" y="8" width="54" height="28" rx="14"/>' +
        '<text class="rr-text" x="49" y="22" dy=".35em" fill="currentColor" stroke="none">SHOW</text></g>' +
        '<g class="rr-nonterminal"><rect x="88" y="8" width="54" height="28"/>' +
        '<text class="rr-text" x="115" y="22" dy=".35em" fill="currentColor" stroke="none">name</text></g></svg>',
    );
  });

  it("puts what is optional below the line", () => {
    const { svg } = drawn("[{optional: X}]");
    expect(boxes(svg)).toEqual(["X 42,25 30x28"]);
    expect(svg).toContain("M22 17a10 10 0 0 1 10 10v2a10 10 0 0 0 10 10");
  });

  it("puts choices one below the other, without touching", () => {
    expect(boxes(drawn("[{choice: [A, B, C]}]").svg)).toEqual([
      ...["A 42,8 30x28", "B 42,44 30x28", "C 42,80 30x28"],
    ]);
  });

  it("puts the separator on the way back, in the middle", () => {
    expect(boxes(drawn("[{repeat: ABCDEF, separator: X}]").svg)).toEqual([
      ...["ABCDEF 32,8 70x28", "X 52,44 30x28"],
    ]);
  });

  it("goes on in a second line", () => {
    const { svg } = drawn("{stack: [[A], [B]]}");
    expect(boxes(svg)).toEqual(["A 32,8 30x28", "B 32,52 30x28"]);
  });

  it("keeps everything inside of its edges", () => {
    const { svg } = drawn(
      "{stack: [[A, {optional: {choice: [bbb, [C, {repeat: d, separator: ','}]]}}], [{repeat: [E, {optional: F}]}]]}",
    );
    const [, width = 0, height = 0] = (/viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []).map(Number);
    for (const { x, y } of points(svg)) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(height);
    }
    expect(points(svg).length).toBeGreaterThan(60);
  });

  it("escapes words and title", () => {
    const made = draw(`title: 'a "b" <c>'\ndiagram: ['<', '&']\n`);
    const svg = made.ok ? made.value.svg : "";
    expect(svg).toContain('aria-label="Syntax diagram: a &quot;b&quot; &lt;c&gt;"');
    expect(svg).toMatch(/>&lt;<\/text>.*>&amp;<\/text>/);
  });
});

function boxes(svg: string): string[] {
  const pattern =
    /<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"[^>]*><text[^>]*>([^<]*)/g;
  return [...svg.matchAll(pattern)].map(([, x, y, width, height, text]) => {
    return `${text} ${x},${y} ${width}x${height}`;
  });
}

/** Every place that the line goes through, and the corners of every box. */
function points(svg: string): { x: number; y: number }[] {
  const found: { x: number; y: number }[] = [];
  for (const [, x, y, width, height] of svg.matchAll(
    /<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g,
  )) {
    found.push({ x: Number(x), y: Number(y) });
    found.push({ x: Number(x) + Number(width), y: Number(y) + Number(height) });
  }
  let at = { x: 0, y: 0 };
  const [, path = ""] = / d="([^"]*)"/.exec(svg) ?? [];
  for (const [, command, rest = ""] of path.matchAll(/([MhvaVH])([-\d. ]+)/g)) {
    const numbers = rest.trim().split(" ").map(Number);
    const [first = 0, second = 0] = numbers;
    if (command === "M") at = { x: first, y: second };
    else if (command === "h") at = { x: at.x + first, y: at.y };
    else if (command === "v") at = { x: at.x, y: at.y + first };
    else if (command === "V") at = { x: at.x, y: first };
    else at = { x: at.x + (numbers.at(-2) ?? 0), y: at.y + (numbers.at(-1) ?? 0) };
    found.push(at);
  }
  return found;
}

const BAD: readonly [yaml: string, ...expected: string[]][] = [
  [
    "title: T\ndiagram:\n  - chioce:\n      - A\n",
    '3:5-3:11 diagram-grammar Unexpected "chioce", expected "choice", "comment", "nonterminal", "optional", "repeat", "sequence" or "terminal" ~ choice',
  ],
  [
    "title: T\n",
    '1:1-1:6 diagram-grammar Missing field "diagram", expected a list of what is written',
  ],
  ["- A\n", "1:1-1:4 diagram-grammar Unexpected list, expected title and diagram"],
  [
    "titel: T\ndiagram: [A]\n",
    '1:1-1:6 diagram-grammar Unexpected "titel", expected "title", "description" or "diagram" ~ title',
  ],
  ["diagram: []\n", "1:10-1:12 diagram-grammar Unexpected empty list"],
  [
    "diagram: [{choice: A}]\n",
    '1:12-1:18 diagram-grammar Unexpected "choice" without a list, expected its items',
  ],
  ["diagram: [{comment: [A]}]\n", '1:12-1:19 diagram-grammar Unexpected "comment" without a text'],
  ["diagram: ['']\n", "1:11-1:13 diagram-grammar Unexpected empty text, expected what is written"],
  [
    "diagram: [{optional: A, choice: [B]}]\n",
    '1:25-1:31 diagram-grammar Unexpected "choice" beside "optional", expected one key for one part',
  ],
  [
    "diagram: [{stack: [A]}]\n",
    '1:12-1:17 diagram-grammar Unexpected "stack", expected "choice", "comment", "nonterminal", "optional", "repeat", "sequence" or "terminal"',
  ],
  [
    "diagram: [{choise: [A]}, {repaet: B}]\n",
    '1:12-1:18 diagram-grammar Unexpected "choise", expected "choice", "comment", "nonterminal", "optional", "repeat", "sequence" or "terminal" ~ choice',
    '1:27-1:33 diagram-grammar Unexpected "repaet", expected "choice", "comment", "nonterminal", "optional", "repeat", "sequence" or "terminal" ~ repeat',
  ],
];

describe("a malformed grammar", () => {
  it.each(BAD)("%j", (yaml, ...expected) => {
    expect(findings(yaml)).toEqual(expected);
  });

  it("may not be without bounds", () => {
    const deep = `diagram: ${"[A, ".repeat(40)}B${"]".repeat(40)}\n`;
    expect(findings(deep)).toEqual([
      "1:107-1:108 diagram-grammar Unexpected size of the diagram, expected at most 24 levels and 2000 parts",
    ]);
  });
});
