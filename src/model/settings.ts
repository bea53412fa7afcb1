/**
 * A site's settings: Hugo's configuration, and `data/site.yml` over it. The reader
 * of both. Hugo knows hundreds of settings; those that mean nothing here are left
 * alone, while an unknown one in `data/site.yml` is told.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { toPlain } from "../data/node.ts";
import { formatOfPath, parseDataFile } from "../data/parse.ts";
import type { DataMap, DataNode } from "../data/types.ts";
import type { Finding } from "../messages/diagnostic.ts";
import { nearest } from "../text/nearest.ts";
import { Source } from "../text/source.ts";
import { Fields } from "./fields.ts";
import type { Settings, SettingsLink, SettingsMenuEntry, Upstream } from "./types.ts";

type Report = (finding: Finding) => void;

const EXTENSIONS = ["toml", "yaml", "yml", "json"];

/** What `data/site.yml` can say. */
const KEYS = [
  ..."title description baseURL base language params menu menus header footer footerText upstream".split(
    " ",
  ),
  ..."parser buildDrafts buildFuture buildExpired uglyURLs disablePathToLower sectionPagesMenu".split(
    " ",
  ),
  ..."refLinksErrorLevel refLinksNotFoundURL".split(" "),
];

/** A file of settings. */
interface Layer {
  readonly source: Source;
  readonly map: DataMap;
}

/** The settings of the site at `root`; faults go to `report`. */
export function loadSettings(root: string, report: Report): Settings {
  const own = ["yml", "yaml", "toml", "json"].map((extension) => `data/site.${extension}`);
  const layers = [
    ...own.flatMap((path) => readLayer(root, path, report)),
    ...hugoFiles(root).flatMap(({ path, below }) => readLayer(root, path, report, below)),
  ];
  for (const layer of layers)
    if (layer.source.path.startsWith("data/site.")) checkKeys(layer, report);
  return settingsOf(new Layers(layers, report));
}

/** Hugo: one file, or a folder whose files' names are the keys of what they hold. */
function hugoFiles(root: string): { path: string; below: string | undefined }[] {
  const single = ["hugo", "config"]
    .flatMap((name) => EXTENSIONS.map((extension) => `${name}.${extension}`))
    .filter((path) => existsSync(join(root, path)))
    .slice(0, 1)
    .map((path) => ({ path, below: undefined }));
  const folder = "config/_default";
  if (!existsSync(join(root, folder))) return single;
  const files = readdirSync(join(root, folder))
    .filter((name) => formatOfPath(name) !== undefined)
    .map((name) => {
      const key = name.replace(/\.[a-z]+$/, "");
      return {
        path: `${folder}/${name}`,
        below: key === "hugo" || key === "config" ? undefined : key,
      };
    });
  return [...files, ...single];
}

function readLayer(root: string, path: string, report: Report, below?: string): Layer[] {
  const file = join(root, path);
  if (!existsSync(file)) return [];
  const source = new Source(path, readFileSync(file, "utf8"));
  const { value, problems } = parseDataFile(source, formatOfPath(path) ?? "yaml");
  for (const problem of problems) report({ ...problem, id: "settings-syntax" });
  if (value?.kind !== "map") return [];
  if (below === undefined) return [{ source, map: value }];
  const start = { start: 0, end: 0 };
  return [
    { source, map: { kind: "map", pairs: [{ key: below, keyRange: start, value }], range: start } },
  ];
}

function checkKeys({ source, map }: Layer, report: Report): void {
  const known = new Set(KEYS.map((key) => key.toLowerCase()));
  for (const { key, keyRange } of map.pairs) {
    if (known.has(key.toLowerCase())) continue;
    const message = `Unexpected setting "${key}", expected ${KEYS.join(", ")}`;
    report({
      id: "settings-unknown",
      message,
      suggestion: nearest(key, KEYS),
      span: { source, ...keyRange },
    });
  }
}

/** Looks a setting up in each layer, first found. */
class Layers {
  readonly #layers: readonly { readonly fields: Fields; readonly source: Source }[];
  readonly #report: Report;

  constructor(layers: readonly Layer[], report: Report) {
    this.#report = report;
    this.#layers = layers.map(({ source, map }) => ({
      source,
      fields: new Fields(source, map, "settings-type", report),
    }));
  }

  first<T>(read: (fields: Fields) => T | undefined): T | undefined {
    for (const { fields } of this.#layers) {
      const value = read(fields);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** The maps of one key, the strongest last. */
  maps(...names: string[]): DataMap[] {
    return this.#layers
      .map(({ fields }) => fields.node(...names))
      .filter((node) => node?.kind === "map")
      .reverse();
  }

  /** The items of a list as fields of their own. */
  items(name: string): Fields[] {
    for (const { fields, source } of this.#layers) {
      const list = fields.list(name);
      if (list === undefined) continue;
      return list.flatMap((item) => {
        if (item.kind === "map") return [new Fields(source, item, "settings-type", this.#report)];
        fields.wrong(name, item, "a map");
        return [];
      });
    }
    return [];
  }
}

function settingsOf(layers: Layers): Settings {
  const text = (...names: string[]): string | undefined =>
    layers.first((fields) => fields.text(...names));
  const flag = (name: string): boolean => layers.first((fields) => fields.boolean(name)) ?? false;
  const baseURL = text("baseURL")?.replace(/\/*$/, "/");
  const absolute = baseURL !== undefined && URL.canParse(baseURL) ? baseURL : undefined;
  return {
    title: text("title") ?? "Documentation",
    description: text("description"),
    baseURL: absolute,
    base: basePath(text("base") ?? (absolute === undefined ? "/" : new URL(absolute).pathname)),
    language: text("language", "languageCode", "locale", "defaultContentLanguage") ?? "en",
    params: mergeParams(layers.maps("params")),
    menu: menuName(layers),
    headerLinks: layers.items("header").flatMap(linkOf),
    footerLinks: layers.items("footer").flatMap(linkOf),
    footerText: text("footerText"),
    upstream: layers.items("upstream").flatMap(upstreamOf),
    parser: text("parser") === "remark" ? "remark" : "satteri",
    buildDrafts: flag("buildDrafts"),
    buildFuture: flag("buildFuture"),
    buildExpired: flag("buildExpired"),
    uglyURLs: flag("uglyURLs"),
    disablePathToLower: flag("disablePathToLower"),
    sectionPagesMenu: text("sectionPagesMenu"),
    refLinksErrorLevel:
      text("refLinksErrorLevel")?.toLowerCase() === "warning" ? "warning" : "error",
    refLinksNotFoundURL: text("refLinksNotFoundURL") ?? "",
    menus: menusOf(layers),
  };
}

/** `menu` names the menu to show; Hugo's `menu` is a map of menus. */
function menuName(layers: Layers): string {
  const node = layers.first((fields) => {
    const found = fields.node("menu");
    return found?.kind === "scalar" ? found : undefined;
  });
  return node?.text.text ?? "main";
}

function menusOf(layers: Layers): Record<string, SettingsMenuEntry[]> {
  const menus: Record<string, SettingsMenuEntry[]> = {};
  for (const map of layers.maps("menus", "menu")) {
    for (const { key, value } of map.pairs) {
      if (value.kind === "list") menus[key] = value.items.flatMap(menuEntryOf);
    }
  }
  return menus;
}

function menuEntryOf(node: DataNode): SettingsMenuEntry[] {
  if (node.kind !== "map") return [];
  const value = (name: string): string | undefined => {
    const found = node.pairs.find(({ key }) => key.toLowerCase() === name)?.value;
    return found?.kind === "scalar" && found.value !== null ? found.text.text : undefined;
  };
  const name = value("name") ?? value("title") ?? value("identifier") ?? "";
  return [
    {
      identifier: value("identifier"),
      name,
      url: value("url"),
      pageRef: value("pageref"),
      parent: value("parent"),
      weight: Number(value("weight") ?? 0) || 0,
    },
  ];
}

function linkOf(fields: Fields): SettingsLink[] {
  const name = fields.text("name");
  const url = fields.text("url");
  return name === undefined || url === undefined ? [] : [{ name, url }];
}

function upstreamOf(fields: Fields): Upstream[] {
  const prefix = fields.text("prefix");
  const url = fields.text("url");
  if (prefix === undefined || url === undefined) return [];
  return [{ prefix: basePath(prefix), url: url.replace(/\/+$/, "") }];
}

/** A path with both slashes. */
function basePath(path: string): string {
  return `/${path}/`.replace(/\/{2,}/g, "/");
}

function mergeParams(maps: readonly DataMap[]): Record<string, unknown> {
  return Object.assign({}, ...maps.map(toPlain)) as Record<string, unknown>;
}
