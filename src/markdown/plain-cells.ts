/**
 * Table cells in plain Markdown. GFM: a cell is one line of text. Blocks in it are
 * elements in that line, which renderers of GFM show as what they are.
 */
import type {
  Code,
  Html,
  InlineCode,
  List,
  PhrasingContent,
  RootContent,
  TableCell,
  Text,
} from "mdast";
import { asPhrasing, isPhrasing } from "../shortcodes/phrasing.ts";

/** A cell that one line can hold; `plain` makes its content plain Markdown first. */
export function plainCell(
  cell: TableCell,
  plain: (nodes: RootContent[]) => RootContent[],
): TableCell {
  const children = plain(cell.children);
  if (children.every(isInLine)) return { type: "tableCell", children };
  return { type: "tableCell", children: inLine(children) };
}

/** Whether a node is on one line as it is. */
function isInLine(node: RootContent): node is InlineCode | Text {
  return node.type === "inlineCode" || (node.type === "text" && !node.value.includes("\n"));
}

/** Blocks and phrasing content as one line. */
function inLine(nodes: readonly RootContent[]): PhrasingContent[] {
  return nodes.flatMap((node, index): PhrasingContent[] => {
    const before = nodes[index - 1];
    const isNext = node.type === "paragraph" && before?.type === "paragraph";
    return [...(isNext ? [html("<br>")] : []), ...line(node)];
  });
}

function line(node: RootContent): PhrasingContent[] {
  switch (node.type) {
    case "break":
      return [html("<br>")];
    case "text":
      return [{ type: "text", value: node.value.replace(/\s*\n\s*/g, " ") }];
    case "html":
      return [html(node.value)];
    case "code":
      return codeOf(node);
    case "list":
      return listOf(node);
    case "blockquote":
      return element("blockquote", inLine(node.children));
    case "heading":
      return element(`h${node.depth}`, inLine(node.children));
    case "thematicBreak":
      return [html("<hr>")];
    default:
      return phrasing(node);
  }
}

function phrasing(node: RootContent): PhrasingContent[] {
  if (node.type === "paragraph") return inLine(node.children);
  if ("children" in node && isPhrasing(node)) {
    return [{ ...node, children: inLine(node.children) } as PhrasingContent];
  }
  return asPhrasing([node]).filter(isPhrasing);
}

/** The text node keeps line breaks as character references. */
function codeOf({ value, lang }: Code): PhrasingContent[] {
  const name = lang ? ` class="language-${lang.replace(/[^\w+#.-]/g, "")}"` : "";
  const content: PhrasingContent = { type: "text", value };
  return [html(`<pre><code${name}>`), content, html("</code></pre>")];
}

function listOf({ ordered, start, children }: List): PhrasingContent[] {
  const name = ordered ? "ol" : "ul";
  const first = ordered && start != null && start !== 1 ? ` start="${start}"` : "";
  const items = children.flatMap((item) => element("li", inLine(item.children)));
  return [html(`<${name}${first}>`), ...items, html(`</${name}>`)];
}

function element(name: string, content: PhrasingContent[]): PhrasingContent[] {
  return [html(`<${name}>`), ...content, html(`</${name}>`)];
}

function html(value: string): Html {
  return { type: "html", value: value.replace(/\s*\n\s*/g, " ").replaceAll("|", "&#124;") };
}
