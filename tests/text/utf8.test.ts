/** Texts as bytes, in memory of their own or for now. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { joinedForNow, utf8 } from "../../src/text/utf8.ts";

const part = fc.oneof(fc.string({ unit: "binary" }), fc.uint8Array());

test("parts are joined, whatever was joined before", () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
      const expected = Buffer.concat(
        parts.map((each) => (typeof each === "string" ? utf8(each) : each)),
      );
      expect(Buffer.from(joinedForNow(parts)).equals(expected)).toBe(true);
    }),
  );
});

test("a half of a character is written as the sign for one that is unknown", () => {
  expect(Buffer.from(joinedForNow(["a\ud800", "b"])).toString()).toBe("a\ufffdb");
});

test("what is long has its own memory", () => {
  const long = "é".repeat(3_000_000);
  const bytes = joinedForNow([long, new Uint8Array([33])]);
  joinedForNow(["x".repeat(100)]);
  expect(Buffer.from(bytes).toString()).toBe(`${long}!`);
});
