/** The accent: whatever color a site names, what is painted with it can be seen and read. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accentOf, accentStyles } from "../../src/site/accent.ts";
import { type Color, contrast, hexOf, parseColor } from "../../src/site/color.ts";
import { inRepository } from "../helpers/repository.ts";

function color(text: string): Color {
  const found = parseColor(text);
  if (found === undefined) throw new Error(`No color: ${text}`);
  return found;
}

const TOKENS = readFileSync(inRepository("src/styles/tokens.css"), "utf8");

/** Both values of a token of the style sheets. */
function token(name: string): { light: string; dark: string } {
  const [, light = "", dark = ""] =
    new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(TOKENS) ?? [];
  return { light, dark };
}

describe("colors", () => {
  test.each([
    ["#C23C10", "#c23c10"],
    ["#0b6", "#00bb66"],
    ["rgb(194 60 16)", "#c23c10"],
    ["rgb(100%, 0%, 20%)", "#ff0033"],
    ["hsl(120deg 100% 20%)", "#006600"],
    ["hsl(-120, 100%, 50%)", "#0000ff"],
    ["oklch(0.628 0.2577 29.23)", "#ff0000"],
    ["oklch(62.8% 64.4% 29.23deg)", "#ff0000"],
    ["#000", "#000000"],
    ["#fff", "#ffffff"],
  ])("%s is %s", (text, hex) => {
    expect(hexOf(color(text))).toBe(hex);
  });

  test.each(["", "gren", "#12", "#12345", "rgb(1 2)", "rgb(300 0 0)", "#0b6f", "rgb(0 0 0 / 50%)"])(
    "%j is none",
    (text) => {
      expect(parseColor(text)).toBeUndefined();
    },
  );

  test("a color of a screen comes back as it was", () => {
    const part = fc.integer({ min: 0, max: 0xffffff });
    fc.assert(
      fc.property(part, (value) => {
        const hex = `#${value.toString(16).padStart(6, "0")}`;
        expect(hexOf(color(hex))).toBe(hex);
      }),
    );
  });

  test("contrast is that of WCAG", () => {
    expect(contrast(color("#fff"), color("#000"))).toBeCloseTo(21, 5);
    expect(contrast(color("#777"), color("#fff"))).toBeCloseTo(4.48, 2);
  });
});

describe("an accent", () => {
  const themes = ["light", "dark"] as const;
  const grounds = (theme: "light" | "dark"): Color[] =>
    ["paper", "paper-2", "paper-3"].map((name) => color(token(name)[theme]));

  test("can be read in both themes, whatever its color", () => {
    const value = fc
      .integer({ min: 0, max: 0xffffff })
      .map((n) => `#${n.toString(16).padStart(6, "0")}`);
    fc.assert(
      fc.property(value, fc.option(value, { nil: undefined }), (light, dark) => {
        const accent = accentOf({ light: color(light), dark: dark ? color(dark) : undefined });
        for (const theme of themes) {
          const { blaze, ink, strongInk, tint, onBlaze, selection } = accent[theme];
          for (const ground of [...grounds(theme), color(tint)]) {
            expect(contrast(color(blaze), ground)).toBeGreaterThanOrEqual(3);
            expect(contrast(color(ink), ground)).toBeGreaterThanOrEqual(4.5);
            expect(contrast(color(strongInk), ground)).toBeGreaterThanOrEqual(7);
          }
          expect(contrast(color(onBlaze), color(blaze))).toBeGreaterThanOrEqual(4.5);
          for (const own of [tint, selection])
            expect(contrast(color(token("ink")[theme]), color(own))).toBeGreaterThanOrEqual(7);
        }
      }),
    );
  });

  test("that can be seen is shown as it was named", () => {
    const accent = accentOf({ light: color("#c23c10"), dark: color("#ff7d50") });
    expect(accent.light.blaze).toBe("#c23c10");
    expect(accent.dark.blaze).toBe("#ff7d50");
  });

  test("sets tokens that the style sheets have", () => {
    const styles = accentStyles(accentOf({ light: color("#06c"), dark: undefined }));
    const names = [...styles.matchAll(/(--[\w-]+):/g)].map(([, name]) => name);
    expect(new Set(names).size).toBe(5);
    for (const name of names) expect(TOKENS).toContain(`${name}:`);
  });
});
