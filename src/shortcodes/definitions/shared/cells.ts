/** Data as cells of tables and items of lists. */
import type { BlockContent, DefinitionContent, RootContent } from "mdast";
import type { DataNode } from "../../../data/types.ts";
import type { Cell } from "../../nodes/table.ts";
import { isPhrasing } from "../../phrasing.ts";
import type { Context } from "../../types.ts";

/**
 * A scalar's Markdown; a list of scalars as a bullet list. Nothing for a value
 * that is not there; maps have no text.
 */
export function cellOf(node: DataNode | undefined, target: string, context: Context): Cell {
  if (node === undefined || node.kind === "map") return [];
  if (node.kind === "scalar") {
    return node.value === null ? [] : context.parse(node.text, target);
  }
  const items = node.items.map((item) => cellOf(item, target, context));
  return items.length === 0 ? [] : [bulletList(items)];
}

/** A cell of plain text. */
export function textCell(value: string): Cell {
  return [{ type: "paragraph", children: [{ type: "text", value }] }];
}

/** A list whose items hold Markdown. */
export function bulletList(items: readonly Cell[], ordered = false): RootContent {
  const isSpread = items.some((item) => item.length > 1);
  return {
    type: "list",
    ordered,
    start: ordered ? 1 : null,
    spread: isSpread,
    children: items.map((item) => ({
      type: "listItem",
      spread: item.length > 1,
      children: item.filter(isBlock),
    })),
  };
}

/** A parser gives blocks only; the type of its result does not say so. */
function isBlock(node: RootContent): node is BlockContent | DefinitionContent {
  return !isPhrasing(node);
}
