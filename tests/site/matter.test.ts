/** Where front matter ends and content starts. */
import { describe, expect, test } from "vitest";
import { splitFrontMatter } from "../../src/text/front-matter.ts";
import { Source } from "../../src/text/source.ts";
import { workTime } from "../helpers/work-time.ts";

/** `format|matter|content`, or the problem with its range. */
function split(text: string): string {
  const { format, range, bodyStart, problem } = splitFrontMatter(new Source("a.md", text));
  if (problem !== undefined) return `${problem.reason} ${problem.range.start}-${problem.range.end}`;
  return `${format}|${text.slice(range.start, range.end)}|${text.slice(bodyStart)}`;
}

describe("front matter and content", () => {
  test.each([
    ["YAML", "---\na: 1\n---\nText", "yaml|a: 1\n|Text"],
    ["TOML", "+++\na = 1\n+++\nText", "toml|a = 1\n|Text"],
    ["JSON", '{ "a": "}" }\nText', 'json|{ "a": "}" }|Text'],
    ["JSON over lines", '{\n"a": {}\n}\nText', 'json|{\n"a": {}\n}|Text'],
    ["CRLF", "---\r\na: 1\r\n---\r\nText", "yaml|a: 1\r\n|Text"],
    ["a byte order mark", "\ufeff---\na: 1\n---\nText", "yaml|a: 1\n|Text"],
    ["blank lines before", "\n \t\r\n---\na: 1\n---\nText", "yaml|a: 1\n|Text"],
    ["nothing in it", "---\n---\nText", "yaml||Text"],
    ["nothing after it", "---\na: 1\n---", "yaml|a: 1\n|"],
    ["text behind the closing line's delimiter", "---\na: 1\n---Text\n", "yaml|a: 1\n|Text\n"],
    ["blanks behind the delimiters", "--- \na: 1\n--- \nText", "yaml|a: 1\n|Text"],
    ["a delimiter in the middle of a line", "---\na: b---\n---\nText", "yaml|a: b---\n|Text"],
  ])("%s", (_, text, expected) => expect(split(text)).toBe(expected));

  test.each([
    ["a shortcode", "{{< note >}}"],
    ["a Markdown shortcode", "{{% note %}}"],
    ["a list", "- item\n"],
    ["a thematic break", "---\n\nText.\n"],
    ["a break of four hyphens", "----\ntitle: a\n"],
    ["a break and a heading", "---\n# Heading\n\nNote: text\n"],
    ["a word after the hyphens", "--- a\nb: c\n---\n"],
    ["a brace", "{ x }"],
    ["nothing", ""],
  ])("a file that starts with %s is all content", (_, text) =>
    expect(split(text)).toBe(`none||${text}`),
  );

  test("a byte order mark is no content", () => expect(split("\ufeffText")).toBe("none||Text"));

  test.each([
    ["---\ntitle: a\n\nText", "unclosed 0-3"],
    ["\n---\n# comment\ntitle: a\n", "unclosed 1-4"],
    ["\ufeff+++\ntitle = 1\n", "unclosed 1-4"],
    ['{ "title": "a" ', "unclosed 0-1"],
    ["#+TITLE: a\n", "org 0-2"],
  ])("%j: %s", (text, expected) => expect(split(text)).toBe(expected));

  test("thousands of blank lines take no time", () => {
    const time = workTime(() => {
      for (const line of ["\r\n", " \r", "\n"]) split(`${line.repeat(50_000)}x`);
    });
    expect(time).toBeLessThan(1_000);
  });
});
