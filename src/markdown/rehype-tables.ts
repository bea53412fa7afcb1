/** Tables in a box that scrolls, with headers that say what they head. */
import type { Element, Parents, Root } from "hast";
import type { Plugin } from "unified";
import { ownText } from "./own-text.ts";
import { classesOf } from "./properties.ts";
import { nameRows } from "./table-headers.ts";

const HEADING = /^h[1-6]$/;

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
  settleTables(tree, { heading: "" });
};

/** `place` holds the text of the last heading so far. A table within another one stays in its box. */
function settleTables(parent: Parents, place: { heading: string }): void {
  const { children } = parent;
  children.forEach((node, index) => {
    if (node.type !== "element") return;
    if (node.tagName === "table") {
      settleCells(node, parent);
      nameRows(node);
      if (!isScrollBox(parent)) children[index] = scrollBox(node, place.heading);
    } else {
      if (HEADING.test(node.tagName)) place.heading = ownText(node).trim();
      settleTables(node, place);
    }
  });
}

function isScrollBox(parent: Parents): boolean {
  return parent.type === "element" && classesOf(parent).includes("scroll");
}

/** The box, named after the table's caption or the heading that it stands under. */
function scrollBox(table: Element, heading: string): Element {
  const caption = table.children.find((n) => n.type === "element" && n.tagName === "caption");
  const name = caption === undefined ? heading : ownText(caption).trim();
  const ariaLabel = name === "" ? "Table" : `Table: ${name}`;
  return {
    type: "element",
    tagName: "div",
    properties: { className: ["scroll"], tabIndex: 0, role: "group", ariaLabel },
    children: [table],
  };
}

function settleCells(element: Element, parent: Parents): void {
  if (element.tagName === "th" || element.tagName === "td") settleCell(element, parent);
  for (const child of element.children) if (child.type === "element") settleCells(child, element);
}

function settleCell(cell: Element, row: Parents): void {
  if (cell.tagName === "th" && isHeaderRow(row)) cell.properties.scope ??= "col";
  const { align, ...rest } = cell.properties;
  const own = ALIGNMENTS[String(align).toLowerCase()];
  if (own === undefined) return;
  cell.properties = { ...rest, className: [...classesOf(cell), own] };
}

/** A row all of whose cells are headers. */
function isHeaderRow(row: Parents): boolean {
  return !row.children.some((n) => n.type === "element" && n.tagName === "td");
}
