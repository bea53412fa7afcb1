/** The order of the themes. */
import { expect, test } from "vitest";
import { nextTheme } from "../../src/client/theme.ts";

test.each([
  ["", "light"],
  ["light", "dark"],
  ["dark", ""],
  ["of another time", ""],
])("after %j comes %j", (theme, next) => {
  expect(nextTheme(theme)).toBe(next);
});
