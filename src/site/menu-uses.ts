/** A page's place in menus, in front matter's three forms. Hugo: navigation/menu.go. */
import type { DataNode, DataPair } from "../data/types.ts";
import type { Span } from "../messages/diagnostic.ts";
import { editDistance, nearest } from "../text/nearest.ts";
import { type Fields, textOf } from "./fields.ts";
import { MENU_ENTRY } from "./settings-table.ts";

/** One entry that a page asks for. */
export interface MenuUse {
  readonly menu: string;
  readonly identifier: string | undefined;
  readonly name: string | undefined;
  readonly parent: string | undefined;
  /** Undefined: the page's own weight. */
  readonly weight: number | undefined;
  /** Where the parent is named, or else the menu. */
  readonly span: Span;
}

/** What Hugo reads of an entry. */
const PROPERTIES = Object.keys(MENU_ENTRY);

/** `menus`, else `menu`: a name, a list of names, or a map from names to properties. */
export function readMenuUses(fields: Fields): MenuUse[] {
  const field = fields.field("menus", "menu");
  if (field === undefined) return [];
  const { key, source, value } = field;
  if (value.kind !== "map") {
    return fields.texts(key).map((item) => bare(textOf(item) ?? "", { source, ...item.range }));
  }
  const menus = fields.of(key, value);
  return value.pairs.map((pair) => fromPair(menus, pair, { source, ...pair.keyRange }));
}

function bare(menu: string, span: Span): MenuUse {
  const none = { identifier: undefined, name: undefined, parent: undefined, weight: undefined };
  return { menu, ...none, span };
}

function fromPair(menus: Fields, { key, value }: DataPair, keySpan: Span): MenuUse {
  // Hugo: keys are in lower case, so a menu that is one has its name in lower case.
  const menu = key.toLowerCase();
  if (value.kind !== "map") {
    if (!isNothing(value)) menus.wrong(key, value, "a map of properties");
    return bare(menu, keySpan);
  }
  const properties = menus.of(key, value);
  checkProperties(properties, value.pairs);
  const parent = properties.node("parent");
  return {
    menu,
    identifier: properties.text("identifier") || undefined,
    name: properties.text("name") || properties.text("title") || undefined,
    parent: properties.text("parent") || undefined,
    weight: properties.integer("weight"),
    span: { source: keySpan.source, ...(parent ?? value).range },
  };
}

function checkProperties(properties: Fields, pairs: readonly DataPair[]): void {
  for (const { key, keyRange } of pairs) {
    if (PROPERTIES.some((name) => name.toLowerCase() === key.toLowerCase())) continue;
    const suggestion = nearest(key, PROPERTIES);
    if (suggestion === undefined || editDistance(key, suggestion) > 2) continue;
    const message = `Unexpected property "${key}" of a menu entry, expected ${PROPERTIES.join(", ")}`;
    properties.complain(key, "front-matter-unknown", message, keyRange, suggestion);
  }
}

function isNothing(node: DataNode): boolean {
  return node.kind === "scalar" && node.value === null;
}
