/** A page's resolved tree as Markdown text, for readers that want no HTML. */
import type { Root } from "mdast";
import type { Handle, Options } from "mdast-util-to-markdown";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import type { DescriptionDetails, DescriptionList, DescriptionTerm } from "./definition-list.ts";
import { plainNodes } from "./plain-tree.ts";

declare module "mdast-util-to-markdown" {
  interface ConstructNameMap {
    descriptionList: "descriptionList";
    descriptionTerm: "descriptionTerm";
    descriptionDetails: "descriptionDetails";
  }
}

const listHandle: Handle = (node: DescriptionList, _, state, info) => {
  const exit = state.enter("descriptionList");
  const value = node.children
    .map((child, index) => gapBefore(node, index) + state.handle(child, node, state, info))
    .join("");
  exit();
  return value;
};

const termHandle: Handle = (node: DescriptionTerm, _, state, info) => {
  const exit = state.enter("descriptionTerm");
  const exitPhrasing = state.enter("phrasing");
  const value = state.containerPhrasing(node, { ...info, before: "\n", after: "\n" });
  exitPhrasing();
  exit();
  return value;
};

const detailsHandle: Handle = (node: DescriptionDetails, _, state, info) => {
  const exit = state.enter("descriptionDetails");
  const value = state.indentLines(state.containerFlow(node, info), (line, index, isBlank) => {
    if (index === 0) return `: ${line}`;
    return isBlank ? "" : `  ${line}`;
  });
  exit();
  return value;
};

function gapBefore({ children }: DescriptionList, index: number): string {
  const [before, child] = [children[index - 1], children[index]];
  if (before === undefined) return "";
  const isLoose = child?.type === "descriptionDetails" && child.spread === true;
  const isNext = child?.type === "descriptionTerm" && before.type === "descriptionDetails";
  return isLoose || isNext ? "\n\n" : "\n";
}

const OPTIONS: Options = {
  bullet: "-",
  emphasis: "*",
  fences: true,
  listItemIndent: "one",
  rule: "-",
  handlers: {
    descriptionList: listHandle,
    descriptionTerm: termHandle,
    descriptionDetails: detailsHandle,
  },
  // A colon at a line's start would make definitions of what follows.
  unsafe: [{ character: ":", atBreak: true, after: "[ \\t\\r\\n]" }],
};

const PROCESSOR = unified()
  .use(remarkStringify, OPTIONS)
  // Padding would cost more than all cells together where one of them is long.
  .use(remarkGfm, { singleTilde: false, tablePipeAlign: false })
  .freeze();

/**
 * The Markdown of a tree; parsed again it gives the same text, headings, code and
 * links. Admonitions become quotes under their title, tabs sections under their
 * labels (`**Cloud › SSH tunnel**`).
 */
export function toMarkdown(tree: Root): string {
  return PROCESSOR.stringify({ type: "root", children: plainNodes(tree.children) });
}
