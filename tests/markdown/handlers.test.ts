/** Nodes whose HTML is this dialect's own. */
import { describe, expect, test } from "vitest";
import { htmlOf, through } from "./helpers.ts";

function html(markdown: string): string {
  return htmlOf(through(markdown).tree);
}

describe("definition lists", () => {
  test.each([
    ["A\n: a *b*", "<dl>\n<dt>A</dt>\n<dd>a <em>b</em></dd>\n</dl>"],
    ["A\nB\n: a\n: b", "<dl>\n<dt>A</dt>\n<dt>B</dt>\n<dd>a</dd>\n<dd>b</dd>\n</dl>"],
    ["A\n\n: a", "<dl>\n<dt>A</dt>\n<dd>\n<p>a</p>\n</dd>\n</dl>"],
    ["A\n: a\n  - b", "<dl>\n<dt>A</dt>\n<dd>a\n<ul>\n<li>b</li>\n</ul></dd>\n</dl>"],
    ["A\n: a\n\n  b", "<dl>\n<dt>A</dt>\n<dd>\n<p>a</p>\n<p>b</p>\n</dd>\n</dl>"],
  ])("%j", (markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });
});

test("an ordered list keeps its start", () => {
  expect(html("7. a\n8. b")).toBe('<ol start="7">\n<li>a</li>\n<li>b</li>\n</ol>');
});

test.each([2, 200])(
  "one loose item makes a list of %i items loose, and none leaves it tight",
  (count) => {
    const items = Array.from({ length: count }, (_, index) => `- ${index}\n`).join("");
    expect(html(items).match(/<li>/g)).toHaveLength(count);
    expect(html(items)).not.toContain("<p>");
    expect(html(`${items}\n  more`).match(/<li>\n<p>/g)).toHaveLength(count);
  },
);
