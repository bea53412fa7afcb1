/** Which heading a reader is at. */
import { expect, test } from "vitest";
import { currentHeading } from "../../src/client/reading-place.ts";

test.each([
  { name: "no headings", tops: [], isAtEnd: false, at: -1 },
  { name: "no headings at the end", tops: [], isAtEnd: true, at: -1 },
  { name: "before the first", tops: [300, 600], isAtEnd: false, at: 0 },
  {
    name: "the last one that has passed the line",
    tops: [-900, 40, 260, 700],
    isAtEnd: false,
    at: 1,
  },
  { name: "exactly on the line is not past it", tops: [-10, 200], isAtEnd: false, at: 0 },
  { name: "all passed", tops: [-900, -20], isAtEnd: false, at: 1 },
  { name: "at the end, the last", tops: [-900, 40, 260, 700], isAtEnd: true, at: 3 },
])("$name", ({ tops, isAtEnd, at }) => {
  expect(currentHeading(tops, 200, isAtEnd)).toBe(at);
});
