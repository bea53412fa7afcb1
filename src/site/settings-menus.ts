/** Menus of the configuration. Hugo: `menus.NAME` or `menu.NAME`, a list of entries. */
import type { DataPair } from "../data/types.ts";
import type { Finding } from "../messages/diagnostic.ts";
import { Fields } from "./fields.ts";
import type { SettingsLayer } from "./settings-files.ts";
import type { SettingsMenuEntry } from "./types.ts";

/** The entries of each menu; a menu of an earlier layer replaces that of a later one. */
export function readMenus(
  layers: readonly SettingsLayer[],
  report: (finding: Finding) => void,
): Record<string, SettingsMenuEntry[]> {
  const menus = new Map<string, SettingsMenuEntry[]>();
  for (const { source, pairs } of layers.toReversed()) {
    for (const pair of menuPairs(pairs)) {
      const fields = new Fields([{ source, pairs: [pair] }], { id: "settings-type", report });
      menus.set(
        pair.key.toLowerCase(),
        fields.items(pair.key).map((entry) => readEntry(entry, pair)),
      );
    }
  }
  return Object.fromEntries(menus);
}

/** The menus of a file; `menu` may also be a name, which is the menu to show. */
function menuPairs(pairs: readonly DataPair[]): readonly DataPair[] {
  const named = (name: string): DataPair | undefined =>
    pairs.find(({ key, value }) => key.toLowerCase() === name && value.kind === "map");
  const found = (named("menus") ?? named("menu"))?.value;
  return found?.kind === "map" ? found.pairs : [];
}

function readEntry(entry: Fields, menu: DataPair): SettingsMenuEntry {
  const identifier = entry.text("identifier") || undefined;
  const place = entry.field("parent", "identifier", "name", "pageRef", "url");
  const range = place?.value.range ?? menu.keyRange;
  const source = place?.source ?? entry.layers[0]?.source;
  return {
    identifier,
    name: entry.text("name") ?? entry.text("title") ?? identifier ?? "",
    url: entry.text("url"),
    pageRef: entry.text("pageRef"),
    parent: entry.text("parent") || undefined,
    weight: entry.integer("weight") ?? 0,
    ...(source && { span: { source, ...range } }),
  };
}
