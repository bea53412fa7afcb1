/** Typographic punctuation: Goldmark's rules as a table. */
import { describe, expect, test } from "vitest";
import { remarkTypography } from "../../src/markdown/typography.ts";
import { fastest, htmlOf, through } from "./helpers.ts";

function html(markdown: string): string {
  return htmlOf(through(markdown, remarkTypography).tree);
}

/** The HTML of one paragraph, without the paragraph. */
function line(markdown: string): string {
  return html(markdown).replace(/^<p>|<\/p>$/g, "");
}

describe("dashes, ellipses, guillemets", () => {
  test.each([
    ["a -- b", "a – b"],
    ["a --- b", "a — b"],
    ["a---b--c-d", "a—b–c-d"],
    ["a ---- b", "a —- b"],
    ["a ----- b", "a —– b"],
    ["wait... no.. and....", "wait… no.. and…."],
    ["a << b >> c", "a « b » c"],
    ["1 >>> 2", "1 »> 2"],
    ["2010--2020", "2010–2020"],
  ])("%j", (markdown, expected) => {
    expect(line(markdown)).toBe(expected);
  });
});

describe("double quotes", () => {
  test.each([
    ['"a"', "“a”"],
    ['say "a b", now', "say “a b”, now"],
    ['("a")', "(“a”)"],
    ['"a" and "b".', "“a” and “b”."],
    ['a "b', "a “b"],
    ['a" b', 'a" b'],
    ['6" by 4"', '6" by 4"'],
    ['a"b', 'a"b'],
    ['"*a*"', "“<em>a</em>”"],
    ['*"a"*', "<em>“a”</em>"],
    ['"`a`"', "“<code>a</code>”"],
    ['"[a](/b)"', '“<a href="/b">a</a>”'],
    ['["a"](/b)', '<a href="/b">“a”</a>'],
    ['"a\nb"', "“a\nb”"],
    ['" a "', '" a "'],
    ['"a 21""', '“a 21"”'],
    ['"', '"'],
  ])("%j", (markdown, expected) => {
    expect(line(markdown)).toBe(expected);
  });
});

describe("single quotes and apostrophes", () => {
  test.each([
    ["don't", "don’t"],
    ["it's you're we've I'll", "it’s you’re we’ve I’ll"],
    ["'a' b", "‘a’ b"],
    ["say 'a b', now", "say ‘a b’, now"],
    ["the '90s were", "the ’90s were"],
    ["the '90sx", "the ‘90sx"],
    ["'twas, 'em, 'n", "’twas, ’em, ’n"],
    ["users' tables", "users’ tables"],
    ["'a'", "‘a’"],
    ["a 'b", "a ‘b"],
    ["`a`'s b", "<code>a</code>’s b"],
    ["*a*'s b", "<em>a</em>’s b"],
    ["5'10 x", "5'10 x"],
    ["größer's Ö'Ä", "größer’s Ö’Ä"],
    ["\"'a' b\"", "“‘a’ b”"],
  ])("%j", (markdown, expected) => {
    expect(line(markdown)).toBe(expected);
  });
});

describe("what stays", () => {
  test.each([
    ['`"a" -- b`', '<code>"a" -- b</code>'],
    ['\\"a\\"', '"a"'],
    ["\\-- a \\... b", "-- a ... b"],
    ["a -\\- b", "a -- b"],
    ["&quot;a&quot; &#39;b", '"a" \'b'],
    ['&amp; "a"', "&#x26; “a”"],
    ["https://a.example/b--c", '<a href="https://a.example/b--c">https://a.example/b--c</a>'],
    ["<https://a.example/b--c>", '<a href="https://a.example/b--c">https://a.example/b--c</a>'],
    ["[a--b](/c--d)", '<a href="/c--d">a–b</a>'],
    ['![a "b"](/c--d)', '<img src="/c--d" alt="a “b”">'],
    ['[a](/b "c -- d")', '<a href="/b" title="c -- d">a</a>'],
  ])("%j", (markdown, expected) => {
    expect(line(markdown)).toBe(expected);
  });

  test("code blocks and raw HTML", () => {
    const { tree } = through('```text\n"a"\n```\n\n<b title="c">"d"</b> -- e\n', remarkTypography);
    const [code, paragraph] = tree.children;
    expect(code).toMatchObject({ type: "code", value: '"a"' });
    expect(paragraph).toMatchObject({
      children: [
        { type: "html", value: '<b title="c">' },
        { type: "text", value: "“d”" },
        { type: "html", value: "</b>" },
        { type: "text", value: " – e" },
      ],
    });
  });
});

describe("blocks", () => {
  test("quotes that are open do not reach into the next block", () => {
    expect(html('"a\n\nb" c')).toBe('<p>“a</p>\n<p>b" c</p>');
  });

  test.each([
    ["# 'a' b", "<h1>‘a’ b</h1>"],
    ["- 'a' b", "<ul>\n<li>‘a’ b</li>\n</ul>"],
    ["> 'a' b", "<blockquote>\n<p>‘a’ b</p>\n</blockquote>"],
    ["'a' b\n: 'c' d", "<dl>\n<dt>‘a’ b</dt>\n<dd>‘c’ d</dd>\n</dl>"],
  ])("%j", (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });

  test("table cells, each on its own", () => {
    const cells = html('| "a" | b" |\n|--|--|\n| c-- | d |').match(/<t[hd]>.*?<\/t[hd]>/g);
    expect(cells).toEqual(["<th>“a”</th>", '<th>b"</th>', "<td>c–</td>", "<td>d</td>"]);
  });

  test("escapes are found in lines with quote marks before them", () => {
    expect(html('> a "b"\n> \\"c\\" "d"')).toBe(
      '<blockquote>\n<p>a “b”\n"c" “d”</p>\n</blockquote>',
    );
  });
});

test("four times the quotes on a line take some four times as long", () => {
  const time = (count: number): number => {
    const markdown = '"a" \'b\' -- ... \\" '.repeat(count);
    return fastest(() => through(markdown, remarkTypography));
  };
  expect(time(8_000)).toBeLessThan(Math.max(5, time(2_000)) * 12);
});
