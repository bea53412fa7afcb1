/** Which cells of a table head others (HTML: `th`, `scope`; WCAG H63). */
import type { Element } from "hast";
import { ownText } from "./own-text.ts";

/** Longer texts say something; they do not name a row. */
const MAX_NAME = 60;

/**
 * Makes the first cells of rows their headers, where they name the rows: there is a
 * row of column headers with a name for them, and no two are empty, long or the same.
 */
export function nameRows(table: Element): void {
  const [head, ...rest] = rowsIn(table, "thead");
  const columns = head === undefined ? [] : cellsOf(head);
  const [corner] = columns;
  if (corner === undefined || columns.length < 2 || rest.length > 0) return;
  const first = rowsIn(table, "tbody").map((row) => cellsOf(row)[0]);
  const names = first.map((cell) => (cell?.tagName === "td" ? ownText(cell).trim() : ""));
  const isNamed = names.every((name) => name !== "" && name.length <= MAX_NAME);
  if (ownText(corner).trim() === "" || !isNamed || new Set(names).size < names.length) return;
  for (const cell of first) {
    if (cell === undefined) continue;
    cell.tagName = "th";
    cell.properties.scope = "row";
  }
}

function rowsIn(table: Element, section: "tbody" | "thead"): Element[] {
  return elementsOf(table, section).flatMap((part) => elementsOf(part, "tr"));
}

function cellsOf(row: Element): Element[] {
  return row.children.filter(
    (child): child is Element =>
      child.type === "element" && (child.tagName === "td" || child.tagName === "th"),
  );
}

function elementsOf(parent: Element, name: string): Element[] {
  return parent.children.filter(
    (child): child is Element => child.type === "element" && child.tagName === name,
  );
}
