/** Where titles may break. */
import { expect, test } from "vitest";
import { titleParts } from "../../src/layouts/title-words.ts";
import { workTime } from "../helpers/work-time.ts";

/** A title with its whole words in brackets. */
function shown(title: string): string {
  return titleParts(title)
    .map(({ text, isWhole }) => (isWhole ? `[${text}]` : text))
    .join("");
}

test.each([
  ["", ""],
  ["Monitoring", "Monitoring"],
  ["Ingest from self-hosted PostgreSQL", "Ingest from [self-hosted] PostgreSQL"],
  ["Step-by-step", "[Step-by-step]"],
  ["Before - and after -- this -x y-", "Before - and after -- this -x y-"],
  ["A word-that-is-far-too-long-for-a-phone", "A word-that-is-far-too-long-for-a-phone"],
])("%j", (title, expected) => {
  expect(shown(title)).toBe(expected);
});

test("many hyphens take no more than linear time", () => {
  const time = workTime(() => {
    expect(titleParts("-".repeat(200_000))).toHaveLength(1);
    expect(titleParts("a-".repeat(100_000)).length).toBeGreaterThan(0);
  });
  expect(time).toBeLessThan(1000);
});
