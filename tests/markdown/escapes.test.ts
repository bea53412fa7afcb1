/** Escaped characters of a text. */
import { expect, test } from "vitest";
import { escapedIn } from "../../src/markdown/escapes.ts";

test.each([
  ["a", "a", undefined],
  ["a b", "a  b", undefined],
  ['"', '\\"', [0]],
  ['a "b"', 'a \\"b"', [2]],
  ['"', "&quot;", [0]],
  ["'-", "&#39;&#x2d;", [0, 1]],
  ['&foo; "', '&foo; \\"', [6]],
  ['\\a "', '\\a \\"', [3]],
  ['\\"', '\\\\"', [0]],
  ["😀-", "&#x1F600;\\-", [0, 2]],
  ['a\n"b"', 'a\n> \\"b"', [2]],
])("%j, written %j", (value, source, expected) => {
  const escaped = escapedIn(value, source);
  expect(escaped && [...escaped]).toEqual(expected);
});
