/** The grammar of tags, one row a rule: every token with its offsets. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lex } from "../../src/shortcodes/lex.ts";
import type { Token } from "../../src/shortcodes/tokens.ts";
import { taggedText } from "../helpers/tagged-text.ts";

/** `start-end type "text"`; a value with its style, decoded; an error with its range. */
function shown(text: string, token: Token): string {
  const { type, start, end, error } = token;
  const written = JSON.stringify(type === "literal" ? token.value : text.slice(start, end));
  const what = type === "value" ? `${token.style} ${JSON.stringify(token.value)}` : written;
  const wrong = error === undefined ? "" : ` !${error.id} ${error.start}-${error.end}`;
  return `${start}-${end} ${type} ${what}${wrong}`;
}

/** All tokens but blanks, which one row of its own shows. */
function tokensOf(text: string): string[] {
  const tokens = lex(text).filter(({ type }) => type !== "blank");
  return tokens.map((token) => shown(text, token));
}

type Row = readonly [name: string, text: string, tokens: readonly string[]];

function check(rows: readonly Row[]): void {
  test.each(rows)("%s", (_, text, tokens) => {
    expect(tokensOf(text)).toEqual(tokens);
  });
}

test("blanks are tokens, so that nothing of a text is lost", () => {
  const text = "x {{<\r\n\tnote \\\n>}} y";
  expect(lex(text).map((token) => shown(text, token))).toEqual([
    '0-2 text "x "',
    '2-5 open "{{<"',
    '5-8 blank "\\r\\n\\t"',
    '8-12 name "note"',
    '12-15 blank " \\\\\\n"',
    '15-18 close ">}}"',
    '18-20 text " y"',
  ]);
});

describe("text", () => {
  check([
    ["nothing", "", []],
    ["blanks", " \t\n", ['0-3 text " \\t\\n"']],
    [
      "braces that open no tag",
      "a {{ b }} {{{ c >}} %}} {<",
      ['0-26 text "a {{ b }} {{{ c >}} %}} {<"'],
    ],
    [
      "a byte order mark",
      "\ufeff{{<a>}}",
      ['0-1 text "\ufeff"', '1-4 open "{{<"', '4-5 name "a"', '5-8 close ">}}"'],
    ],
    [
      "the last of many braces opens a tag",
      "{{{{<a>}}}}",
      ['0-2 text "{{"', '2-5 open "{{<"', '5-6 name "a"', '6-9 close ">}}"', '9-11 text "}}"'],
    ],
  ]);
});

describe("tags", () => {
  check([
    ["no blanks", "{{<note>}}", ['0-3 open "{{<"', '3-7 name "note"', '7-10 close ">}}"']],
    ["with %", "{{% note %}}", ['0-3 open "{{%"', '4-8 name "note"', '9-12 close "%}}"']],
    [
      "over lines, with every kind of blank",
      "{{<\r\n\tnote\u000b\f\n>}}",
      ['0-3 open "{{<"', '6-10 name "note"', '13-16 close ">}}"'],
    ],
    [
      "a closing tag",
      "{{</ note >}}",
      ['0-3 open "{{<"', '3-4 slash "/"', '5-9 name "note"', '10-13 close ">}}"'],
    ],
    [
      "a closing tag with blanks around the slash",
      "{{< / note >}}",
      ['0-3 open "{{<"', '4-5 slash "/"', '6-10 name "note"', '11-14 close ">}}"'],
    ],
    [
      "a self-closing tag",
      "{{< note />}}",
      ['0-3 open "{{<"', '4-8 name "note"', '9-10 slash "/"', '10-13 close ">}}"'],
    ],
    [
      "a self-closing tag without a blank",
      "{{<note/>}}",
      ['0-3 open "{{<"', '3-7 name "note"', '7-8 slash "/"', '8-11 close ">}}"'],
    ],
    [
      "a self-closing tag with blanks around the slash",
      "{{< note / >}}",
      ['0-3 open "{{<"', '4-8 name "note"', '9-10 slash "/"', '11-14 close ">}}"'],
    ],
    [
      "a name with slashes, dots, hyphens, underscores",
      "{{< a/b.c-d_e >}}",
      ['0-3 open "{{<"', '4-13 name "a/b.c-d_e"', '14-17 close ">}}"'],
    ],
    [
      "a name in Greek, with a digit",
      "{{< σημείωση٣ >}}",
      ['0-3 open "{{<"', '4-13 name "σημείωση٣"', '14-17 close ">}}"'],
    ],
    [
      "a name that starts with an underscore",
      "{{< _x >}}",
      ['0-3 open "{{<"', '4-6 name "_x"', '7-10 close ">}}"'],
    ],
    [
      "two tags without text between",
      "{{<a>}}{{%b%}}",
      [
        '0-3 open "{{<"',
        '3-4 name "a"',
        '4-7 close ">}}"',
        '7-10 open "{{%"',
        '10-11 name "b"',
        '11-14 close "%}}"',
      ],
    ],
    [
      "the other kind's end ends the tag",
      "{{< a %}}b",
      ['0-3 open "{{<"', '4-5 name "a"', '6-9 close "%}}"', '9-10 text "b"'],
    ],
  ]);
});

describe("bare values", () => {
  check([
    [
      "positional",
      "{{< a b -c_d 1.5 >}}",
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-7 value bare "b"',
        '8-12 value bare "-c_d"',
        '13-16 value bare "1.5"',
        '17-20 close ">}}"',
      ],
    ],
    [
      "a positional value before the end",
      "{{< a b>}}",
      ['0-3 open "{{<"', '4-5 name "a"', '6-7 value bare "b"', '7-10 close ">}}"'],
    ],
    [
      "a positional value before a slash",
      "{{< a v0.8.0/>}}",
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-12 value bare "v0.8.0"',
        '12-13 slash "/"',
        '13-16 close ">}}"',
      ],
    ],
    [
      "named",
      "{{< a k=v >}}",
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-7 key "k"',
        '7-8 equals "="',
        '8-9 value bare "v"',
        '10-13 close ">}}"',
      ],
    ],
    [
      "a named value with other characters",
      "{{< a k=/x?y&z:'w'=% >}}",
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-7 key "k"',
        '7-8 equals "="',
        "8-20 value bare \"/x?y&z:'w'=%\"",
        '21-24 close ">}}"',
      ],
    ],
    [
      "a named value before the end",
      "{{< a k=v>}}",
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-7 key "k"',
        '7-8 equals "="',
        '8-9 value bare "v"',
        '9-12 close ">}}"',
      ],
    ],
    [
      "a named value before a self-closing end",
      "{{< a k=v/>}}",
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-7 key "k"',
        '7-8 equals "="',
        '8-9 value bare "v"',
        '9-10 slash "/"',
        '10-13 close ">}}"',
      ],
    ],
    [
      "a named path before the end",
      "{{< a k=/v/w/>}}",
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-7 key "k"',
        '7-8 equals "="',
        '8-13 value bare "/v/w/"',
        '13-16 close ">}}"',
      ],
    ],
    [
      "a named value that is a slash",
      "{{< a k=/ >}}",
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-7 key "k"',
        '7-8 equals "="',
        '8-9 value bare "/"',
        '10-13 close ">}}"',
      ],
    ],
    [
      "blanks around the equals sign",
      "{{< a k = v l\n=\nw >}}",
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-7 key "k"',
        '8-9 equals "="',
        '10-11 value bare "v"',
        '12-13 key "l"',
        '14-15 equals "="',
        '16-17 value bare "w"',
        '18-21 close ">}}"',
      ],
    ],
    [
      "a backslash that escapes nothing is passed over",
      "{{< a b \\\n c >}}",
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-7 value bare "b"',
        '11-12 value bare "c"',
        '13-16 close ">}}"',
      ],
    ],
  ]);
});

describe("quoted values", () => {
  check([
    [
      "positional",
      '{{< a "b c" >}}',
      ['0-3 open "{{<"', '4-5 name "a"', '6-11 value quoted "b c"', '12-15 close ">}}"'],
    ],
    [
      "without a blank before or after",
      '{{< a"b""c">}}',
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '5-8 value quoted "b"',
        '8-11 value quoted "c"',
        '11-14 close ">}}"',
      ],
    ],
    [
      "named",
      '{{< a k="v w"l="x">}}',
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-7 key "k"',
        '7-8 equals "="',
        '8-13 value quoted "v w"',
        '13-14 key "l"',
        '14-15 equals "="',
        '15-18 value quoted "x"',
        '18-21 close ">}}"',
      ],
    ],
    [
      "empty",
      '{{< a "" k="" >}}',
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-8 value quoted ""',
        '9-10 key "k"',
        '10-11 equals "="',
        '11-13 value quoted ""',
        '14-17 close ">}}"',
      ],
    ],
    [
      "tags and ends inside are text",
      '{{< a "{{< b >}} %}} /" >}}',
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-23 value quoted "{{< b >}} %}} /"',
        '24-27 close ">}}"',
      ],
    ],
    [
      "a hidden quote takes all backslashes away",
      '{{< a "b \\"c\\" \\d" >}}',
      ['0-3 open "{{<"', '4-5 name "a"', '6-18 value quoted "b \\"c\\" d"', '19-22 close ">}}"'],
    ],
    [
      "other backslashes stay",
      '{{< a "C:\\d\\\\e" >}}',
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-15 value quoted "C:\\\\d\\\\\\\\e"',
        '16-19 close ">}}"',
      ],
    ],
    [
      "escaped quotes delimit",
      '{{< a \\"b c\\" k=\\"d\\" >}}',
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-13 value quoted "b c"',
        '14-15 key "k"',
        '15-16 equals "="',
        '16-21 value quoted "d"',
        '22-25 close ">}}"',
      ],
    ],
    [
      "a plain quote ends what an escaped one starts",
      '{{< a \\"b" >}}',
      ['0-3 open "{{<"', '4-5 name "a"', '6-10 value quoted "b"', '11-14 close ">}}"'],
    ],
  ]);
});

describe("raw values", () => {
  check([
    [
      "positional and named",
      "{{< a `b` k=`c` >}}",
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-9 value raw "b"',
        '10-11 key "k"',
        '11-12 equals "="',
        '12-15 value raw "c"',
        '16-19 close ">}}"',
      ],
    ],
    [
      "without a blank between",
      "{{< a`b``c`>}}",
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '5-8 value raw "b"',
        '8-11 value raw "c"',
        '11-14 close ">}}"',
      ],
    ],
    [
      "verbatim, over lines",
      '{{< a `b \\" \\n\n"{{< c >}}` >}}',
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-26 value raw "b \\\\\\" \\\\n\\n\\"{{< c >}}"',
        '27-30 close ">}}"',
      ],
    ],
  ]);
});

describe("commented-out tags", () => {
  check([
    [
      "with <",
      "a {{</* b c */>}} d",
      ['0-2 text "a "', '2-17 literal "{{< b c >}}"', '17-19 text " d"'],
    ],
    ["with %", "{{%/* b */%}}", ['0-13 literal "{{% b %}}"']],
    ["empty", "{{</**/>}}", ['0-10 literal "{{<>}}"']],
    [
      "stars and slashes inside",
      '{{</* b "**/*.md" */>}}',
      ['0-23 literal "{{< b \\"**/*.md\\" >}}"'],
    ],
    ["only its own end counts", "{{</* b */%}} */>}}", ['0-19 literal "{{< b */%}} >}}"']],
    ["not read again", "{{</* b {{< c >}} */>}}", ['0-23 literal "{{< b {{< c >}} >}}"']],
    ["a closing tag", "{{</* /b */>}}", ['0-14 literal "{{< /b >}}"']],
    [
      "without its end",
      "{{</* b >}} {{< c >}}",
      [
        '0-12 text "{{</* b >}} " !shortcode-comment 0-5',
        '12-15 open "{{<"',
        '16-17 name "c"',
        '18-21 close ">}}"',
      ],
    ],
    ["an end that shares its star", "{{</*/>}}", ['0-9 text "{{</*/>}}" !shortcode-comment 0-5']],
  ]);
});

describe("errors", () => {
  check([
    [
      "a stray sign",
      "{{< a ! >}}",
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-7 unexpected "!" !shortcode-character 6-7',
        '8-11 close ">}}"',
      ],
    ],
    [
      "several stray signs",
      "{{< a ! k=v ? >}}",
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-7 unexpected "!" !shortcode-character 6-7',
        '8-9 key "k"',
        '9-10 equals "="',
        '10-11 value bare "v"',
        '12-13 unexpected "?" !shortcode-character 12-13',
        '14-17 close ">}}"',
      ],
    ],
    [
      "a sign in a positional value",
      "{{< a b/c >}}",
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-9 value bare "b/c" !shortcode-character 7-8',
        '10-13 close ">}}"',
      ],
    ],
    [
      "a positional value that starts with a dot or a plus",
      "{{< a .5 +5 >}}",
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-8 value bare ".5" !shortcode-character 6-7',
        '9-11 value bare "+5" !shortcode-character 9-10',
        '12-15 close ">}}"',
      ],
    ],
    [
      "a sign in a key",
      "{{< a k:l=v >}}",
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-9 key "k:l" !shortcode-character 7-8',
        '9-10 equals "="',
        '10-11 value bare "v"',
        '12-15 close ">}}"',
      ],
    ],
    [
      "single quotes",
      "{{< a 'b c' >}}",
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-11 value quoted "b c" !shortcode-character 6-7',
        '12-15 close ">}}"',
      ],
    ],
    [
      "a single quote",
      "{{< a it's 'b >}}",
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-10 value bare "it\'s" !shortcode-character 8-9',
        '11-14 value bare "\'b " !shortcode-character 11-12',
        '14-17 close ">}}"',
      ],
    ],
    [
      "an equals sign without a name",
      '{{< a ="b" >}}',
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-7 unexpected "=" !shortcode-character 6-7',
        '7-10 value quoted "b"',
        '11-14 close ">}}"',
      ],
    ],
    [
      "a key without a value",
      "{{< a k= >}}",
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-7 key "k"',
        '7-8 equals "=" !shortcode-character 7-8',
        '9-12 close ">}}"',
      ],
    ],
    [
      "an escaped backtick in quotes",
      '{{< a "b \\` c" >}}',
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-14 value quoted "b \\\\` c" !shortcode-escape 9-11',
        '15-18 close ">}}"',
      ],
    ],
    [
      "an escaped backtick before a raw value",
      "{{< a \\`b` k=\\`c` >}}",
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-7 unexpected "\\\\" !shortcode-escape 6-8',
        '7-10 value raw "b"',
        '11-12 key "k"',
        '12-13 equals "="',
        '13-14 unexpected "\\\\" !shortcode-escape 13-15',
        '14-17 value raw "c"',
        '18-21 close ">}}"',
      ],
    ],
    [
      "quotes that the line cuts off",
      '{{< a "b >}} c\n"d',
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-9 value quoted "b" !shortcode-string 6-7',
        '9-12 close ">}}"',
        '12-17 text " c\\n\\"d"',
      ],
    ],
    [
      "quotes that the line cuts off, in a tag over lines",
      '{{< a k="b\n l="c" >}}',
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-7 key "k"',
        '7-8 equals "="',
        '8-10 value quoted "b" !shortcode-string 8-9',
        '12-13 key "l"',
        '13-14 equals "="',
        '14-17 value quoted "c"',
        '18-21 close ">}}"',
      ],
    ],
    ["quotes at the very end", '{{< a "', ['0-7 text "{{< a \\"" !shortcode-string 6-7']],
    [
      "a raw value without its end",
      "{{< a `b >}} c",
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-9 value raw "b" !shortcode-string 6-7',
        '9-12 close ">}}"',
        '12-14 text " c"',
      ],
    ],
    [
      "a tag that the text's end cuts off",
      "a {{< b c",
      ['0-2 text "a "', '2-9 text "{{< b c" !shortcode-unclosed-tag 2-7'],
    ],
    [
      "a tag that another one cuts off",
      "{{< a b {{< c >}}",
      [
        '0-8 text "{{< a b " !shortcode-unclosed-tag 0-5',
        '8-11 open "{{<"',
        '12-13 name "c"',
        '14-17 close ">}}"',
      ],
    ],
    [
      "a bare value that another tag cuts off",
      "{{< a k=b{{% c %}}",
      [
        '0-9 text "{{< a k=b" !shortcode-unclosed-tag 0-5',
        '9-12 open "{{%"',
        '13-14 name "c"',
        '15-18 close "%}}"',
      ],
    ],
    [
      "prose after a tag without an end is no error of its own",
      "{{< a\n\nSo, it's (prose).\n\n{{< b >}}",
      [
        '0-26 text "{{< a\\n\\nSo, it\'s (prose).\\n\\n" !shortcode-unclosed-tag 0-5',
        '26-29 open "{{<"',
        '30-31 name "b"',
        '32-35 close ">}}"',
      ],
    ],
    [
      "a quote that runs into later tags",
      "{{< a `b >}} {{< c >}} `d` {{< e >}}",
      [
        '0-3 open "{{<"',
        '4-5 name "a"',
        '6-24 value raw "b >}} {{< c >}} "',
        '24-25 value bare "d"',
        '25-33 value raw " {{< e" !shortcode-string 25-26',
        '33-36 close ">}}"',
      ],
    ],
    ["an opening delimiter alone", "{{<", ['0-3 text "{{<" !shortcode-unclosed-tag 0-3']],
    ["no name", '{{< "a" >}}', ['0-3 open "{{<"', '4-7 value quoted "a"', '8-11 close ">}}"']],
    [
      "a name after a parameter",
      '{{< "a" b k=v >}}',
      [
        '0-3 open "{{<"',
        '4-7 value quoted "a"',
        '8-9 value bare "b"',
        '10-11 key "k"',
        '11-12 equals "="',
        '12-13 value bare "v"',
        '14-17 close ">}}"',
      ],
    ],
    [
      "a name after a stray sign",
      "{{< ! a >}}",
      [
        '0-3 open "{{<"',
        '4-5 unexpected "!" !shortcode-character 4-5',
        '6-7 name "a"',
        '8-11 close ">}}"',
      ],
    ],
    [
      "a raw value that hides the next tag, before one without an end",
      "{{< `{{< a` b",
      [
        '0-5 text "{{< `" !shortcode-unclosed-tag 0-3',
        '5-13 text "{{< a` b" !shortcode-string 10-11',
      ],
    ],
    [
      "two slashes",
      "{{< / / a >}}",
      [
        '0-3 open "{{<"',
        '4-5 slash "/"',
        '6-7 unexpected "/" !shortcode-character 6-7',
        '8-9 name "a"',
        '10-13 close ">}}"',
      ],
    ],
  ]);
});

describe("any text", () => {
  test("is covered by its tokens without a gap", () => {
    fc.assert(
      fc.property(taggedText, (text) => {
        const tokens = lex(text);
        expect(tokens.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
        tokens.forEach((token, index) => {
          expect(token.start).toBe(tokens[index - 1]?.end ?? 0);
          expect(token.end).toBeGreaterThan(token.start);
        });
      }),
      { numRuns: 2000 },
    );
  });

  test("has whole tags only: opened, named at most once, ended", () => {
    fc.assert(
      fc.property(taggedText, (text) => {
        const types = lex(text).map(({ type }) => type[0]);
        const tags = types.join("").replace(/[tl]/g, "");
        // One letter a type: open, blank, slash, name, key, equals, value, unexpected, close.
        expect(tags).toMatch(/^(?:o[bsveuk]*n?[bsveuk]*c)*$/);
      }),
      { numRuns: 2000 },
    );
  });

  test("has errors inside of the token that they belong to", () => {
    fc.assert(
      fc.property(taggedText, (text) => {
        for (const { start, end, error } of lex(text)) {
          if (error === undefined) continue;
          expect(error.start).toBeGreaterThanOrEqual(start);
          // An escape's range takes in the backtick after its backslash.
          expect(error.end).toBeLessThanOrEqual(end + 1);
          expect(error.end).toBeGreaterThan(error.start);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
