/**
 * A tree in plain Markdown's terms (CommonMark with GFM): what shortcodes and this
 * project's dialect made of elements that Markdown lacks becomes quotes, labelled
 * sections, lists and text. The given tree stays as it is.
 */
import type { Code, Heading, Link, List, Paragraph, PhrasingContent, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Admonition } from "../shortcodes/nodes/admonition.ts";
import type { Tabs } from "../shortcodes/nodes/tabs.ts";
import { gatherBlocks } from "../shortcodes/phrasing.ts";
import type { DescriptionList } from "./definition-list.ts";
import type { Fence } from "./fences.ts";
import { plainCell } from "./plain-cells.ts";
import { drawingOf, plainHtml } from "./plain-html.ts";
import { fenceOf } from "./remark-fences.ts";

/** What the nodes of a place need to know. */
export interface PlainContext {
  /** The labels of the tabs around, outermost first. */
  readonly path: readonly string[];
  /** An address of the page as the Markdown carries it. */
  readonly address: (url: string) => string;
}

/** Nodes without what only this project's pages know; the same list if there is nothing of it. */
export function plainNodes(nodes: RootContent[], context: PlainContext): RootContent[] {
  if (nodes.every(isPlain)) return nodes;
  const result: RootContent[] = [];
  let previous: RootContent | undefined;
  const add = (node: RootContent): void => {
    if (isJoined(previous, node)) result.push({ type: "html", value: "<!---->" });
    result.push(node);
    previous = node;
  };
  nodes.forEach((node, index) => {
    if (node.type === "text") add(node);
    else for (const made of plain(node, context)) add(made);
    if (isOpen(node, nodes[index + 1])) add({ type: "thematicBreak" });
  });
  return result;
}

/** Whether a node, alone among its like, is the same in any Markdown. */
function isPlain(node: RootContent, index: number, nodes: readonly RootContent[]): boolean {
  return node.type === "text" || (node.type === "inlineCode" && !isJoined(nodes[index - 1], node));
}

function plain(node: RootContent, context: PlainContext): RootContent[] {
  switch (node.type) {
    case "admonition":
      return [quoteOf(node, context)];
    case "tabs":
      return sectionsOf(node, context);
    case "descriptionList":
      return descriptionsOf(node, context);
    case "code":
      return codeOf(node);
    case "html":
      return plainHtml(node, context.address);
    case "link":
    case "definition":
    case "image":
      return addressed({ ...node, url: context.address(node.url) }, context);
    case "tableCell":
      return [plainCell(node, (nodes) => plainNodes(nodes, context))];
    default:
      return plainParent(node, context);
  }
}

function plainParent(node: RootContent, context: PlainContext): RootContent[] {
  if (!("children" in node)) return [node];
  const hName = hNameOf(node);
  if (node.type === "blockquote" && hName !== undefined) return elementOf(node.children, context);
  const children = plainNodes(node.children, context);
  if (node.type === "emphasis" && hName !== undefined) return inlineElement(hName, children);
  if (node.type === "paragraph" && hName !== undefined) return [lineOf(node, hName, children)];
  return [children === node.children ? node : withChildren(node, children)];
}

function hNameOf({ data }: RootContent): string | undefined {
  return data !== undefined && "hName" in data ? data.hName : undefined;
}

/** The children's types are those that the node had, since each stays what it was. */
function withChildren<Node extends RootContent>(node: Node, children: RootContent[]): Node {
  return { ...node, children };
}

/** What an element held by itself, an image say, is a paragraph without it. */
function elementOf(children: RootContent[], context: PlainContext): RootContent[] {
  // The words below a drawing say what it shows.
  const isTold = children.some(({ data }) => data !== undefined && isCaption(data));
  const told = children.filter((child) => !isTold || drawingOf(child) === undefined);
  return gatherBlocks(plainNodes(told, context), undefined);
}

function isCaption(data: object): boolean {
  return "hName" in data && data.hName === "figcaption";
}

/** A line of text that is an element: a summary, a heading that no outline has. */
function lineOf(node: Paragraph, name: string, children: RootContent[]): RootContent {
  const [, depth] = /^h([1-6])$/.exec(name) ?? [];
  if (depth !== undefined)
    return withChildren(
      { type: "heading", depth: Number(depth) as Heading["depth"], children: [] },
      children,
    );
  return name === "summary" ? labelled(children) : withChildren(node, children);
}

function inlineElement(name: string, children: RootContent[]): RootContent[] {
  if (!/^(?:code|kbd|samp|var)$/.test(name)) return children;
  return [{ type: "inlineCode", value: children.map((child) => textOf(child)).join("") }];
}

function addressed(
  node: Extract<RootContent, { url: string }>,
  context: PlainContext,
): RootContent[] {
  if (node.type !== "link") return [node];
  const link = withChildren(node, plainNodes(node.children, context));
  return isCard(link) ? cardOf(link) : [link];
}

function isCard({ data }: Link): boolean {
  const { className } = data?.hProperties ?? {};
  return Array.isArray(className) && className.includes("card");
}

/** A card is a link with its title, and the line about it below. */
function cardOf(link: Link): RootContent[] {
  const [title, ...about] = link.children;
  if (title?.type !== "strong") return [link];
  const line = about.filter((node) => textOf(node).trim() !== "");
  const gap: PhrasingContent[] = line.length > 0 ? [{ type: "text", value: "\n" }] : [];
  return [{ ...link, children: title.children } as Link, ...gap, ...line];
}

/** The first child of an admonition is its label. */
function quoteOf({ title, children }: Admonition, context: PlainContext): RootContent {
  const content = plainNodes(children.slice(1), context);
  return withChildren({ type: "blockquote", children: [] }, [labelledText(title), ...content]);
}

function sectionsOf({ children }: Tabs, context: PlainContext): RootContent[] {
  return children.flatMap((tab) => {
    const path = [...context.path, tab.label];
    return [labelledText(path.join(" › ")), ...plainNodes(tab.children, { ...context, path })];
  });
}

/** Between the last panel of a group and what follows outside of it stands a line; a heading is one. */
function isOpen(node: RootContent, next: RootContent | undefined): boolean {
  return node.type === "tabs" && next !== undefined && next.type !== "heading";
}

/** Two code spans side by side would become one. */
function isJoined(previous: RootContent | undefined, node: RootContent): boolean {
  return node.type === "inlineCode" && previous?.type === "inlineCode";
}

/** CommonMark has no definitions: a term is a label, what it means stands in a list. */
function descriptionsOf({ children }: DescriptionList, context: PlainContext): RootContent[] {
  const blocks: RootContent[] = [];
  for (const child of children) {
    const content = plainNodes(child.children, context);
    if (child.type === "descriptionTerm") {
      blocks.push(labelled(content));
      continue;
    }
    const item = withChildren({ type: "listItem", spread: child.spread, children: [] }, content);
    const last = blocks.at(-1);
    if (last?.type === "list") last.children.push(item);
    else blocks.push({ type: "list", spread: false, children: [item] } satisfies List);
  }
  return blocks;
}

function labelledText(value: string): RootContent {
  return labelled([{ type: "text", value }]);
}

/** A paragraph in bold; what was bold in it already is not bold twice. */
function labelled(children: readonly RootContent[]): RootContent {
  const content = children.flatMap((child): RootContent[] =>
    child.type === "strong" ? child.children : [child],
  );
  const strong = withChildren({ type: "strong", children: [] }, content);
  return { type: "paragraph", children: [strong] };
}

/** Names of plain text that only this project's fences know. */
const PLAIN_TEXT = /^(?:nofmt|none|output)$/i;

/** Lines that are taken away must not be read as if they stayed. */
function changesOf({ inserted, deleted }: Fence): string[] {
  const options = Object.entries({ del: deleted, ins: inserted })
    .filter(([, lines]) => lines.size > 0)
    .map(([name, lines]) => `${name}="${[...lines].join(" ")}"`);
  return options.length === 0 ? [] : [`{${options.join(" ")}}`];
}

/**
 * A block and its title, which is text that readers see. Marked lines and the like mean
 * something to this project's pages only.
 */
function codeOf(code: Code): RootContent[] {
  const fence = fenceOf(code);
  const { language, title } = fence;
  const named = title === undefined ? [] : [`title="${title.replaceAll('"', "'")}"`];
  const meta = [...named, ...changesOf(fence)].join(" ") || null;
  // Without a language, the title would be taken for one.
  const isText = PLAIN_TEXT.test(language) || (language === "" && meta !== null);
  const lang = isText ? "text" : language || null;
  const block: Code = { type: "code", value: code.value, lang, meta };
  return title === undefined ? [block] : [labelledText(title), block];
}
