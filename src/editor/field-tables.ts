/** The tables of the fields that can stand at a place in front matter and settings. */
import { ENTRY } from "../data/entry-table.ts";
import type { FieldSpec, FieldTable, FieldType } from "../data/field-table.ts";
import { FRONT_MATTER, PARAMETERS } from "../site/front-matter-table.ts";
import { MENU_ENTRY, SETTINGS } from "../site/settings-table.ts";
import type { FieldText } from "./field-place.ts";

const MATTER: FieldTable = { ...FRONT_MATTER, ...PARAMETERS };

/** What stands below each name of a map with names of its own. */
const EACH = new WeakMap<FieldTable, FieldType>();

const TOP: Readonly<Record<FieldText["kind"], FieldTable>> = {
  matter: MATTER,
  settings: SETTINGS,
  entries: ENTRY,
};

/** The tables of a map, by the names that it stands in. */
export function tablesAt(path: readonly string[], kind: FieldText["kind"]): readonly FieldTable[] {
  const found = path.reduce<readonly FieldTable[]>(inner, [TOP[kind]]);
  // A cascade hands down any field of front matter.
  const isCascade = kind === "matter" && path.length === 1 && path[0]?.toLowerCase() === "cascade";
  return isCascade ? [...found, MATTER] : found;
}

/** Names of fields are found in any case. */
export function fieldOf(table: FieldTable, name: string): FieldSpec | undefined {
  return Object.entries(table).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

/** Whether the value of a field names another entry of a menu. */
export function isMenuParent(tables: readonly FieldTable[], name: string): boolean {
  return name.toLowerCase() === "parent" && tables.includes(MENU_ENTRY);
}

/** Whether each name of a table is that of a menu. */
export function isMenuNames(path: readonly string[]): boolean {
  return path.length === 1 && /^menus?$/i.test(path[0] ?? "");
}

/** The tables of what stands below a name. */
function inner(tables: readonly FieldTable[], name: string): readonly FieldTable[] {
  return tables.flatMap((table) => {
    const type = EACH.get(table) ?? fieldOf(table, name)?.type;
    return type === undefined ? [] : tablesOf(type);
  });
}

/** The tables of the maps that a type allows. */
export function tablesOf(type: FieldType): FieldTable[] {
  if (typeof type === "string" || "words" in type) return [];
  if ("list" in type) return tablesOf(type.list);
  if ("anyOf" in type) return type.anyOf.flatMap(tablesOf);
  if ("map" in type) return [type.map];
  const table: FieldTable = {};
  EACH.set(table, type.each);
  return [table];
}

/** The words that a type allows. */
export function wordsOf(type: FieldType): string[] {
  if (type === "boolean") return ["true", "false"];
  if (typeof type === "string" || "map" in type || "each" in type || "list" in type) return [];
  if ("words" in type) return [...type.words, ...(type.flags === true ? ["true", "false"] : [])];
  return [...new Set(type.anyOf.flatMap(wordsOf))];
}
