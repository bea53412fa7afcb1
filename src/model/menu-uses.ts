/** A page's place in menus, in front matter's three forms. Hugo: navigation/menu.go. */
import type { DataMap, DataNode } from "../data/types.ts";
import type { Fields } from "./fields.ts";

/** One entry that a page asks for. */
export interface MenuUse {
  readonly menu: string;
  readonly identifier: string | undefined;
  readonly name: string | undefined;
  readonly parent: string | undefined;
  /** Undefined: the page's own weight. */
  readonly weight: number | undefined;
  /** Where the parent is named, or else the menu. */
  readonly node: DataNode;
}

/** `menus`, else `menu`: a name, a list of names, or a map from names to properties. */
export function readMenuUses(fields: Fields): MenuUse[] {
  const node = fields.node("menus", "menu");
  if (node === undefined) return [];
  if (node.kind === "map") return node.pairs.map(({ key, value }) => fromProperties(key, value));
  return fields
    .texts(fields.node("menus") === undefined ? "menu" : "menus")
    .map((item) => bare(textOf(item), item));
}

function bare(menu: string, node: DataNode): MenuUse {
  return {
    menu,
    identifier: undefined,
    name: undefined,
    parent: undefined,
    weight: undefined,
    node,
  };
}

function fromProperties(menu: string, value: DataNode): MenuUse {
  if (value.kind !== "map") return bare(menu, value);
  const parent = property(value, "parent");
  const weight = property(value, "weight");
  return {
    menu,
    identifier: text(property(value, "identifier")),
    name: text(property(value, "name")) ?? text(property(value, "title")),
    parent: text(parent),
    weight:
      weight?.kind === "scalar" && typeof weight.value === "number" ? weight.value : undefined,
    node: parent ?? value,
  };
}

function property(map: DataMap, name: string): DataNode | undefined {
  return map.pairs.find(({ key }) => key.toLowerCase() === name)?.value;
}

function text(node: DataNode | undefined): string | undefined {
  return node?.kind === "scalar" && node.value !== null && node.text.text !== ""
    ? node.text.text
    : undefined;
}

function textOf(node: DataNode): string {
  return node.kind === "scalar" ? node.text.text : "";
}
