/** Texts on one line. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { oneLine } from "../../src/text/one-line.ts";

/** Words and every kind of white space that JavaScript knows. */
const piece = fc.constantFrom(
  "a",
  "b c",
  " ",
  "  ",
  "\n",
  "\r\n",
  "\t",
  "\u00a0",
  "\u2028",
  "\ufeff",
);

test("have single blanks between words and none around, whatever they were written with", () => {
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join("");
      expect(oneLine(text)).toBe(text.split(/\s+/).filter(Boolean).join(" "));
    }),
  );
});
