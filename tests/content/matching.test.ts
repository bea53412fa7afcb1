/** As many pairs as there can be: a thing gives up its partner where that makes room. */
import { expect, test } from "vitest";
import { withoutPartner } from "./lib/matching.ts";

const alone = (...candidates: number[][]): number[] =>
  withoutPartner(candidates.length, (at) => candidates[at] ?? []);

test("each partner is taken once", () => {
  expect(alone([0], [0])).toEqual([1]);
  expect(alone([0], [1])).toEqual([]);
});

test("what has a choice leaves the only partner to another", () => {
  expect(alone([0, 1], [0])).toEqual([]);
  expect(alone([0, 1], [0, 2], [0])).toEqual([]);
  expect(alone([0, 1], [0, 1], [0, 1])).toEqual([2]);
});

test("what nothing fits is alone", () => {
  expect(alone([], [0])).toEqual([0]);
});
