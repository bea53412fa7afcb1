/** What the formats print, line by line. */

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Diagnostics, type Finding } from "../../src/messages/diagnostic.ts";
import { COLORED, PLAIN, paintFor } from "../../src/messages/paint.ts";
import { report, summary } from "../../src/messages/report.ts";
import { Source } from "../../src/text/source.ts";
import { inRepository } from "../helpers/repository.ts";
import { faultsOf, type Schema } from "../helpers/schema.ts";

const PAGE = new Source("content/a,b: 100%.md", "# One\n\n[x](/no/)\tand `100%`\r\n");
const DATA = new Source("data/a.yml", "- name: x\n  text: y\n");

const FINDINGS: readonly Finding[] = [
  {
    id: "link-missing",
    message: 'Unexpected address "/no/", expected a page of this site',
    suggestion: "/now/",
    span: { source: PAGE, start: 11, end: 15 },
  },
  {
    id: "text-encoding",
    message: "Unexpected 100%,\r\nexpected: text",
    span: { source: PAGE, start: 21, end: 27 },
  },
  {
    id: "code-language",
    message: "Unexpected code language",
    span: { source: DATA, start: 18, end: 19 },
    chain: [{ source: PAGE, start: 0, end: 5 }],
    related: [
      { what: "the first", span: { source: DATA, start: 2, end: 6 } },
      {
        what: "the other",
        span: { source: DATA, start: 8, end: 9 },
        chain: [{ source: PAGE, start: 7, end: 8 }],
      },
    ],
  },
];

const DIAGNOSTICS = (() => {
  const all = new Diagnostics();
  for (const finding of FINDINGS) all.add(finding);
  return all.list();
})();

describe("text", () => {
  test("is grouped by file, with the counts and the manual's addresses at the end", () => {
    expect(report(DIAGNOSTICS, "text", { manual: "https://docs.example" }).split("\n")).toEqual([
      "content/a,b: 100%.md: 1 error, 1 remark",
      "",
      'content/a,b: 100%.md:3:5: error: Unexpected address "/no/", expected a page of this site; did you mean "/now/"? [link-missing]',
      "  3 | [x](/no/) and `100%`",
      "    |     ^^^^",
      "",
      "content/a,b: 100%.md:3:15: info: Unexpected 100%,\r",
      "expected: text [text-encoding]",
      "  3 | [x](/no/) and `100%`",
      "    |               ^^^^^^",
      "",
      "data/a.yml: 1 warning",
      "",
      "data/a.yml:2:9: warning: Unexpected code language [code-language]",
      "  2 |   text: y",
      "    |         ^",
      "  included at content/a,b: 100%.md:1:1",
      "  the first: data/a.yml:1:3",
      "  the other: data/a.yml:1:9",
      "    included at content/a,b: 100%.md:3:1",
      "",
      "link-missing   1 error    https://docs.example/authoring/diagnostics/links/#link-missing",
      "code-language  1 warning  https://docs.example/authoring/diagnostics/markdown/#code-language",
      "text-encoding  1 remark   https://docs.example/authoring/diagnostics/pages/#text-encoding",
      "",
    ]);
  });

  test("shows the first of many where the result is to stay in sight, and counts all", () => {
    const lines = new Source("content/many.md", "x\n".repeat(70));
    const all = new Diagnostics();
    for (let i = 0; i < 60; i++)
      for (const id of ["code-language", "link-missing"] as const)
        all.add({ id, message: "Unexpected x", span: { source: lines, start: 2 * i, end: 2 * i } });
    const printed = report(all.list(), "text", { isShort: true }).split("\n");
    const places = (level: string): string[] =>
      printed
        .filter((line) => line.includes(`: ${level}: `))
        .map((line) => line.split(":")[1] ?? "");
    expect(places("warning")).toEqual(["1", "2", "3", "4", "5"]);
    expect(places("error").length).toBe(50);
    expect(printed.slice(-5)).toEqual([
      "link-missing   60 errors    /authoring/diagnostics/links/#link-missing",
      "code-language  60 warnings  /authoring/diagnostics/markdown/#code-language",
      "",
      '65 messages not shown. "npm run check" shows all.',
      "",
    ]);
    for (const format of ["json", "github"] as const)
      expect(report(all.list(), format, { isShort: true })).toBe(report(all.list(), format));
    expect(report(DIAGNOSTICS, "text", { isShort: true })).toBe(report(DIAGNOSTICS, "text"));
  });

  test("has nothing to say of nothing", () => {
    expect(report([], "text")).toBe("");
    expect(summary([])).toBe("no errors, no warnings");
  });

  test("has colors that change no character", () => {
    const colored = report(DIAGNOSTICS, "text", { paint: COLORED });
    expect(colored).toContain("\u001b[1;31merror:\u001b[0m Unexpected");
    expect(colored).toContain("\u001b[1;33mwarning:\u001b[0m Unexpected");
    expect(colored).toContain("\u001b[1;34minfo:\u001b[0m Unexpected");
    expect(colored).toContain("\u001b[1mdata/a.yml: 1 warning\u001b[0m");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes themselves
    expect(colored.replace(/\u001b\[[\d;]*m/g, "")).toBe(report(DIAGNOSTICS, "text"));
  });
});

describe("colors", () => {
  test.each([
    [true, {}, true],
    [false, {}, false],
    [true, { TERM: "dumb" }, false],
    [true, { NO_COLOR: "1" }, false],
    [true, { NO_COLOR: "" }, true],
    [false, { FORCE_COLOR: "1" }, true],
    [false, { FORCE_COLOR: "" }, true],
    [true, { FORCE_COLOR: "0" }, false],
    [false, { FORCE_COLOR: "1", NO_COLOR: "1" }, true],
  ])("terminal %s with %o: %s", (isTTY, env, isColored) => {
    expect(paintFor({ isTTY }, env)).toBe(isColored ? COLORED : PLAIN);
  });
});

describe("json", () => {
  const schema = JSON.parse(
    readFileSync(inRepository("public/schemas/diagnostics.json"), "utf8"),
  ) as Schema;

  test("is what its schema says", () => {
    const list: unknown = JSON.parse(report(DIAGNOSTICS, "json"));
    expect(faultsOf(list, schema)).toEqual([]);
    expect(list).toMatchObject([
      { id: "link-missing", help: "/authoring/diagnostics/links/#link-missing" },
      { id: "text-encoding", level: "info", suggestion: null },
      { id: "code-language", pages: ["content/a,b: 100%.md"] },
    ]);
    expect(JSON.parse(report([], "json"))).toEqual([]);
  });

  test("is not what its schema says if a key lacks, is of no use or has another type", () => {
    const [first] = JSON.parse(report(DIAGNOSTICS, "json")) as Record<string, unknown>[];
    const { id: _, ...rest } = first ?? {};
    expect(faultsOf([rest], schema)).toEqual(["/0: must have required property 'id'"]);
    expect(faultsOf([{ ...first, more: 1 }], schema)).toEqual([
      "/0: must NOT have additional properties",
    ]);
    expect(faultsOf([{ ...first, line: "3" }], schema)).toEqual(["/0/line: must be integer"]);
  });
});

describe("github", () => {
  test("escapes what would end a property, a message or a line", () => {
    expect(report(DIAGNOSTICS, "github", { folder: "docs" }).split("\n")).toEqual([
      '::error file=docs/content/a%2Cb%3A 100%25.md,line=3,endLine=3,col=5,endColumn=9,title=link-missing::content/a,b: 100%25.md:3:5: error: Unexpected address "/no/", expected a page of this site; did you mean "/now/"? [link-missing]%0A  3 | [x](/no/) and `100%25`%0A    |     ^^^^%0A  /authoring/diagnostics/links/#link-missing',
      "::notice file=docs/content/a%2Cb%3A 100%25.md,line=3,endLine=3,col=15,endColumn=21,title=text-encoding::content/a,b: 100%25.md:3:15: info: Unexpected 100%25,%0D%0Aexpected: text [text-encoding]%0A  3 | [x](/no/) and `100%25`%0A    |               ^^^^^^%0A  /authoring/diagnostics/pages/#text-encoding",
      "::warning file=docs/data/a.yml,line=2,endLine=2,col=9,endColumn=10,title=code-language::data/a.yml:2:9: warning: Unexpected code language [code-language]%0A  2 |   text: y%0A    |         ^%0A  included at content/a,b: 100%25.md:1:1%0A  the first: data/a.yml:1:3%0A  the other: data/a.yml:1:9%0A    included at content/a,b: 100%25.md:3:1%0A  /authoring/diagnostics/markdown/#code-language",
      "",
    ]);
  });
});
