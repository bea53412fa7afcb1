/** Hugo's ids. */
import type { Heading } from "mdast";
import { visit } from "unist-util-visit";
import { describe, expect, test } from "vitest";
import { remarkHeadingAttributes } from "../../src/markdown/heading-attributes.ts";
import { headingId, headingIdOf, remarkHeadingIds } from "../../src/markdown/heading-ids.ts";
import { remarkTypography } from "../../src/markdown/typography.ts";
import { workTime } from "../helpers/work-time.ts";
import { type Stepped, through } from "./helpers.ts";

function steps(markdown: string): Stepped {
  return through(markdown, remarkHeadingAttributes, remarkTypography, remarkHeadingIds);
}

function ids(markdown: string): (string | undefined)[] {
  const found: (string | undefined)[] = [];
  visit(steps(markdown).tree, "heading", (heading: Heading) => {
    found.push(headingIdOf(heading));
  });
  return found;
}

describe("the id of a text", () => {
  test.each([
    ["Before you begin", "before-you-begin"],
    ["A. Configure PostgreSQL", "a-configure-postgresql"],
    ["1. (Optional) Create a cluster", "1-optional-create-a-cluster"],
    ["Trial/POC, what if I can't?", "trialpoc-what-if-i-cant"],
    ["a  b - c", "a--b---c"],
    ["wal_level = logical", "wal_level--logical"],
    ["Größe ÄÖÜ ß", "größe-äöü-ß"],
    ["İ Σ ΑΣ", "i-σ-ασ"],
    ["語 한 ④ ½ ٣", "語-한---٣"],
    ["e\u0301 a\u00a0b c\td 😀", "e-ab-cd-"],
    ["---", "---"],
    ["!?", "heading"],
    ["", "heading"],
    ["  a ", "a"],
  ])("%j", (text, expected) => {
    expect(headingId(text)).toBe(expected);
  });
});

describe("the ids of a page", () => {
  test.each([
    ["## `code` *and* [link](/x) ![alt](y)", ["code-and-link-alt"]],
    ["## [a *b*](/x) **c `d`**", ["a--c"]],
    ["## a <b>c</b> &amp; d", ["a-c--d"]],
    ['## Don\'t -- stop... "now"', ["dont--stop-now"]],
    ["## [don't stop](/x) it", ["don-it"]],
    ["## <https://a.example> b", ["b"]],
    ["## a[^1]\n\n[^1]: b", ["a"]],
    ["first\nsecond\n===", ["second"]],
    ["##", [undefined]],
    ["## !", ["heading"]],
    ["## Foo\n## Foo\n## Foo-1", ["foo", "foo-1", "foo-1-1"]],
    ["## Foo\n## Foo\n## Foo", ["foo", "foo-1", "foo-2"]],
    ["## A {#foo}\n## Foo\n## B {#foo-2}\n## Foo", ["foo", "foo-1", "foo-2", "foo-3"]],
    ["## Foo\n## A {#foo}", ["foo", "foo"]],
    ["## A {#Straße.X}", ["Straße.X"]],
    ["## {#x}", ["x"]],
    ["- ## A\n\n  > ### A\n\n1. #### A", ["a", "a-1", "a-2"]],
  ])("%j", (markdown, expected) => {
    expect(ids(markdown)).toEqual(expected);
  });
});

test("two headings with one explicit id", () => {
  expect(steps("## One {#same}\n\ntext\n\n## Two {#same}\n").messages).toEqual([
    '5:1-5:15: Unexpected heading id "same", expected one that no other heading has [heading-id]',
  ]);
});

test("ten thousand headings of one text take linear time", () => {
  const markdown = "## Same\n\n".repeat(10_000);
  const time = workTime(() => expect(ids(markdown).at(-1)).toBe("same-9999"));
  expect(time).toBeLessThan(5_000);
});
