/** What a fragment can mean. */
import { expect, test } from "vitest";
import { idsOfHash } from "../../src/client/hash.ts";

test.each([
  ["", []],
  ["#", []],
  ["#a-b", ["a-b"]],
  ["#caf%C3%A9", ["caf%C3%A9", "café"]],
  ["#100%", ["100%"]],
  ["#%E9", ["%E9"]],
])("%j", (hash, ids) => {
  expect(idsOfHash(hash)).toEqual(ids);
});
