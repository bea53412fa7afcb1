/** What is said of a field of front matter or settings under the pointer. */
import type { FieldType } from "../data/field-table.ts";
import { parseDataFile } from "../data/parse.ts";
import type { DataNode, DataPair } from "../data/types.ts";
import type { Project } from "../project/project.ts";
import type { MenuItem } from "../site/menus.ts";
import type { Range } from "../text/source.ts";
import { holds } from "./call-at.ts";
import type { Asked } from "./document.ts";
import type { FieldText } from "./field-place.ts";
import { fieldOf, isMenuParent, tablesAt, wordsOf } from "./field-tables.ts";
import { pageTarget, type Target } from "./targets.ts";

/** A field in a text without faults, and the maps that it stands in. */
interface FieldAt {
  readonly pair: DataPair;
  readonly path: readonly string[];
}

/** The innermost field whose name or value holds the asked place. */
function fieldAt({ source, offset }: Asked, text: FieldText): FieldAt | undefined {
  const { value } = parseDataFile(source, text.format, text.range);
  return value && pairIn(value, offset, []);
}

function pairIn(node: DataNode, offset: number, path: readonly string[]): FieldAt | undefined {
  if (node.kind === "list") {
    for (const item of node.items) {
      const found = pairIn(item, offset, path);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  for (const pair of node.kind === "map" ? node.pairs : []) {
    const { key, keyRange, value } = pair;
    const found = pairIn(value, offset, [...path, key]);
    if (found !== undefined) return found;
    if (holds(keyRange, offset) || (value.kind === "scalar" && holds(value.range, offset)))
      return { pair, path };
  }
  return undefined;
}

/** The documentation of the field, in Markdown; undefined where no table has it. */
export function aboutField(
  asked: Asked,
  text: FieldText,
): { readonly text: string; readonly range: Range } | undefined {
  const found = fieldAt(asked, text);
  if (found === undefined) return undefined;
  const { path, pair } = found;
  // The values of entries are texts of their own.
  if (text.kind === "entries" && !holds(pair.keyRange, asked.offset)) return undefined;
  const tables = tablesAt(path, text.kind);
  const specs = tables.flatMap((table) => fieldOf(table, pair.key) ?? []);
  const [spec] = specs;
  if (spec === undefined) return undefined;
  const words = [...new Set(specs.flatMap(({ type }) => wordsOf(type)))];
  const kind = words.map((word) => `\`${word}\``).join(", ") || kindOf(spec.type);
  const parts = [`\`${pair.key}\`${kind === "" ? "" : ` (${kind})`}: ${spec.doc}`];
  const entry = isMenuParent(tables, pair.key) ? menuEntry(asked, pair) : undefined;
  if (entry !== undefined) parts.push(entry);
  return { text: parts.join("\n\n"), range: pair.keyRange };
}

/** The name and the address of the entry that a menu's `parent` names. */
function menuEntry({ project }: Asked, pair: DataPair): string | undefined {
  const item = entryNamed(project, pair);
  return item && [`**${item.name}**`, item.url].filter(Boolean).join(" · ");
}

function entryNamed({ site }: Project, { value }: DataPair): MenuItem | undefined {
  const wanted = value.kind === "scalar" ? String(value.value) : undefined;
  const items = [...site.menus.values()].flat();
  for (let item = items.pop(); item !== undefined; item = items.pop()) {
    if (item.key === wanted) return item;
    items.push(...item.children);
  }
  return undefined;
}

/** Where a menu's `parent` leads: to the entry in the settings, or to the page that has it. */
export function parentAt(
  asked: Asked,
  text: FieldText,
): { readonly range: Range; readonly target: Target } | undefined {
  const { project } = asked;
  const found = fieldAt(asked, text);
  if (found === undefined || !isMenuParent(tablesAt(found.path, text.kind), found.pair.key))
    return undefined;
  const { range } = found.pair.value;
  const item = entryNamed(project, found.pair);
  const own = Object.values(project.site.settings.menus)
    .flat()
    .find(({ identifier, name }) => item !== undefined && (identifier ?? name) === item.key);
  if (own?.span !== undefined) {
    const { source, start, end } = own.span;
    return { range, target: { source, range: { start, end }, use: undefined } };
  }
  const target = pageTarget(item?.page);
  return target && { range, target };
}

function kindOf(type: FieldType): string {
  if (typeof type === "string") return KINDS[type];
  if ("list" in type) return "list";
  return "map" in type || "each" in type ? "map" : "";
}

const KINDS: Readonly<Record<Extract<FieldType, string>, string>> = {
  text: "text",
  name: "text",
  texts: "text or list",
  boolean: "boolean",
  integer: "number",
  date: "date",
  any: "",
};
