/** Names and values of fields in front matter and in `data/site.yml`, from the tables of fields. */
import { type CompletionItem, CompletionItemKind, MarkupKind } from "vscode-languageserver/node";
import type { FieldSpec, FieldTable, FieldType } from "../data/field-table.ts";
import { FRONT_MATTER, PARAMETERS } from "../site/front-matter-table.ts";
import type { MenuItem } from "../site/menus.ts";
import { SETTINGS } from "../site/settings-table.ts";
import type { Asked } from "./document.ts";
import { offerItem, wordInFile } from "./offers.ts";

/** The line up to the cursor: blanks, the mark of an item, a name, and its value. */
const KEY = /^(\s*(?:- )?)([\w-]*)$/;
const VALUE = /^(\s*(?:- )?)([\w-]+):\s+(["']?)([^"'#]*)$/;
/** A line that opens a map. */
const PARENT = /^(\s*(?:- )?)([\w-]+):\s*$/;
/** The parent of a menu entry, also in a map on one line. */
const MENU_PARENT = /\bparent:\s+["']?([^"',{}\s]*)$/;

/** What is offered at the asked place, by the lines of YAML above it. */
export function fieldItems(asked: Asked): CompletionItem[] {
  const { source, offset, isInMatter } = asked;
  const lines = source.text.slice(0, offset).split(/\r\n|\r|\n/);
  const line = lines.pop() ?? "";
  if (isInMatter && lines[0]?.trim() !== "---") return [];
  const parent = MENU_PARENT.exec(line);
  if (parent !== null) return menuItems(asked, parent[1] ?? "");
  const top = isInMatter ? { ...FRONT_MATTER, ...PARAMETERS } : SETTINGS;
  const key = KEY.exec(line);
  const value = VALUE.exec(line);
  const indent = (key ?? value)?.[1]?.length;
  if (indent === undefined) return [];
  const tables = path(lines, indent).reduce<readonly FieldTable[]>(inner, [top]);
  if (key !== null) {
    const range = wordInFile(asked, offset - (key[2]?.length ?? 0), /^[\w-]*/);
    return tables.flatMap((table) =>
      Object.entries(table)
        .filter(([, { isSilent }]) => isSilent !== true)
        .map(([name, spec]) => ({
          ...offerItem({ name }, range, name, CompletionItemKind.Property),
          documentation: { kind: MarkupKind.Markdown, value: spec.doc },
          textEdit: { range, newText: hasColon(asked) ? name : `${name}: ` },
        })),
    );
  }
  const range = wordInFile(asked, offset - (value?.[4]?.length ?? 0), /^[\w-]*/);
  const specs = tables.flatMap((table) => fieldOf(table, value?.[2] ?? "") ?? []);
  return specs
    .flatMap(({ type }) => wordsOf(type))
    .map((name) => offerItem({ name }, range, name, CompletionItemKind.EnumMember));
}

/** The names of the maps that a line with an indentation stands in, outermost first. */
function path(lines: readonly string[], indent: number): string[] {
  const names: string[] = [];
  let below = indent;
  for (const line of lines.toReversed()) {
    const [, blanks = "", name = ""] = PARENT.exec(line) ?? [];
    if (name === "" || blanks.length >= below) continue;
    names.unshift(name);
    below = blanks.length;
  }
  return names;
}

function hasColon({ source, offset }: Asked): boolean {
  return /^[\w-]*:/.test(source.text.slice(offset, offset + 100));
}

/** Names of fields are found in any case. */
function fieldOf(table: FieldTable, name: string): FieldSpec | undefined {
  return Object.entries(table).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

/** The tables of what stands below a name. */
function inner(tables: readonly FieldTable[], name: string): readonly FieldTable[] {
  return tables.flatMap((table) => {
    const each = EACH.get(table);
    const type = each ?? fieldOf(table, name)?.type;
    return type === undefined ? [] : tablesOf(type);
  });
}

/** What stands below each name of a map with names of its own. */
const EACH = new WeakMap<FieldTable, FieldType>();

function tablesOf(type: FieldType): FieldTable[] {
  if (typeof type === "string" || "words" in type) return [];
  if ("list" in type) return tablesOf(type.list);
  if ("anyOf" in type) return type.anyOf.flatMap(tablesOf);
  if ("map" in type) return [type.map];
  const table: FieldTable = {};
  EACH.set(table, type.each);
  return [table];
}

function wordsOf(type: FieldType): string[] {
  if (type === "boolean") return ["true", "false"];
  if (typeof type === "string" || "map" in type || "each" in type || "list" in type) return [];
  if ("words" in type) return [...type.words];
  return type.anyOf.flatMap(wordsOf);
}

/** The entries that a menu entry can stand below. */
function menuItems(asked: Asked, typed: string): CompletionItem[] {
  const range = wordInFile(asked, asked.offset - typed.length, /^[^"',{}\s]*/);
  const all = (items: readonly MenuItem[]): MenuItem[] =>
    items.flatMap((item) => [item, ...all(item.children)]);
  const menus = [...asked.project.site.menus.values()].flatMap(all);
  const named = new Map(menus.map((item) => [item.key, item]));
  return [...named.values()].map(({ key, name }) =>
    offerItem({ name: key, detail: name }, range, key, CompletionItemKind.Reference),
  );
}
