/** The settings of a site's look: logo, accent, style sheets, direction. */
import { namesOf } from "../data/field-table.ts";
import type { DataNode } from "../data/types.ts";
import { nearest } from "../text/nearest.ts";
import { type Accent, accentOf } from "./accent.ts";
import { type Color, hexOf, parseColor } from "./color.ts";
import { type Fields, textOf } from "./fields.ts";
import { ACCENT, DIRECTIONS, LOGO } from "./settings-table.ts";
import type { LogoSettings, LookSettings, SettingsFile } from "./types.ts";

const THEMES = ["light", "dark"] as const;

type Theme = (typeof THEMES)[number];

/** Scripts that run from right to left (Unicode: Script property, right-to-left scripts in use). */
const RTL_SCRIPTS = new Set("Adlm Arab Hebr Mand Mend Nkoo Rohg Samr Syrc Thaa".split(" "));

/** Reads the look; faults are told. `language`: that of the texts. */
export function readLook(fields: Fields, language: string): LookSettings {
  return {
    accent: readAccent(fields),
    logo: readLogo(fields),
    styles: fields.texts("styles").flatMap((node) => fileOf(fields, "styles", node) ?? []),
    direction: fields.word("direction", DIRECTIONS) ?? directionOf(language),
  };
}

/** The direction of a language's usual script, or of the one that the tag names. */
export function directionOf(language: string): "ltr" | "rtl" {
  try {
    const { script } = new Intl.Locale(language).maximize();
    return script !== undefined && RTL_SCRIPTS.has(script) ? "rtl" : "ltr";
  } catch {
    return "ltr";
  }
}

/** `logo: a.svg`, or a map of `light`, `dark` and `alt`. */
function readLogo(fields: Fields): LogoSettings | undefined {
  const node = fields.node("logo");
  if (node === undefined) return undefined;
  if (node.kind === "scalar") {
    const light = fileOf(fields, "logo", node);
    return light && { light, dark: undefined, alt: "" };
  }
  const logo = fields.inner("logo");
  if (logo === undefined) return undefined;
  checkKeys(logo, "logo", namesOf(LOGO));
  const [light, dark] = THEMES.map((theme) => fileOf(logo, theme, logo.node(theme)));
  const either = light ?? dark;
  if (either === undefined) {
    fields.wrong("logo", node, "a file, or light and dark with a file each");
    return undefined;
  }
  return { light: either, dark: light && dark, alt: logo.text("alt") ?? "" };
}

/** `accent: "#0a7d4b"`, or a map of `light` and `dark`. */
function readAccent(fields: Fields): Accent | undefined {
  const node = fields.node("accent");
  if (node === undefined) return undefined;
  if (node.kind !== "map") {
    const light = colorOf(fields, "accent", node);
    if (light === undefined) return undefined;
    const accent = accentOf({ light, dark: undefined });
    tellMoved(fields, "accent", node, light, accent, "light");
    return accent;
  }
  const pair = fields.of("accent", node);
  checkKeys(pair, "accent", namesOf(ACCENT));
  const [light, dark] = THEMES.map((theme) => colorOf(pair, theme, pair.node(theme)));
  const either = light ?? dark;
  if (either === undefined) return undefined;
  const accent = accentOf({ light: either, dark: light && dark });
  for (const [theme, color] of [["light", either] as const, ["dark", dark] as const]) {
    const named = pair.node(theme);
    if (named !== undefined && color !== undefined)
      tellMoved(pair, theme, named, color, accent, theme);
  }
  return accent;
}

function colorOf(fields: Fields, name: string, node: DataNode | undefined): Color | undefined {
  if (node === undefined) return undefined;
  const color = parseColor(textOf(node) ?? "");
  if (color === undefined) {
    fields.wrong(name, node, 'a color such as "#0a7d4b", rgb(), hsl() or oklch(), in quotes');
  }
  return color;
}

/** Tells of a color that had to be moved to be seen. */
function tellMoved(
  fields: Fields,
  name: string,
  node: DataNode,
  color: Color,
  accent: Accent,
  theme: Theme,
): void {
  const { blaze } = accent[theme];
  const shown = parseColor(blaze);
  if (hexOf(color) === blaze || shown === undefined) return;
  const message = `Unexpected ${theme} color "${textOf(node)}" without enough contrast to the page, expected 3 to 1; ${blaze} is shown`;
  fields.complain(name, "settings-accent", message, node.range);
}

/** A file of the static folder, as a path from its root. */
function fileOf(
  fields: Fields,
  name: string,
  node: DataNode | undefined,
): SettingsFile | undefined {
  if (node === undefined) return undefined;
  const text = textOf(node)?.trim();
  const source = fields.field(name)?.source;
  if (text === undefined || text === "" || source === undefined) {
    fields.wrong(name, node, "a file of the static folder");
    return undefined;
  }
  const path = `/${text}`.replace(/^\/(?:\.?\/)*/, "/").replace(/^\/(?:static|public)\//, "/");
  return { path, span: { source, ...node.range } };
}

function checkKeys(fields: Fields, setting: string, known: readonly string[]): void {
  for (const { key, keyRange } of fields.layers.flatMap(({ pairs }) => pairs)) {
    if (known.includes(key.toLowerCase())) continue;
    const message = `Unexpected setting "${key}" in "${setting}", expected ${known.join(", ")}`;
    fields.complain(key, "settings-unknown", message, keyRange, nearest(key, known));
  }
}
