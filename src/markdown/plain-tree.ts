/**
 * A tree in plain Markdown's terms: what shortcodes made of elements that Markdown
 * lacks becomes quotes, labelled sections and text. The given tree stays as it is.
 */
import type { Code, Nodes, PhrasingContent, RootContent, TableCell } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Admonition } from "../shortcodes/nodes/admonition.ts";
import type { Tabs } from "../shortcodes/nodes/tabs.ts";
import { asPhrasing, gatherBlocks, isPhrasing } from "../shortcodes/phrasing.ts";
import { fenceOf } from "./remark-fences.ts";

/** Nodes without what only this project's outputs know; `path`: the labels of the tabs around. */
export function plainNodes(
  nodes: readonly RootContent[],
  path: readonly string[] = [],
): RootContent[] {
  return nodes.flatMap((node) => plain(node, path));
}

function plain(node: RootContent, path: readonly string[]): RootContent[] {
  switch (node.type) {
    case "admonition":
      return [quoteOf(node, path)];
    case "tabs":
      return sectionsOf(node, path);
    case "code":
      return [plainCode(node)];
    case "html":
      return drawingOf(node.value) ?? [node];
    case "tableCell":
      return [plainCell(node, path)];
    default:
      return plainParent(node, path);
  }
}

function plainParent(node: RootContent, path: readonly string[]): RootContent[] {
  if (!("children" in node)) return [node];
  const children = plainNodes(node.children, path);
  const { hName } = { hName: undefined, ...node.data };
  if (node.type === "emphasis" && hName !== undefined) return inlineElement(hName, children);
  // What the element held by itself, an image say, is a paragraph without it.
  if (node.type === "blockquote" && hName !== undefined) return gatherBlocks(children, undefined);
  return [withChildren(node, children)];
}

/** The children's types are those that the node had, since each stays what it was. */
function withChildren<Node extends RootContent>(node: Node, children: RootContent[]): Node {
  return { ...node, children };
}

function inlineElement(name: string, children: RootContent[]): RootContent[] {
  if (!/^(?:code|kbd|samp|var)$/.test(name)) return children;
  return [{ type: "inlineCode", value: children.map((child) => textOf(child)).join("") }];
}

/** The first child of an admonition is its label. */
function quoteOf({ title, children }: Admonition, path: readonly string[]): RootContent {
  const content = plainNodes(children.slice(1), path) as (typeof children)[number][];
  return withChildren({ type: "blockquote", children: [] }, [labelled(title), ...content]);
}

function sectionsOf({ children }: Tabs, path: readonly string[]): RootContent[] {
  return children.flatMap((tab) => {
    const inner = [...path, tab.label];
    return [labelled(inner.join(" › ")), ...plainNodes(tab.children, inner)];
  });
}

function labelled(label: string): RootContent {
  const text: PhrasingContent = { type: "text", value: label };
  return { type: "paragraph", children: [{ type: "strong", children: [text] }] };
}

/** Marked lines and the like mean something to this project's pages only. */
function plainCode(code: Code): Code {
  const { language } = fenceOf(code);
  return { ...code, lang: language === "" ? null : language, meta: null };
}

/** A drawing is told by its text alternative. */
function drawingOf(html: string): RootContent[] | undefined {
  if (!html.startsWith("<svg")) return undefined;
  const [, label] = /^<svg\b[^>]*?\saria-label="([^"]*)"/.exec(html) ?? [];
  if (label === undefined) return [];
  const value = label.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  return [
    { type: "paragraph", children: [{ type: "text", value: value.replaceAll("&amp;", "&") }] },
  ];
}

/** GFM: a cell is one line of text; blocks in it stand one after the other. */
function plainCell(cell: TableCell, path: readonly string[]): TableCell {
  const children: readonly Nodes[] = cell.children;
  const blocks = plainNodes(children as readonly RootContent[], path);
  return { ...cell, children: blocks.every(isPhrasing) ? blocks : joinLines(cellLines(blocks)) };
}

function cellLines(blocks: readonly RootContent[]): PhrasingContent[][] {
  return blocks.flatMap((block): PhrasingContent[][] => {
    if (block.type === "code") {
      return block.value.split("\n").map((value) => [{ type: "inlineCode", value }]);
    }
    if (block.type === "list") {
      return block.children.map((item) => [
        { type: "text", value: "• " },
        ...joinLines(cellLines(item.children)),
      ]);
    }
    const line = asPhrasing([block]).filter(isPhrasing);
    return [line.length > 0 ? line : [{ type: "text", value: textOf(block) }]];
  });
}

function joinLines(lines: readonly PhrasingContent[][]): PhrasingContent[] {
  return lines.flatMap((line, index): PhrasingContent[] =>
    index === 0 ? line : [{ type: "html", value: "<br>" }, ...line],
  );
}
