/** Raw HTML as plain Markdown carries it. */
import type { Html, RootContent } from "mdast";
import { mapHtmlAddresses } from "./html-addresses.ts";

/** Raw HTML with other addresses; comments are left out, and a drawing is told by its label. */
export function plainHtml(node: Html, address: (url: string) => string): RootContent[] {
  const drawing = drawingOf(node);
  if (drawing !== undefined) return drawing;
  if (/^\s*<!--(?:(?!-->)[\s\S])*-->\s*$/.test(node.value)) return [];
  return [{ type: "html", value: mapHtmlAddresses(node.value, address) }];
}

/** The text alternative of a drawing, if the node is one. */
export function drawingOf(node: RootContent): RootContent[] | undefined {
  if (node.type !== "html" || !node.value.startsWith("<svg")) return undefined;
  const [, label] = /^<svg\b[^>]*?\saria-label="([^"]*)"/.exec(node.value) ?? [];
  if (label === undefined) return [];
  const value = label.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  return [
    { type: "paragraph", children: [{ type: "text", value: value.replaceAll("&amp;", "&") }] },
  ];
}
