/** Texts that are kept as bytes. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { PackedText } from "../../src/text/packed-text.ts";

test("any text comes back as it was, but for halves of characters", () => {
  const unit = fc.constantFrom("a", "\0", "\xff", "\u0100", "😀", "\ud800", "\udc00");
  fc.assert(
    fc.property(fc.string({ unit }), (text) => {
      const packed = new PackedText(text);
      expect(packed.toString()).toBe(text.toWellFormed());
      expect(new PackedText(packed.bytes).toString()).toBe(text.toWellFormed());
    }),
  );
});

test("a text takes the memory of its bytes, and no more", () => {
  const { bytes } = new PackedText("“a” – b".repeat(5000));
  expect(bytes.buffer.byteLength).toBe(bytes.length);
});
