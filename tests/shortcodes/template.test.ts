import { describe, expect, it } from "vitest";
import { BUILT_IN } from "../../src/shortcodes/definitions/index.ts";
import { partialDefinition } from "../../src/shortcodes/partial.ts";
import { parseTemplate } from "../../src/shortcodes/template.ts";
import { renderTemplate } from "../../src/shortcodes/template-render.ts";
import { MappedText } from "../../src/text/mapped.ts";
import { Source } from "../../src/text/source.ts";
import { workTime } from "../helpers/work-time.ts";

interface Values {
  readonly inner?: string;
  readonly [parameter: string]: string | undefined;
}

const PAGE = new Source("page.md", "0123456789 the page's text");

function read(text: string) {
  return parseTemplate(new Source("partial.md", text), 0);
}

/** What a partial shows; every value has its place at offset 3 of the page. */
function render(text: string, { inner = "", ...given }: Values = {}): MappedText {
  const origin = { source: PAGE, offset: 3, frame: undefined };
  return renderTemplate(read(text), {
    parameter: (key) => {
      const value = given[key];
      return value === undefined ? undefined : MappedText.generated(value, origin);
    },
    inner: MappedText.generated(inner, origin),
  });
}

/** Faults as `line:column-line:column message`, with the suggestion behind `~`. */
function faults(text: string): string[] {
  const { source, faults: found } = read(text);
  return found.map(({ range, message, suggestion }) => {
    const [start, end] = [source.placeAt(range.start), source.placeAt(range.end)];
    const place = `${start.line}:${start.column}-${end.line}:${end.column}`;
    return `${place} ${message}${suggestion === undefined ? "" : ` ~ ${suggestion}`}`;
  });
}

const GOOD: readonly [name: string, text: string, values: Values, shown: string][] = [
  ["text alone", "Plain *text*.\n", {}, "Plain *text*.\n"],
  ["a positional parameter", "a {{ .Get 0 }} b", { 0: "x" }, "a x b"],
  ["no blanks in the action", "{{.Get 1}}", { 0: "x", 1: "y" }, "y"],
  ["a named parameter", '{{ .Get "size" }}', { size: "200cc" }, "200cc"],
  ["a raw name", "{{ .Get `size` }}", { size: "200cc" }, "200cc"],
  ["a parameter that is not there", "[{{ .Get 4 }}]", { 0: "x" }, "[]"],
  ["through the root", '{{ $.Get "a" }}{{ $.Inner }}', { a: "x", inner: "y" }, "xy"],
  ["the body", "<{{ .Inner }}>", { inner: "\ntext\n" }, "<\ntext\n>"],
  ["the dedented body", "{{ .InnerDeindent }}", { inner: "text" }, "text"],
  ["trimming on both sides", "a \n {{- .Get 0 -}} \n b", { 0: "x" }, "axb"],
  ["trimming on the left", "a \n{{- .Get 0 }} b", { 0: "x" }, "ax b"],
  ["trimming on the right", "a {{ .Get 0 -}}\n\n b", { 0: "x" }, "a xb"],
  ["a minus is no trim marker without a blank", 'a {{ .Get "-" }}', { "-": "x" }, "a x"],
  ["a comment", "a{{/* no }} end */}}b", {}, "ab"],
  ["a trimming comment", "a\n{{- /* over\nlines */ -}}\nb", {}, "ab"],
  ["a comment that touches its braces", "a {{- /* x */}} b", {}, "a b"],
  ["markdownify and safeHTML", "{{ .Get 0 | markdownify | safeHTML }}", { 0: "*x*" }, "*x*"],
  ["markdownify in front", "{{ markdownify .Inner }}", { inner: "*x*" }, "*x*"],
  ["a default behind a pipe", '{{ .Get 0 | default "d" }}', {}, "d"],
  ["a default that is not needed", '{{ .Get 0 | default "d" }}', { 0: "x" }, "x"],
  ["a default in front", '{{ default "d" (.Get 0) }}', {}, "d"],
  ["a default that is a parameter", '{{ default (.Get 1) (.Get "a") }}', { 1: "y" }, "y"],
  ["escapes in a literal", '{{ .Get 0 | default "a\\"b\\n" }}', {}, 'a"b\n'],
  ["braces in a literal", '{{ .Get 0 | default "}}" }}', {}, "}}"],
  ["a raw literal over lines", "{{ default `a\nb` (.Get 0) }}", {}, "a\nb"],
  ["with, given", '{{ with .Get "x" }}[{{ . }}]{{ end }}', { x: "y" }, "[y]"],
  ["with, not given", '{{ with .Get "x" }}[{{ . }}]{{ else }}none{{ end }}', {}, "none"],
  [
    "with in with",
    "{{ with .Get 0 }}{{ with $.Get 1 }}{{ . }}{{ end }}{{ . }}{{ end }}",
    { 0: "a", 1: "b" },
    "ba",
  ],
  ["if, given", '{{ if .Get "x" }}yes{{ else }}no{{ end }}', { x: "y" }, "yes"],
  ["if, false", '{{ if .Get "x" }}yes{{ else }}no{{ end }}', { x: "false" }, "no"],
  ["eq", '{{ if eq (.Get "x") "y" }}yes{{ else }}no{{ end }}', { x: "y" }, "yes"],
  ...["a", "b", "c"].map((value): [string, string, Record<string, string>, string] => [
    `else if, ${value}`,
    '{{ if eq (.Get "x") "a" }}first{{ else if eq (.Get "x") "b" }}second{{ else }}third{{ end }}.',
    { x: value },
    `${{ a: "first", b: "second", c: "third" }[value]}.`,
  ]),
  [
    "else with, in a block",
    '{{ if .Get "x" }}x{{ else with .Get "y" }}[{{ . }}]{{ end }}{{ with .Get "y" }}!{{ end }}',
    { y: "z" },
    "[z]!",
  ],
  ["eq, other", '{{ if eq (.Get "x") "y" }}yes{{ else }}no{{ end }}', { x: "z" }, "no"],
  [
    "shortcode tags are text",
    "{{< note >}}{{ .Get 0 }}{{< /note >}}{{% x %}}",
    { 0: "x" },
    "{{< note >}}x{{< /note >}}{{% x %}}",
  ],
  ["a value is no template", "{{ .Get 0 }}", { 0: "{{ .Get 1 }}", 1: "no" }, "{{ .Get 1 }}"],
  [
    "a body is no template",
    "{{ .Inner }}",
    { inner: "{{ .Get 0 }}{{ end }}" },
    "{{ .Get 0 }}{{ end }}",
  ],
  [
    "a body in an item stays there",
    "1. a\n\n   {{ .Inner }}\n",
    { inner: "\nb\n\nc\n" },
    "1. a\n\n   \n   b\n\n   c\n   \n",
  ],
  ["a body after a marker", "- {{ .Inner }}", { inner: "b\n  c\nd" }, "- b\n    c\n  d"],
  ["a body in a quote", "> {{ .Inner }}", { inner: "b\n\nc" }, "> b\n>\n> c"],
  ["a body in a line", "a {{ .Inner }}", { inner: "b\nc" }, "a b\nc"],
  ["one brace is text", "a { b } c }} d", {}, "a { b } c }} d"],
];

describe("templates show", () => {
  it.each(GOOD)("%s", (_name, text, values, shown) => {
    expect(faults(text)).toEqual([]);
    expect(render(text, values).text).toBe(shown);
  });
});

const BAD: readonly [text: string, ...faults: string[]][] = [
  [
    "a\n {{ .Params }}",
    '2:5-2:12 Unexpected ".Params" in a template action, expected .Get, .Inner or a quoted text',
  ],
  [
    "{{ .Iner }}",
    '1:4-1:9 Unexpected ".Iner" in a template action, expected .Get, .Inner or a quoted text ~ .Inner',
  ],
  [
    "{{ range .Site.Pages }}x{{ end }}",
    '1:4-1:9 Unexpected "range" in a template action, expected .Get, .Inner or a quoted text',
  ],
  [
    "{{ .Get }}",
    "1:8-1:8 Unexpected end in a template action, expected a parameter's number or its name in quotes",
  ],
  [
    "{{ .Get x }}",
    `1:9-1:10 Unexpected "x" in a template action, expected a parameter's number or its name in quotes`,
  ],
  [
    "{{ .Get 0 1 }}",
    '1:11-1:12 Unexpected "1" in a template action, expected the end of the action',
  ],
  [
    "{{ .Get 0 | upper }}",
    '1:13-1:18 Unexpected "upper" in a template action, expected markdownify, safeHTML or default',
  ],
  ["{{ }}", "1:4-1:4 Unexpected end in a template action, expected .Get, .Inner or a quoted text"],
  ["{{ default (.Get 0 }}", "1:19-1:19 Unexpected end in a template action, expected )"],
  ["a {{ end }}", "1:3-1:12 Unexpected {{ end }}, expected an if or with before it"],
  ["{{ else }}", "1:1-1:11 Unexpected {{ else }}, expected an if or with before it"],
  [
    "{{ if .Inner }}{{ else }}{{ else }}{{ end }}",
    "1:26-1:36 Unexpected {{ else }}, expected {{ end }}",
  ],
  [
    "a\n{{ with .Inner }}b",
    "2:1-2:18 Unexpected end of the partial, expected {{ end }} for this with",
  ],
  ["a {{ .Get 0", "1:3-1:5 Unexpected end of a template action, expected its closing mark"],
  ["a {{/* b", "1:3-1:5 Unexpected end of a template comment, expected its closing mark"],
  ['a {{ .Get "x }} b', "1:3-1:5 Unexpected end of a quoted value, expected its closing mark"],
  [
    "😀 {{ .X }}{{ .Y }}",
    '1:6-1:8 Unexpected ".X" in a template action, expected .Get, .Inner or a quoted text',
    '1:14-1:16 Unexpected ".Y" in a template action, expected .Get, .Inner or a quoted text',
  ],
  ["{{ else if .Inner }}", "1:1-1:21 Unexpected {{ else }}, expected an if or with before it"],
  [
    "{{ if .Inner }}{{ else }}{{ else if .Inner }}{{ end }}",
    "1:26-1:46 Unexpected {{ else }}, expected {{ end }}",
  ],
  [
    "{{ if .Inner }}{{ else end }}{{ end }}",
    '1:24-1:27 Unexpected "end" in a template action, expected the end of the action ~ end',
  ],
];

describe("templates refuse", () => {
  it.each(BAD)("%s", (text, ...expected) => {
    expect(faults(text)).toEqual(expected);
  });

  it("leave out what is faulty and show the rest", () => {
    expect(render("a{{ .X }}b {{ .Get 0 }}", { 0: "x" }).text).toBe("ab x");
  });
});

describe("templates know", () => {
  it("what they read", () => {
    const { named, positional, usesInner } = read(
      '{{ .Get 2 }}{{ with .Get "b" }}{{ .Inner }}{{ end }}{{ default (.Get "a") (.Get "b") }}',
    );
    expect({ named, positional, usesInner }).toEqual({
      named: ["b", "a"],
      positional: 3,
      usesInner: true,
    });
  });

  it("that a comment reads nothing", () => {
    expect(read("{{/* .Inner */}}").usesInner).toBe(false);
  });

  it("where front matter ends", () => {
    const source = new Source("partial.md", "---\na: '{{ x }}'\n---\ntext {{ .Get 0 }}");
    const { faults, parts } = parseTemplate(source, source.text.indexOf("text"));
    expect(faults).toEqual([]);
    expect(parts.map(({ type, range }) => [type, range.start])).toEqual([
      ["text", 21],
      ["output", 26],
    ]);
  });
});

describe("a partial", () => {
  it.each([
    ["text", "none", []],
    ["{{ .Inner }}", "required", []],
    ['{{ .Get 1 }}{{ .Get "a" }}', "none", ["0 at 0", "1 at 1", "a by name"]],
  ])("%s has the body and parameters that it reads", (text, body, parameters) => {
    const definition = partialDefinition("x", new Source("layouts/shortcodes/x.md", text));
    const shown = Object.entries(definition.parameters).map(([name, { position }]) =>
      position === undefined ? `${name} by name` : `${name} at ${position}`,
    );
    expect([definition.body, shown]).toEqual([body, parameters]);
    expect(definition.doc).toBe("The text of `layouts/shortcodes/x.md`.");
  });
});

describe("built-in shortcodes", () => {
  it.each([...BUILT_IN])("%s is described", (name, { doc, parameters, body, parents }) => {
    expect(name).toMatch(/^[a-z][a-z0-9/-]*$/);
    expect(doc).toMatch(/^[A-Z].*\.$/s);
    for (const spec of Object.values(parameters)) expect(spec.doc).toMatch(/^[A-Z].*\.$/);
    expect(["none", "optional", "required"]).toContain(body);
    for (const parent of parents ?? []) expect(BUILT_IN.has(parent)).toBe(true);
  });
});

describe("origins", () => {
  it("are those of the partial and of the call", () => {
    const text = render("ab {{ .Get 0 }} cd", { 0: "xyz" });
    const places = [0, 2, 3, 5, 6, 8].map((offset) => {
      const { source, offset: at } = text.originAt(offset);
      return `${text.text[offset]} ${source.path}:${at}`;
    });
    expect(places).toEqual([
      ...["a partial.md:0", "  partial.md:2", "x page.md:3", "z page.md:3"],
      ...["  partial.md:15", "d partial.md:17"],
    ]);
  });
});

describe("hostile templates", () => {
  it.each([
    ["open actions", "{{ ".repeat(50_000)],
    ["open quotes", '{{ "'.repeat(50_000)],
    ["open comments", "{{/* ".repeat(50_000)],
    ["open branches", "{{ if .Inner }}".repeat(20_000)],
    ["closed branches", "{{ if .Inner }}".repeat(20_000) + "{{ end }}".repeat(20_000)],
    ["parentheses", `{{ ${"(".repeat(100_000)} }}`],
    ["pipes", `{{ .Inner ${"| markdownify ".repeat(50_000)} }}`],
  ])("%s take linear time", (_name, text) => {
    expect(workTime(() => render(text, { inner: "x" }))).toBeLessThan(2000);
  });
});
