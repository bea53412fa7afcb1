/** How a site looks: what its settings name, with the files that are really there. */
import { createHash } from "node:crypto";
import type { Finding } from "../messages/diagnostic.ts";
import { nearest } from "../text/nearest.ts";
import { type AccentTheme, accentStyles } from "./accent.ts";
import type { ImageSize, ImageSizes } from "./image-sizes.ts";
import type { LookSettings, SettingsFile } from "./types.ts";

/** An image of the header; `url` has no base. */
export interface LogoImage extends Partial<ImageSize> {
  readonly url: string;
}

export interface Logo {
  readonly light: LogoImage;
  readonly dark: LogoImage | undefined;
  /** What the image says; empty where the site's name stands beside it. */
  readonly alt: string;
}

/** A file that is made of the settings. */
export interface LookFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** Addresses are paths from the site's root, without base. */
export interface Look {
  readonly direction: "ltr" | "rtl";
  readonly logo: Logo | undefined;
  readonly styles: readonly string[];
  /** The site's own icons for browsers. */
  readonly icons: readonly { readonly url: string; readonly rel: string }[];
  /** The style sheet of the accent, and our icon in its color. */
  readonly sheet: LookFile | undefined;
  readonly icon: LookFile | undefined;
}

/** Where files that are made of the settings stand, without slashes around. */
export const LOOK_FOLDER = "_assets/look";

const ICONS = ["favicon.svg", "favicon.ico", "favicon.png"];

/** Reads the look of a site; files that are not there are told and left out. */
export function lookOf(
  settings: LookSettings,
  files: ReadonlySet<string>,
  sizes: ImageSizes,
  report: (finding: Finding) => void,
): Look {
  const isThere = (file: SettingsFile, setting: string): boolean => {
    if (files.has(file.path)) return true;
    const message = `Unexpected file "${file.path}" in "${setting}", expected a file of the static folder`;
    const suggestion = nearest(file.path, files);
    report({ id: "settings-file", message, suggestion, span: file.span });
    return false;
  };
  const image = (file: SettingsFile | undefined): LogoImage | undefined =>
    file && isThere(file, "logo") ? { url: file.path, ...sizes.of(file.path) } : undefined;
  const { accent, logo } = settings;
  const [light, dark] = [image(logo?.light), image(logo?.dark)];
  const shown = light ?? dark;
  return {
    direction: settings.direction,
    logo: shown && { light: shown, dark: light && dark, alt: logo?.alt ?? "" },
    styles: settings.styles.filter((file) => isThere(file, "styles")).map(({ path }) => path),
    icons: iconsOf(files),
    sheet: accent && madeFile("accent", "css", "text/css", accentStyles(accent)),
    icon: accent && madeFile("icon", "svg", "image/svg+xml", iconOf(accent)),
  };
}

function iconsOf(files: ReadonlySet<string>): Look["icons"] {
  const named = ICONS.map((name) => `/${name}`).filter((path) => files.has(path));
  const touch = ["/apple-touch-icon.png"].filter((path) => files.has(path));
  return [
    ...named.map((url) => ({ url, rel: "icon" })),
    ...touch.map((url) => ({ url, rel: "apple-touch-icon" })),
  ];
}

/** Its name says what it holds, so that browsers may keep it for good. */
function madeFile(stem: string, extension: string, type: string, text: string): LookFile {
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
  return { name: `${stem}.${hash}.${extension}`, type, text };
}

/** The sign: two offset blazes, as in src/components/Mark.astro. */
function iconOf({ light, dark }: Record<"light" | "dark", AccentTheme>): string {
  const bar = "a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H";
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 0 22 22"><style>path{fill:${light.blaze}}` +
    `@media(prefers-color-scheme:dark){path{fill:${dark.blaze}}}</style>` +
    `<path d="M9 0h4${bar}9a1 1 0 0 1-1-1V1a1 1 0 0 1 1-1ZM1 10h4${bar}1a1 1 0 0 1-1-1V11a1 1 0 0 1 1-1Z"/></svg>\n`
  );
}
