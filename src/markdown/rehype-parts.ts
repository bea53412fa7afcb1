/**
 * Links from the blocks that a page takes from elsewhere to the lines where they are written,
 * so that a reader who finds a slip in shared text edits it there.
 */
import type { Element, Parents, Root } from "hast";
import type { Plugin } from "unified";
import { classesOf } from "./properties.ts";
import type { Provenance } from "./provenance.ts";

const HEADING = /^h[1-6]$/;

/** HTML: elements that a link can stand in, after all that they hold. */
const HOLDERS = new Set(
  "p div figure blockquote section article aside li dt dd details main header footer".split(" "),
);

/** Classes of boxes that scroll: the link would scroll along. */
const SCROLLERS = new Set(["diagram"]);

/** HTML: elements whose first child is the place for it. */
const LISTS = new Set(["ul", "ol", "dl"]);

/**
 * The step: of blocks that follow each other and come from the same entry, partial or file, the
 * first has a link to its place, `a.part`, which has a name and no text. The attributes that say
 * where blocks come from go, unless authors are to see them.
 */
export const rehypeParts: Plugin<[], Root> = () => (tree, file) => {
  const { provenance } = file.data;
  if (provenance !== undefined) linkParts(tree, provenance);
};

function linkParts(parent: Parents, provenance: Provenance): void {
  const { linkTo, isShown } = provenance;
  let before: string | undefined;
  // What is inserted on the way holds nothing.
  for (const node of [...parent.children]) {
    if (node.type !== "element") {
      if (node.type !== "text" || node.value.trim() !== "") before = undefined;
      continue;
    }
    const { dataWaymarkFrom, dataWaymarkAt } = node.properties;
    const from = typeof dataWaymarkFrom === "string" ? dataWaymarkFrom : undefined;
    const [, path, line] = /^(.*):(\d+):\d+$/s.exec(String(dataWaymarkAt)) ?? [];
    if (from !== undefined && from !== before && path !== undefined && linkTo !== undefined)
      insert(link(linkTo(path, Number(line)), from), node, parent);
    before = from;
    if (!isShown) {
      delete node.properties.dataWaymarkFrom;
      delete node.properties.dataWaymarkAt;
    }
    linkParts(node, provenance);
  }
}

/** In headings it stands beside the heading's own link, elsewhere at the end of the block. */
function insert(part: Element, block: Element, parent: Parents): void {
  const { tagName, children } = block;
  const inner = children.findLast((child) => child.type === "element");
  const first = children.find((child) => child.type === "element");
  if (HEADING.test(tagName)) (inner?.tagName === "span" ? inner : block).children.push(part);
  else if (HOLDERS.has(tagName) && !isScroller(block)) children.push(part);
  else if (LISTS.has(tagName) && first !== undefined && HOLDERS.has(first.tagName))
    first.children.push(part);
  else parent.children.splice(parent.children.indexOf(block) + 1, 0, part);
}

function isScroller(element: Element): boolean {
  return classesOf(element).some((name) => SCROLLERS.has(name));
}

function link(href: string, from: string): Element {
  const properties = { className: ["part"], href, title: `Edit this part: ${from}` };
  return { type: "element", tagName: "a", properties, children: [] };
}
