/** Tables in data: lists of maps, with or without a list of columns. */
import { get } from "../../../data/node.ts";
import type { DataMap, DataNode, DataScalar } from "../../../data/types.ts";

/** A column: the key of its cells, and its heading. */
export interface Column {
  readonly key: string;
  /** Markdown of the heading; undefined if the key is the heading. */
  readonly heading: DataScalar | undefined;
}

/** A table in data. */
export interface Records {
  readonly columns: readonly Column[];
  readonly rows: readonly DataMap[];
}

/**
 * Reads `columns: [{column, header}]` with `rows: [{…}]`, or a list of maps, whose
 * keys in the order of their first use are the columns. A text: what is wrong.
 */
export function recordsOf(node: DataNode): Records | string {
  const list = node.kind === "list" ? node : get(node, "rows");
  if (list === undefined || list.kind !== "list") return "a list of maps, or columns and rows";
  const rows = list.items.filter((item) => item.kind === "map");
  const odd = list.items.findIndex((item) => item.kind !== "map");
  if (odd >= 0) return `a list of maps, not a ${list.items[odd]?.kind} as item ${odd + 1}`;
  const columns = get(node, "columns");
  if (columns === undefined) {
    const found = columnsOfRows(rows);
    return found.length === 0 ? "at least one item" : { columns: found, rows };
  }
  const declared = columns.kind === "list" ? columns.items.map(columnOf) : [undefined];
  const known = declared.filter((column) => column !== undefined);
  return known.length === declared.length ? { columns: known, rows } : "columns with a name each";
}

/** What is wrong with the rows' values in the columns of `keys`: a map has no text. */
export function valueProblem(
  rows: readonly DataMap[],
  keys: readonly string[],
): string | undefined {
  for (const [index, row] of rows.entries()) {
    const key = keys.find((name) => holdsMap(get(row, name)));
    if (key !== undefined) return `map as "${key}" in item ${index + 1}`;
  }
  return undefined;
}

function holdsMap(node: DataNode | undefined): boolean {
  return node?.kind === "map" || (node?.kind === "list" && node.items.some(holdsMap));
}

function columnsOfRows(rows: readonly DataMap[]): Column[] {
  const keys = new Set(rows.flatMap(({ pairs }) => pairs.map(({ key }) => key)));
  return [...keys].map((key) => ({ key, heading: undefined }));
}

/** A column is `{column: …, header: …}` or its key alone. */
function columnOf(node: DataNode): Column | undefined {
  const name = node.kind === "scalar" ? node : get(node, "column");
  if (name?.kind !== "scalar" || name.value === null) return undefined;
  const header = get(node, "header");
  const heading = header?.kind === "scalar" && header.value !== null ? header : undefined;
  return { key: String(name.value), heading };
}
