/** Cells of tables that nobody sees. */
import type { Nodes, Root, Table } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Finding } from "../messages/diagnostic.ts";
import { oneLine } from "../text/one-line.ts";
import { findingAt, type OriginOf } from "./place.ts";

/** More of a cell is not needed to know it by. */
const SHOWN_LENGTH = 40;

/** The cells that stand beyond the last column (GFM 4.10: "the excess is ignored"). */
export function checkTables(tree: Root, origin: OriginOf): Finding[] {
  return [...tablesIn(tree)].flatMap((table) => [...faultsOf(table, origin)]);
}

function* tablesIn(node: Nodes): Generator<Table> {
  if (node.type === "table") yield node;
  // Tables are blocks; most of a tree is below these.
  else if ("children" in node && node.type !== "paragraph" && node.type !== "heading")
    for (const child of node.children) yield* tablesIn(child);
}

/** One finding for each row. */
function* faultsOf({ children: [head, ...rows] }: Table, origin: OriginOf): Generator<Finding> {
  const count = head?.children.length ?? 0;
  for (const row of rows) {
    const lost = row.children.slice(count).find((cell) => cell.children.length > 0);
    const span = lost && origin(lost);
    if (lost === undefined || span === undefined) continue;
    const isCut = row.children.some((cell) => hasHalfOfCode(textOf(cell)));
    const bar = isCut ? "; a bar in code is written \\|" : "";
    const message = `Unexpected cell ${shown(textOf(lost))}, expected ${count} in a row of this table${bar}`;
    yield findingAt({ id: "table-cells", message }, span);
  }
}

/** Whether a mark of code opens and nothing closes it, as if a bar had cut it. */
function hasHalfOfCode(text: string): boolean {
  return (text.match(/`+/g) ?? []).length % 2 === 1;
}

function shown(text: string): string {
  const line = oneLine(text);
  return `"${line.length > SHOWN_LENGTH ? `${line.slice(0, SHOWN_LENGTH)}…` : line}"`;
}
