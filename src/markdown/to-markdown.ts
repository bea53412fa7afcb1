/** A page's resolved tree as Markdown text, for readers that want no HTML. */
import type { Root } from "mdast";
import type { Options } from "mdast-util-to-markdown";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { plainNodes } from "./plain-tree.ts";
import { quickRoot } from "./quick-markdown.ts";

const OPTIONS: Options = {
  handlers: { root: quickRoot() },
  bullet: "-",
  emphasis: "*",
  fences: true,
  listItemIndent: "one",
  rule: "-",
  // A colon at a line's start would make definitions of what follows.
  unsafe: [{ character: ":", atBreak: true, after: "[ \\t\\r\\n]" }],
};

const PROCESSOR = unified()
  .use(remarkStringify, OPTIONS)
  // Padding would cost more than all cells together where one of them is long.
  .use(remarkGfm, { singleTilde: false, tablePipeAlign: false })
  .freeze();

/**
 * The Markdown of a tree (CommonMark with GFM); read by any renderer, it gives the same
 * text, headings, code and links. Admonitions become quotes under their title, tabs
 * sections under their labels (`**Cloud › SSH tunnel**`). `address` says how an address
 * of the page is written, for readers that do not know where the text comes from.
 */
export function toMarkdown(tree: Root, address: (url: string) => string = (url) => url): string {
  const children = plainNodes(tree.children, { path: [], address });
  return PROCESSOR.stringify({ type: "root", children });
}
