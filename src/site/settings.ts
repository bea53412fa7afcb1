/**
 * A site's settings: Hugo's configuration, and `data/site.yml` over it. Hugo knows
 * hundreds of settings; those that mean nothing here are left alone, while an
 * unknown one in `data/site.yml` is told.
 */
import { toPlain } from "../data/node.ts";
import type { DataMap } from "../data/types.ts";
import type { Finding } from "../messages/diagnostic.ts";
import type { Source } from "../text/source.ts";
import { type Cascade, readCascade } from "./cascade.ts";
import { Fields, textOf } from "./fields.ts";
import { checkSettingNames } from "./setting-names.ts";
import { readDiagnosticLevels } from "./settings-diagnostics.ts";
import { readExternalLinks } from "./settings-external.ts";
import { readSettingsLayers, type SettingsLayer } from "./settings-files.ts";
import { readEdit, readImage } from "./settings-head.ts";
import { readLinks, readSynonyms, readUpstream } from "./settings-lists.ts";
import { readLook } from "./settings-look.ts";
import { readMenus } from "./settings-menus.ts";
import { PARSERS, REF_LEVELS } from "./settings-table.ts";
import { readTabKeys } from "./settings-tabs.ts";
import type { Settings } from "./types.ts";

type Report = (finding: Finding) => void;

/** Settings, and what the configuration hands down to all pages. */
export interface Configuration {
  readonly settings: Settings;
  readonly cascades: readonly Cascade[];
  /** The files that they stand in. */
  readonly sources: readonly Source[];
}

/** The configuration of the site at `root`; faults go to `report`. */
export function loadConfiguration(root: string, report: Report): Configuration {
  const layers = readSettingsLayers(root, report);
  for (const layer of layers) if (layer.isOwn) checkSettingNames(layer, report);
  const fields = new Fields(layers, { id: "settings-type", report });
  return {
    settings: settingsOf(fields, layers, report),
    cascades: readCascade(fields),
    sources: layers.map(({ source }) => source),
  };
}

function settingsOf(fields: Fields, layers: readonly SettingsLayer[], report: Report): Settings {
  const flag = (name: string): boolean => fields.boolean(name) ?? false;
  checkMaps(fields);
  const params = mergedParams(layers);
  const uglySections = sectionsOf(fields, "uglyURLs");
  const named = fields.text("language", "languageCode", "locale", "defaultContentLanguage") ?? "en";
  // Hugo takes `en_US` too; HTML, JavaScript and Pagefind want `en-US` (BCP 47).
  const language = named.replaceAll("_", "-");
  return {
    title: fields.text("title") ?? "Documentation",
    description: fields.text("description"),
    ...addresses(fields),
    language,
    params,
    menu: menuName(layers),
    headerLinks: readLinks(fields, "header"),
    footerLinks: readLinks(fields, "footer"),
    footerText: fields.text("footerText"),
    look: readLook(fields, language),
    edit: readEdit(fields, params),
    image: readImage(fields, params),
    enableGitInfo: fields.boolean("enableGitInfo") ?? true,
    upstream: readUpstream(fields),
    synonyms: readSynonyms(fields),
    placeholders: fields.boolean("placeholders") ?? true,
    tabKeys: readTabKeys(fields),
    externalLinks: readExternalLinks(fields),
    parser: fields.word("parser", PARSERS) ?? "satteri",
    printViews: printViewsOf(fields),
    buildDrafts: flag("buildDrafts"),
    buildFuture: flag("buildFuture"),
    buildExpired: flag("buildExpired"),
    uglyURLs: uglySections === undefined && flag("uglyURLs"),
    uglySections: uglySections ?? [],
    disablePathToLower: flag("disablePathToLower"),
    sectionPagesMenu: fields.text("sectionPagesMenu"),
    refLinksErrorLevel: fields.word("refLinksErrorLevel", REF_LEVELS) ?? "error",
    refLinksNotFoundURL: fields.text("refLinksNotFoundURL") ?? "",
    diagnostics: readDiagnosticLevels(fields),
    manual: fields.text("manual")?.replace(/\/+$/, "") ?? "",
    menus: readMenus(layers, report),
  };
}

/** What other code reads layer by layer has to be a map too. */
function checkMaps(fields: Fields): void {
  fields.map("params");
  fields.map("menus");
  const menu = fields.node("menu");
  if (menu?.kind === "list") fields.wrong("menu", menu, "a name, or a map of menus");
}

/** `base`, else the path of `baseURL`, which may be such a path alone. */
function addresses(fields: Fields): Pick<Settings, "baseURL" | "base"> {
  const text = fields.text("baseURL");
  const absolute = absoluteUrl(text);
  const node = fields.node("baseURL");
  if (node !== undefined && absolute === undefined && text !== "" && !text?.startsWith("/")) {
    fields.wrong("baseURL", node, "an absolute address");
  }
  const path = absolute === undefined ? text : new URL(absolute).pathname;
  const base = fields.text("base") ?? (path?.startsWith("/") ? path : "/");
  return { baseURL: absolute, base: withSlashes(base) };
}

/** An address of the web with a final slash; undefined for all else. */
function absoluteUrl(text: string | undefined): string | undefined {
  const url = text === undefined ? null : URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  return `${url.origin}${withSlashes(url.pathname)}`;
}

/** A path with both slashes. */
function withSlashes(path: string): string {
  return `/${path}/`.replace(/\/{2,}/g, "/");
}

/** `true`, `false`, or the addresses of sections. */
function printViewsOf(fields: Fields): boolean | string[] {
  const isList = fields.node("printViews")?.kind === "list";
  return isList
    ? fields.texts("printViews").flatMap((node) => textOf(node) ?? [])
    : (fields.boolean("printViews") ?? true);
}

/** Hugo: `uglyURLs` may be a map from sections to flags. */
function sectionsOf(fields: Fields, name: string): string[] | undefined {
  const node = fields.node(name);
  if (node?.kind !== "map") return undefined;
  return node.pairs
    .filter(({ value }) => value.kind === "scalar" && value.value === true)
    .map(({ key }) => key);
}

/** `menu` names the menu to show; Hugo's `menu` is a map of menus. */
function menuName(layers: readonly SettingsLayer[]): string {
  const names = layers
    .flatMap(({ pairs }) => pairs)
    .filter(({ key }) => key.toLowerCase() === "menu")
    .flatMap(({ value }) =>
      value.kind === "scalar" && value.value !== null ? [value.text.text] : [],
    );
  return names[0] ?? "main";
}

/** The parameters of all files, key by key. */
function mergedParams(layers: readonly SettingsLayer[]): Record<string, unknown> {
  const maps = layers
    .flatMap(({ pairs }) => pairs)
    .filter(({ key }) => key.toLowerCase() === "params")
    .map(({ value }) => value)
    .filter((value): value is DataMap => value.kind === "map");
  const params = new Map<string, unknown>();
  for (const { pairs } of maps.reverse()) {
    for (const { key, value } of pairs) params.set(key, toPlain(value));
  }
  return Object.fromEntries(params);
}
