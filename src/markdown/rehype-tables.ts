/** Tables in a box that scrolls, with headers that say what they head. */
import type { Element, Parents, Root } from "hast";
import type { Plugin } from "unified";
import { SKIP, visit } from "unist-util-visit";
import { nameRows, textOf } from "./table-headers.ts";

/** Classes for the values of `align`, an attribute that HTML has given up (HTML: obsolete features). */
const ALIGNMENTS: Readonly<Record<string, string>> = {
  left: "align-start",
  center: "align-center",
  right: "align-end",
};

/**
 * The step. A table wider than the page scrolls in its own box, which takes
 * focus so that it scrolls by keyboard too (WCAG 2.1.1); header cells say what they
 * head (WCAG H63). The alignment of a column becomes a class.
 */
export const rehypeTables: Plugin<[], Root> = () => (tree) => {
  let heading = "";
  visit(tree, "element", (node, index, parent) => {
    if (/^h[1-6]$/.test(node.tagName)) heading = textOf(node).trim();
    if (node.tagName !== "table" || parent === undefined || index === undefined) return;
    visit(node, "element", (cell, _, row) => settleCell(cell, row));
    nameRows(node);
    if (isScrollBox(parent)) return SKIP;
    parent.children[index] = scrollBox(node, heading);
    return [SKIP, index + 1];
  });
};

function isScrollBox(parent: Parents): boolean {
  if (parent.type !== "element") return false;
  const { className } = parent.properties;
  return Array.isArray(className) && className.includes("scroll");
}

/** The box, named after the table's caption or the heading that it stands under. */
function scrollBox(table: Element, heading: string): Element {
  const caption = table.children.find((n) => n.type === "element" && n.tagName === "caption");
  const name = caption === undefined ? heading : textOf(caption).trim();
  const ariaLabel = name === "" ? "Table" : `Table: ${name}`;
  return {
    type: "element",
    tagName: "div",
    properties: { className: ["scroll"], tabIndex: 0, role: "group", ariaLabel },
    children: [table],
  };
}

function settleCell(cell: Element, row: Parents | undefined): void {
  if (cell.tagName !== "th" && cell.tagName !== "td") return;
  if (cell.tagName === "th" && isHeaderRow(row)) cell.properties.scope ??= "col";
  const { align, className, ...rest } = cell.properties;
  const own = ALIGNMENTS[String(align).toLowerCase()];
  if (own === undefined) return;
  cell.properties = { ...rest, className: [...(Array.isArray(className) ? className : []), own] };
}

/** A row all of whose cells are headers. */
function isHeaderRow(row: Parents | undefined): boolean {
  return row !== undefined && !row.children.some((n) => n.type === "element" && n.tagName === "td");
}
