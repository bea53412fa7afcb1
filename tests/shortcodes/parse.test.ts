/** How tags become a tree, one row a rule: nodes with offsets, findings with lines and columns. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, type SyntaxFinding } from "../../src/shortcodes/parse.ts";
import type { Template } from "../../src/shortcodes/types.ts";
import { MappedText } from "../../src/text/mapped.ts";
import { Source } from "../../src/text/source.ts";
import { type Parsed, parsed, testBodyOf } from "../helpers/outline.ts";
import { taggedText } from "../helpers/tagged-text.ts";

type Row = readonly [
  name: string,
  text: string,
  tree: Parsed["tree"],
  findings?: Parsed["findings"],
];

function check(rows: readonly Row[]): void {
  for (const [name, text, tree, findings = []] of rows) {
    test(name, () => {
      expect(parsed(text)).toEqual({ tree, findings });
    });
  }
}

describe("calls", () => {
  check([
    ["nothing", "", []],
    ["text alone", "a {{ b }}", ['0-9 text "a {{ b }}"']],
    [
      "a call without a body",
      "a {{< leaf >}} b",
      ['0-2 text "a "', "2-14 <leaf [2-14]", '14-16 text " b"'],
    ],
    [
      "a call with a body",
      "{{% box %}}a{{% /box %}}",
      ["0-24 %box [0-11 12-24]", '  11-12 text "a"'],
    ],
    ["an empty body", "{{< box >}}{{< /box >}}", ["0-23 <box [0-11 11-23]"]],
    [
      "a self-closing call that could have a body",
      "{{< box />}}a",
      ["0-12 <box [0-12] self-closing", '12-13 text "a"'],
    ],
    [
      "a self-closing call that has none",
      "{{< leaf 1 />}}a",
      ['0-15 <leaf "1" bare 9-10 [0-15] self-closing', '15-16 text "a"'],
    ],
    [
      "positional parameters",
      '{{< leaf a "b c" `d` 1.5 >}}',
      ['0-28 <leaf "a" bare 9-10 "b c" quoted 12-15 "d" raw 18-19 "1.5" bare 21-24 [0-28]'],
    ],
    [
      "named parameters",
      '{{< leaf\n  k=v l = "w x"\n  m=`y`\n>}}',
      ['0-36 <leaf k="v" bare 13-14 l="w x" quoted 20-23 m="y" raw 30-31 [0-36]'],
    ],
    [
      "a literal",
      "{{< box >}}{{</* box */>}}{{< /box >}}",
      ["0-38 <box [0-11 26-38]", '  11-26 literal "{{< box >}}"'],
    ],
    [
      "the name's case is kept",
      "{{< Box >}}a{{< /Box >}}",
      ["0-24 <Box [0-11 12-24]", '  11-12 text "a"'],
    ],
  ]);
});

describe("pairs", () => {
  check([
    [
      "nested",
      "{{< box >}}a{{% note %}}b{{% /note %}}c{{< /box >}}d",
      [
        "0-51 <box [0-11 39-51]",
        '  11-12 text "a"',
        "  12-38 %note [12-24 25-38]",
        '    24-25 text "b"',
        '  38-39 text "c"',
        '51-52 text "d"',
      ],
    ],
    [
      "nested, same name",
      "{{< box >}}{{< box >}}a{{< /box >}}b{{< /box >}}",
      [
        "0-48 <box [0-11 36-48]",
        "  11-35 <box [11-22 23-35]",
        '    22-23 text "a"',
        '  35-36 text "b"',
      ],
    ],
    [
      "side by side",
      "{{< box >}}a{{< /box >}}{{< box >}}b{{< /box >}}",
      [
        "0-24 <box [0-11 12-24]",
        '  11-12 text "a"',
        "24-48 <box [24-35 36-48]",
        '  35-36 text "b"',
      ],
    ],
    [
      "a body that may be missing is missing",
      "{{< maybe >}}a",
      ["0-13 <maybe [0-13]", '13-14 text "a"'],
    ],
    [
      "a body that may be missing is there",
      "{{< maybe >}}a{{< /maybe >}}",
      ["0-28 <maybe [0-13 14-28]", '  13-14 text "a"'],
    ],
    [
      "a closing tag belongs to the nearest call that may take it",
      "{{< maybe >}}a{{< maybe >}}b{{< /maybe >}}",
      ["0-13 <maybe [0-13]", '13-14 text "a"', "14-42 <maybe [14-27 28-42]", '  27-28 text "b"'],
    ],
    [
      "self-closing calls take no closing tag",
      "{{< maybe >}}{{< maybe />}}a{{< /maybe >}}",
      ["0-42 <maybe [0-13 28-42]", "  13-27 <maybe [13-27] self-closing", '  27-28 text "a"'],
    ],
    [
      "unknown names have a body if they are closed",
      "{{< what >}}a{{< /what >}}{{< what >}}",
      ["0-26 <what [0-12 13-26]", '  12-13 text "a"', "26-38 <what [26-38]"],
    ],
    [
      "names with dots and slashes",
      "{{< a/b.c >}}x{{</ a/b.c >}}",
      ["0-28 <a/b.c [0-13 14-28]", '  13-14 text "x"'],
    ],
  ]);
});

describe("pairs that are wrong", () => {
  check([
    [
      "an unclosed call in a body leaves the closing tag to the call around",
      "{{% maybe %}}{{< box >}}{{% maybe %}}{{< /box >}}{{% /maybe %}}",
      ["0-63 %maybe [0-13 49-63]", "  13-49 <box [13-24 37-49]", "    24-37 %maybe [24-37]"],
    ],
    [
      "an unclosed call in a body is the one that is not closed",
      "{{< note >}}{{< box >}}{{< note >}}a{{< /box >}}{{< /note >}}",
      [
        "0-61 <note [0-12 48-61]",
        "  12-48 <box [12-23 36-48]",
        "    23-36 <note [23-35]",
        '      35-36 text "a"',
      ],
      [
        '1:24-1:36: Unexpected "{{< /box >}}" at 1:37, expected "{{< /note >}}" for this tag before it [shortcode-not-closed]',
      ],
    ],
    [
      "with closing tags for all, Hugo's rule holds",
      "{{< note >}}{{< box >}}{{< note >}}a{{< /box >}}b{{< /note >}}c{{< /note >}}",
      [
        "0-76 <note [0-12 63-76]",
        "  12-62 <box [12-23 49-62]",
        "    23-48 <note [23-35 36-48]",
        '      35-36 text "a"',
        '    48-49 text "b"',
        '  62-63 text "c"',
      ],
      [
        '1:37-1:49: Unexpected "{{< /box >}}" for the tag at 1:13, expected "{{< /note >}}" first for the one at 1:24; it closes the inner one [shortcode-crossed]',
      ],
    ],
    [
      "delimiters differ",
      "{{< box >}}a{{% /box %}}",
      ["0-24 <box [0-11 12-24]", '  11-12 text "a"'],
      [
        '1:13-1:25: Unexpected "{{% /box %}}", expected "{{< /box >}}" as in the opening tag at 1:1 [shortcode-delimiter]',
      ],
    ],
    [
      "crossed: any closing tag closes the innermost call",
      "{{< box >}}\n{{< note >}}x{{< /box >}}\n{{< /note >}}",
      [
        "0-51 <box [0-11 38-51]",
        '  11-12 text "\\n"',
        "  12-37 <note [12-24 25-37]",
        '    24-25 text "x"',
        '  37-38 text "\\n"',
      ],
      [
        '2:14-2:26: Unexpected "{{< /box >}}" for the tag at 1:1, expected "{{< /note >}}" first for the one at 2:1; it closes the inner one [shortcode-crossed]',
      ],
    ],
    [
      "crossed over three",
      "{{< box >}}{{< note >}}{{< maybe >}}x{{< /box >}}y{{< /note >}}z{{< /maybe >}}",
      [
        "0-78 <box [0-11 64-78]",
        "  11-63 <note [11-23 50-63]",
        "    23-49 <maybe [23-36 37-49]",
        '      36-37 text "x"',
        '    49-50 text "y"',
        '  63-64 text "z"',
      ],
      [
        '1:38-1:50: Unexpected "{{< /box >}}" for the tag at 1:1, expected "{{< /maybe >}}" first for the one at 1:24; it closes the inner one [shortcode-crossed]',
      ],
    ],
    [
      "not closed before the end",
      "a {{< box >}}b {{< leaf >}}",
      ['0-2 text "a "', "2-27 <box [2-13]", '  13-15 text "b "', "  15-27 <leaf [15-27]"],
      [
        '1:3-1:14: Unexpected end of the text, expected "{{< /box >}}" for this tag before it [shortcode-not-closed]',
      ],
    ],
    [
      "not closed before the call around it ends",
      "{{< box >}}\n{{< note >}}x\n{{< /box >}}y",
      [
        "0-38 <box [0-11 26-38]",
        '  11-12 text "\\n"',
        "  12-26 <note [12-24]",
        '    24-26 text "x\\n"',
        '38-39 text "y"',
      ],
      [
        '2:1-2:13: Unexpected "{{< /box >}}" at 3:1, expected "{{< /note >}}" for this tag before it [shortcode-not-closed]',
      ],
    ],
    [
      "two not closed in one",
      "{{< box >}}{{< note >}}a{{< note >}}b{{< /box >}}",
      [
        "0-49 <box [0-11 37-49]",
        "  11-37 <note [11-23]",
        '    23-24 text "a"',
        "    24-37 <note [24-36]",
        '      36-37 text "b"',
      ],
      [
        '1:25-1:37: Unexpected "{{< /box >}}" at 1:38, expected "{{< /note >}}" for this tag before it [shortcode-not-closed]',
        '1:12-1:24: Unexpected "{{< /box >}}" at 1:38, expected "{{< /note >}}" for this tag before it [shortcode-not-closed]',
      ],
    ],
    [
      "the first of two is not closed",
      "{{< box >}}a\n{{< box >}}b{{< /box >}}",
      [
        "0-37 <box [0-11]",
        '  11-13 text "a\\n"',
        "  13-37 <box [13-24 25-37]",
        '    24-25 text "b"',
      ],
      [
        '1:1-1:12: Unexpected end of the text, expected "{{< /box >}}" for this tag before it [shortcode-not-closed]',
      ],
    ],
    [
      "not open",
      "a {{< /box >}} b",
      ['0-16 text "a {{< /box >}} b"'],
      [
        '1:3-1:15: Unexpected "{{< /box >}}", expected an opening tag before it [shortcode-not-open]',
      ],
    ],
    [
      "closed twice",
      "{{< box >}}a{{< /box >}}{{< /box >}}",
      ["0-24 <box [0-11 12-24]", '  11-12 text "a"', '24-36 text "{{< /box >}}"'],
      [
        '1:25-1:37: Unexpected "{{< /box >}}", expected an opening tag before it [shortcode-not-open]',
      ],
    ],
    [
      "a misspelt closing tag",
      "{{< note >}}a{{< /noet >}}b",
      ["0-26 <note [0-12 13-26]", '  12-13 text "a"', '26-27 text "b"'],
      [
        '1:14-1:27: Unexpected "{{< /noet >}}", expected "{{< /note >}}" for the tag at 1:1 (note) [shortcode-not-open]',
      ],
    ],
    [
      "a closing tag in another case",
      "{{< note >}}a{{< /Note >}}b",
      ["0-26 <note [0-12 13-26]", '  12-13 text "a"', '26-27 text "b"'],
      [
        '1:14-1:27: Unexpected "{{< /Note >}}", expected "{{< /note >}}" for the tag at 1:1 (note) [shortcode-not-open]',
      ],
    ],
    [
      "a misspelt closing tag of an inner call",
      "{{< box >}}{{< note >}}a{{< /noet >}}b{{< /box >}}",
      [
        "0-50 <box [0-11 38-50]",
        "  11-37 <note [11-23 24-37]",
        '    23-24 text "a"',
        '  37-38 text "b"',
      ],
      [
        '1:25-1:38: Unexpected "{{< /noet >}}", expected "{{< /note >}}" for the tag at 1:12 (note) [shortcode-not-open]',
      ],
    ],
    [
      "a misspelt closing tag of a call that may have a body",
      "{{< maybe >}}a{{< /mayeb >}}",
      ["0-13 <maybe [0-13]", '13-28 text "a{{< /mayeb >}}"'],
      [
        '1:15-1:29: Unexpected "{{< /mayeb >}}", expected "{{< /maybe >}}" for the tag at 1:1 (maybe) [shortcode-not-open]',
      ],
    ],
    [
      "an unlike closing tag closes nothing",
      "{{< note >}}a{{< /what >}}b{{< /note >}}",
      ["0-40 <note [0-12 27-40]", '  12-27 text "a{{< /what >}}b"'],
      [
        '1:14-1:27: Unexpected "{{< /what >}}", expected an opening tag before it [shortcode-not-open]',
      ],
    ],
    [
      "a closing tag for a call without a body",
      "{{< leaf >}}\na {{< /leaf >}}",
      ["0-12 <leaf [0-12]", '12-28 text "\\na {{< /leaf >}}"'],
      [
        '2:3-2:16: Unexpected "{{< /leaf >}}", expected none: the shortcode at 1:1 takes no body [shortcode-no-body]',
      ],
    ],
    [
      "a closing tag without a call without a body",
      "{{< /leaf >}}",
      ['0-13 text "{{< /leaf >}}"'],
      [
        '1:1-1:14: Unexpected "{{< /leaf >}}", expected an opening tag before it [shortcode-not-open]',
      ],
    ],
  ]);
});

describe("tags that are wrong", () => {
  check([
    [
      "positional after named",
      "{{< leaf k=v w >}}",
      ['0-18 <leaf k="v" bare 11-12 "w" bare 13-14 [0-18] broken'],
      [
        '1:14-1:15: Unexpected positional parameter "w" after the named parameter "k", expected only one kind in a tag [shortcode-mixed-parameters]',
      ],
    ],
    [
      "named after positional",
      '{{< leaf "v" w k=x >}}',
      ['0-22 <leaf "v" quoted 10-11 "w" bare 13-14 k="x" bare 17-18 [0-22] broken'],
      [
        '1:16-1:19: Unexpected named parameter "k" after the positional parameter "v", expected only one kind in a tag [shortcode-mixed-parameters]',
      ],
    ],
    [
      "the same name twice",
      "{{< leaf k=1 l=2 k=3 k=4 >}}",
      ['0-28 <leaf k="1" bare 11-12 l="2" bare 15-16 k="3" bare 19-20 k="4" bare 23-24 [0-28]'],
      [
        '1:18-1:21: Unexpected second "k", expected each parameter once; the last one counts [parameter-repeated]',
        '1:22-1:25: Unexpected second "k", expected each parameter once; the last one counts [parameter-repeated]',
      ],
    ],
    [
      "parameters in a closing tag",
      '{{< box >}}a{{< /box x "y" >}}',
      ["0-30 <box [0-11 12-30]", '  11-12 text "a"'],
      [
        "1:22-1:27: Unexpected parameter in a closing tag, expected only the name [shortcode-closing-parameters]",
      ],
    ],
    [
      "a slash at the end of a closing tag",
      "{{< box >}}a{{< /box />}}",
      ["0-25 <box [0-11 12-25]", '  11-12 text "a"'],
      [
        "1:22-1:23: Unexpected parameter in a closing tag, expected only the name [shortcode-closing-parameters]",
      ],
    ],
    [
      "no name",
      "{{< >}}a{{% / %}}{{< ! >}}",
      ['0-26 text "{{< >}}a{{% / %}}{{< ! >}}"'],
      [
        '1:1-1:8: Unexpected tag without a name, expected "{{< name" [shortcode-no-name]',
        '1:9-1:18: Unexpected tag without a name, expected "{{% name" [shortcode-no-name]',
        '1:18-1:27: Unexpected tag without a name, expected "{{< name" [shortcode-no-name]',
      ],
    ],
    [
      "an inline shortcode",
      "{{< now.inline >}}a{{< leaf >}}{{< /now.inline >}}{{< now.inline />}}",
      [
        '0-19 text "{{< now.inline >}}a"',
        "19-31 <leaf [19-31]",
        '31-69 text "{{< /now.inline >}}{{< now.inline />}}"',
      ],
      [
        '1:1-1:19: Unexpected inline shortcode "now.inline", expected a name without ".inline": Go templates in pages are not run [shortcode-inline]',
        '1:51-1:70: Unexpected inline shortcode "now.inline", expected a name without ".inline": Go templates in pages are not run [shortcode-inline]',
      ],
    ],
    [
      "the other kind's end",
      "{{< leaf %}}\n{{% box >}}a{{% /box %}}",
      [
        "0-12 <leaf [0-12] broken",
        '12-13 text "\\n"',
        "13-37 %box [13-24 25-37] broken",
        '  24-25 text "a"',
      ],
      [
        '1:10-1:13: Unexpected "%}}", expected ">}}" to end a tag that starts with "{{<" [shortcode-character]',
        '2:9-2:12: Unexpected ">}}", expected "%}}" to end a tag that starts with "{{%" [shortcode-character]',
      ],
    ],
    [
      "no end",
      "a\n{{< leaf b\nc",
      ['0-14 text "a\\n{{< leaf b\\nc"'],
      ['2:1-2:9: Unexpected tag without an end, expected ">}}" [shortcode-unclosed-tag]'],
    ],
    [
      "no end before the next tag",
      "{{< box {{< leaf >}}",
      ['0-8 text "{{< box "', "8-20 <leaf [8-20]"],
      ['1:1-1:8: Unexpected tag without an end, expected ">}}" [shortcode-unclosed-tag]'],
    ],
    [
      "a comment without its end",
      "{{%/* leaf %}} {{< leaf >}}",
      ['0-15 text "{{%/* leaf %}} "', "15-27 <leaf [15-27]"],
      [
        '1:1-1:6: Unexpected end of the text, expected "*/%}}" after a commented-out shortcode [shortcode-comment]',
      ],
    ],
    [
      "stray characters",
      '{{< leaf a/b ! \u00a0 "c" é\u0301 >}}',
      ['0-27 <leaf "a/b" bare 9-12 "c" quoted 18-19 "é\u0301" bare 21-23 [0-27] broken'],
      [
        '1:11-1:12: Unexpected "/", expected double quotes around such a value [shortcode-character]',
        '1:14-1:15: Unexpected "!", expected a parameter [shortcode-character]',
        "1:16-1:17: Unexpected U+00A0, expected a parameter [shortcode-character]",
        "1:23-1:24: Unexpected U+0301, expected double quotes around such a value [shortcode-character]",
      ],
    ],
    [
      "single quotes",
      "{{< leaf 'a b' >}}",
      ['0-18 <leaf "a b" quoted 10-13 [0-18] broken'],
      [
        '1:10-1:11: Unexpected "\'", expected double quotes: single quotes do not quote [shortcode-character]',
      ],
    ],
    [
      "a key without a value",
      "{{< leaf k= >}}",
      ['0-15 <leaf k="" quoted 11-11 [0-15] broken'],
      ['1:11-1:12: Unexpected end of the tag after "=", expected a value [shortcode-character]'],
    ],
    [
      "a value without a key",
      '{{< leaf ="v" >}}',
      ['0-17 <leaf "v" quoted 11-12 [0-17] broken'],
      ['1:10-1:11: Unexpected "=", expected a parameter\'s name before it [shortcode-character]'],
    ],
    [
      "a quote that is not closed",
      '{{< box "a >}}\nb{{< /box >}}',
      ['0-28 <box "a" quoted 9-10 [0-14 16-28] broken', '  14-16 text "\\nb"'],
      [
        "1:9-1:10: Unexpected end of the line in a value, expected a closing '\"' [shortcode-string]",
      ],
    ],
    [
      "a raw value that is not closed",
      "{{< leaf `a >}}\nb",
      ['0-15 <leaf "a" raw 10-11 [0-15] broken', '15-17 text "\\nb"'],
      [
        "1:10-1:11: Unexpected end of the text in a value, expected a closing backtick [shortcode-string]",
      ],
    ],
    [
      "an escaped backtick",
      '{{< leaf "a\\`b" >}}',
      ['0-19 <leaf "a\\\\`b" quoted 10-14 [0-19] broken'],
      [
        '1:12-1:14: Unexpected escape "\\`", expected a backtick without its backslash [shortcode-escape]',
      ],
    ],
    [
      "all errors of a text are told",
      '{{< leaf ! >}}\n{{< box "a >}}\n{{< /bxo >}}\n{{<\n{{% /leaf %}}',
      [
        "0-14 <leaf [0-14] broken",
        '14-15 text "\\n"',
        '15-42 <box "a" quoted 24-25 [15-29 30-42] broken',
        '  29-30 text "\\n"',
        '42-60 text "\\n{{<\\n{{% /leaf %}}"',
      ],
      [
        '1:10-1:11: Unexpected "!", expected a parameter [shortcode-character]',
        "2:9-2:10: Unexpected end of the line in a value, expected a closing '\"' [shortcode-string]",
        '4:1-4:4: Unexpected tag without an end, expected ">}}" [shortcode-unclosed-tag]',
        '3:1-3:13: Unexpected "{{< /bxo >}}", expected "{{< /box >}}" for the tag at 2:1 (box) [shortcode-not-open]',
        '5:1-5:14: Unexpected "{{% /leaf %}}", expected none: the shortcode at 1:1 takes no body [shortcode-no-body]',
      ],
    ],
  ]);
});

describe("places", () => {
  check([
    [
      "columns count code points, in CRLF files too",
      "\ufeff🚩\r\n🚩é{{< leaf ! >}}\r\n\t{{< /box >}}",
      [
        '0-8 text "\ufeff🚩\\r\\n🚩é"',
        "8-22 <leaf [8-22] broken",
        '22-37 text "\\r\\n\\t{{< /box >}}"',
      ],
      [
        '2:12-2:13: Unexpected "!", expected a parameter [shortcode-character]',
        '3:2-3:14: Unexpected "{{< /box >}}", expected an opening tag before it [shortcode-not-open]',
      ],
    ],
  ]);
});

test("a place in another file is named with that file", () => {
  const [page, snippet] = [
    new Source("page.md", "a\n{{< box >}}"),
    new Source("snippet.md", "{{% /box %}}"),
  ];
  const text = MappedText.join([MappedText.of(page), MappedText.of(snippet)]);
  const messages: string[] = [];
  parse(text, testBodyOf, ({ message }) => messages.push(message));
  expect(messages).toEqual([
    'Unexpected "{{% /box %}}", expected "{{< /box >}}" as in the opening tag at page.md:2:1',
  ]);
});

test("a shortcode is asked for once, whatever its number of calls", () => {
  const asked: string[] = [];
  parse(
    MappedText.of(new Source("page.md", "{{< box />}}{{< box />}}{{< what >}}{{< what >}}")),
    (name) => {
      asked.push(name);
      return testBodyOf(name);
    },
    () => undefined,
  );
  expect(asked).toEqual(["box", "what"]);
});

/** Fails unless nodes stand one after another, from `start` to the template's end. */
function expectCovered({ nodes, range }: Template, start: number): void {
  expect(range.start).toBe(start);
  let at = start;
  for (const node of nodes) {
    expect(node.range.start).toBe(at);
    expect(node.range.end).toBeGreaterThan(at);
    at = node.range.end;
    if (node.type !== "call") continue;
    expect(node.openRange.start).toBe(node.range.start);
    expect(node.closeRange?.end ?? node.body?.range.end ?? node.openRange.end).toBe(at);
    if (node.body === undefined) continue;
    expectCovered(node.body, node.openRange.end);
    expect(node.body.range.end).toBe(node.closeRange?.start ?? at);
  }
  expect(at).toBe(range.end);
}

describe("any text", () => {
  test("is covered by the nodes without a gap; findings lie inside of it", () => {
    fc.assert(
      fc.property(taggedText, (text) => {
        const findings: SyntaxFinding[] = [];
        const template = parse(MappedText.of(new Source("page.md", text)), testBodyOf, (finding) =>
          findings.push(finding),
        );
        expectCovered(template, 0);
        expect(template.range.end).toBe(text.length);
        for (const { range } of findings) {
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeGreaterThanOrEqual(range.start);
          expect(range.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test("has no two texts side by side", () => {
    fc.assert(
      fc.property(taggedText, (text) => {
        const lines = parsed(text).tree;
        lines.forEach((line, index) => {
          const [indent, next] = [/^ */.exec(line)?.[0], lines[index + 1]];
          const isText = (at: string | undefined) =>
            at?.startsWith(indent ?? "") && /^ *\S+ text /.test(at);
          const isNeighbour = /^ */.exec(next ?? "")?.[0] === indent;
          expect(isNeighbour && isText(line) && isText(next)).toBeFalsy();
        });
      }),
      { numRuns: 1000 },
    );
  });

  test("of well-nested calls has nothing wrong with it", () => {
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 6, withCrossShrink: true },
        fc.constantFrom(
          "",
          "a",
          "{{< leaf >}}",
          "{{% maybe %}}",
          "{{</* box */>}}",
          "{{< box />}}",
        ),
        tie("tree").map((body) => `{{< box >}}${body}{{< /box >}}`),
        tie("tree").map((body) => `{{% maybe "x" %}}${body}{{% /maybe %}}`),
        fc.tuple(tie("tree"), tie("tree")).map((parts) => parts.join("\n")),
      ),
    }));
    fc.assert(
      fc.property(tree, (text) => {
        expect(parsed(text).findings).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
