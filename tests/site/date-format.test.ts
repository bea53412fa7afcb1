/** Dates in the language of a site. */
import { expect, test } from "vitest";
import { dateFormat } from "../../src/site/date-format.ts";

const DAY = new Date("2026-05-01");
const FORMAT = { dateStyle: "long", timeZone: "UTC" } as const;

test.each([
  ["en", "May 1, 2026"],
  ["de-AT", "1. Mai 2026"],
  ["no language", "May 1, 2026"],
  ["en_US", "May 1, 2026"],
])("are written in %s", (language, text) => {
  expect(dateFormat(language, FORMAT).format(DAY)).toBe(text);
});
