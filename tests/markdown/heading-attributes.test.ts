/** Attributes at the end of headings. */
import { describe, expect, test } from "vitest";
import { remarkHeadingAttributes } from "../../src/markdown/heading-attributes.ts";
import { htmlOf, through } from "./helpers.ts";

function html(markdown: string): string {
  return htmlOf(through(markdown, remarkHeadingAttributes).tree);
}

describe("attributes", () => {
  test.each([
    ["## A {#id}", '<h2 id="id">A</h2>'],
    ["## A{#id}", '<h2 id="id">A</h2>'],
    ["## A {#id} ##", '<h2 id="id">A</h2>'],
    ["## A ## {#id}", '<h2 id="id">A</h2>'],
    ["## A {#id .b .c}  ", '<h2 id="id" class="b c">A</h2>'],
    ['## A {#id data-x="y z" lang=en}', '<h2 id="id" data-x="y z" lang="en">A</h2>'],
    ["## A {onclick=x ONLOAD=y #id}", '<h2 id="id">A</h2>'],
    ["## *A* {#id}", '<h2 id="id"><em>A</em></h2>'],
    ["## A `{#x}` {#id}", '<h2 id="id">A <code>{#x}</code></h2>'],
    ["## {#id}", '<h2 id="id"></h2>'],
    ["A {#id}\n===", '<h1 id="id">A</h1>'],
    ["A # {#id}\n---", '<h2 id="id">A #</h2>'],
    ["a\nB {#id}\n---", '<h2 id="id">a\nB</h2>'],
    ["- ## A {#id}", '<ul>\n<li>\n<h2 id="id">A</h2>\n</li>\n</ul>'],
    ["## A {}", "<h2>A</h2>"],
  ])("%j", (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });
});

describe("plain text", () => {
  test.each([
    ["## A {#id} b", "<h2>A {#id} b</h2>"],
    ["## A {id='x'}", "<h2>A {id='x'}</h2>"],
    ["## A {checked}", "<h2>A {checked}</h2>"],
    ["## A \\{#id}", "<h2>A {#id}</h2>"],
    ["## A `{#id}`", "<h2>A <code>{#id}</code></h2>"],
    ["## A {#id", "<h2>A {#id</h2>"],
    ["## A {a={#id}}", "<h2>A {a={#id}}</h2>"],
    ["A {#id}\nb\n---", "<h2>A {#id}\nb</h2>"],
    ["A {#id}", "<p>A {#id}</p>"],
  ])("%j", (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });
});
