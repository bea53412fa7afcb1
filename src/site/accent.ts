/**
 * The accent of a site: the few colors that the style sheets paint with, derived from
 * the one that the settings name, so that all of them can be read (WCAG 2.2: 1.4.3 text
 * 4.5:1, 1.4.6 more contrast 7:1, 1.4.11 marks 3:1).
 */
import { type Color, contrast, hexOf, parseColor, readable } from "./color.ts";

/** What the settings name; without `dark` it is made from `light`. */
export interface AccentColors {
  readonly light: Color;
  readonly dark: Color | undefined;
}

/** The colors of one theme, as `#rrggbb`. */
export interface AccentTheme {
  readonly blaze: string;
  readonly ink: string;
  /** The ink where the reader asks for more contrast. */
  readonly strongInk: string;
  readonly tint: string;
  readonly onBlaze: string;
  readonly selection: string;
}

/** The colors of both themes. */
export interface Accent {
  readonly light: AccentTheme;
  readonly dark: AccentTheme;
}

/** The grounds of src/styles/tokens.css: page, code, hover. */
const PAPERS = {
  light: ["#fdfcfb", "#f6f4f1", "#ece8e3"],
  dark: ["#161514", "#1f1d1b", "#2d2a27"],
} as const;

type Theme = keyof typeof PAPERS;

const TEXT = 4.5;
const STRONG_TEXT = 7;
const MARK = 3;

/** The dark theme's color is at least this light where the settings name none. */
const DARK_LIGHTNESS = 0.72;

/** The colors of both themes; a color that could not be seen is moved until it can. */
export function accentOf({ light, dark }: AccentColors): Accent {
  const made = { ...light, l: Math.max(light.l, DARK_LIGHTNESS) };
  return { light: themeOf(light, "light"), dark: themeOf(dark ?? made, "dark") };
}

/**
 * The style sheet of an accent: the tokens of src/styles/tokens.css anew, in their layer,
 * so that a style sheet of the site still wins. It wins over ours wherever it stands.
 */
export function accentStyles({ light, dark }: Accent): string {
  const pair = (name: keyof AccentTheme): string => `light-dark(${light[name]}, ${dark[name]})`;
  return `@layer reset, tokens;
@layer tokens {
  :root:root {
    --blaze: ${pair("blaze")};
    --blaze-ink: ${pair("ink")};
    --blaze-tint: ${pair("tint")};
    --on-blaze: ${pair("onBlaze")};
    --selection: ${pair("selection")};
  }
  @media (prefers-contrast: more) {
    :root:root {
      --blaze-ink: ${pair("strongInk")};
    }
  }
}
`;
}

function themeOf(color: Color, theme: Theme): AccentTheme {
  const way = theme === "light" ? "darker" : "lighter";
  const papers = PAPERS[theme].flatMap((hex) => parseColor(hex) ?? []);
  const isLight = theme === "light";
  const tint = {
    ...color,
    l: isLight ? 0.951 : 0.27,
    c: Math.min(color.c, isLight ? 0.022 : 0.04),
  };
  const selection = { ...tint, l: isLight ? 0.88 : 0.38, c: Math.min(color.c, 0.07) };
  const grounds = [...papers, tint];
  const blaze = readable(color, grounds, MARK, way);
  const ink = readable(blaze, grounds, TEXT, way);
  return {
    blaze: hexOf(blaze),
    ink: hexOf(ink),
    strongInk: hexOf(readable(ink, grounds, STRONG_TEXT, way)),
    tint: hexOf(tint),
    onBlaze: hexOf(onBlaze(blaze)),
    selection: hexOf(selection),
  };
}

/** What is written on the color: white, or nearly black; one of both can always be read. */
function onBlaze(blaze: Color): Color {
  const choices: Color[] = [
    { l: 1, c: 0, h: 0 },
    { l: 0.17, c: 0.02, h: blaze.h },
    { l: 0, c: 0, h: 0 },
  ];
  return choices.find((color) => contrast(color, blaze) >= TEXT) ?? { l: 0, c: 0, h: 0 };
}
