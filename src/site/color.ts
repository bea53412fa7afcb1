/**
 * Colors of style sheets: read, measured, made lighter or darker. Lightness is that of
 * OKLCH, which follows the eye (CSS Color 4, section 9; the matrices are those of its
 * sample code), contrast that of WCAG 2.2.
 */

/** Lightness 0 to 1, chroma 0 to about 0.4, hue in degrees. */
export interface Color {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

type Triple = readonly [number, number, number];

/** `#rgb`, `#rrggbb`, `rgb()`, `hsl()` or `oklch()`, without transparency; undefined for all else. */
export function parseColor(text: string): Color | undefined {
  const value = text.trim().toLowerCase();
  if (value.startsWith("#")) return parseHex(value);
  const found = /^(rgb|hsl|oklch)a?\(([^()]*)\)$/.exec(value);
  const parts = (found?.[2] ?? "").split(/[\s,]+/).filter((part) => part !== "");
  if (found === null || parts.length !== 3) return undefined;
  return parseFunction(found[1] ?? "", parts);
}

/** A color as `#rrggbb`; chroma that screens do not have is taken away. */
export function hexOf(color: Color): string {
  return `#${rgbOf(color)
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

/** WCAG 2.2, contrast ratio: 1 to 21, of the colors as they are written. */
export function contrast(a: Color, b: Color): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/**
 * The color nearest to `color` that has at least `ratio` against all `grounds`, found
 * by going darker or lighter in small steps. The end of the way is black or white.
 */
export function readable(
  color: Color,
  grounds: readonly Color[],
  ratio: number,
  way: "darker" | "lighter",
): Color {
  const step = way === "darker" ? -0.005 : 0.005;
  let at = color;
  while (at.l >= 0 && at.l <= 1) {
    const tried = at;
    if (grounds.every((ground) => contrast(tried, ground) >= ratio)) return tried;
    at = { ...at, l: at.l + step };
  }
  return { l: way === "darker" ? 0 : 1, c: 0, h: color.h };
}

function parseHex(value: string): Color | undefined {
  if (!/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/.test(value)) return undefined;
  const digits = value.length === 4 ? value.replace(/[0-9a-f]/g, "$&$&") : value;
  const part = (at: number): number => Number.parseInt(digits.slice(at, at + 2), 16) / 255;
  return fromRgb([part(1), part(3), part(5)]);
}

function parseFunction(name: string, parts: readonly string[]): Color | undefined {
  const [a = "", b = "", c = ""] = parts;
  if (name === "rgb") return colorOf([a, b, c].map((part) => numberOf(part, 255, 1 / 255)));
  if (name === "hsl") {
    const [h, s, l] = [angleOf(a), numberOf(b, 100, 0.01), numberOf(c, 100, 0.01)];
    if (h === undefined || s === undefined || l === undefined) return undefined;
    return fromRgb(hslToRgb(h, s, l));
  }
  const [l, chroma, h] = [numberOf(a, 1, 1), numberOf(b, 0.4, 1), angleOf(c)];
  if (l === undefined || chroma === undefined || h === undefined) return undefined;
  return { l, c: chroma, h };
}

function colorOf(parts: readonly (number | undefined)[]): Color | undefined {
  const [r, g, b] = parts;
  return r === undefined || g === undefined || b === undefined ? undefined : fromRgb([r, g, b]);
}

/** A number up to `most`, or a percentage of it, times `factor`. */
function numberOf(text: string, most: number, factor: number): number | undefined {
  const found = /^(\d*\.?\d+)(%?)$/.exec(text);
  if (found === null) return undefined;
  const value = found[2] === "%" ? (Number(found[1]) / 100) * most : Number(found[1]);
  return value > most ? undefined : value * factor;
}

function angleOf(text: string): number | undefined {
  const found = /^(-?\d*\.?\d+)(?:deg)?$/.exec(text);
  return found === null ? undefined : ((Number(found[1]) % 360) + 360) % 360;
}

/** CSS Color 4, section 7.1. */
function hslToRgb(h: number, s: number, l: number): Triple {
  const part = (n: number): number => {
    const k = (n + h / 30) % 12;
    return l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return [part(0), part(8), part(4)];
}

function fromRgb([red, green, blue]: Triple): Color {
  const [r, g, b] = [toLinear(red), toLinear(green), toLinear(blue)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  const x = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const y = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    l: Math.min(1, Math.max(0, lightness)),
    c: Math.hypot(x, y),
    h: (Math.atan2(y, x) * 180) / Math.PI,
  };
}

/** sRGB, 0 to 1; the chroma is lowered until the color is one of a screen. */
function rgbOf(color: Color): Triple {
  const whole = toRgb(color);
  if (isInGamut(whole)) return clamped(whole);
  let [low, high] = [0, color.c];
  for (let round = 0; round < 20; round++) {
    const middle = (low + high) / 2;
    if (isInGamut(toRgb({ ...color, c: middle }))) low = middle;
    else high = middle;
  }
  return clamped(toRgb({ ...color, c: low }));
}

function toRgb({ l: lightness, c, h }: Color): Triple {
  const x = c * Math.cos((h * Math.PI) / 180);
  const y = c * Math.sin((h * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * x + 0.2158037573 * y) ** 3;
  const m = (lightness - 0.1055613458 * x - 0.0638541728 * y) ** 3;
  const s = (lightness - 0.0894841775 * x - 1.291485548 * y) ** 3;
  return [
    fromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    fromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    fromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function isInGamut(rgb: Triple): boolean {
  return rgb.every((part) => part >= -0.0005 && part <= 1.0005);
}

function clamped([r, g, b]: Triple): Triple {
  const clamp = (part: number): number => Math.min(1, Math.max(0, part));
  return [clamp(r), clamp(g), clamp(b)];
}

/** WCAG 2.2, relative luminance; of the rounded color, since that is what is shown. */
function luminance(color: Color): number {
  const [r, g, b] = rgbOf(color).map((part) => toLinear(Math.round(part * 255) / 255));
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function toLinear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function fromLinear(part: number): number {
  return part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055;
}
