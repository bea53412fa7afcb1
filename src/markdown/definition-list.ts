/**
 * Definition lists (PHP Markdown Extra, as Goldmark reads them): the syntax for
 * the stock parser, and one shape of the nodes for both parsers.
 */
import type { Nodes, Root, RootContent, RootContentMap } from "mdast";
import type { Extension } from "mdast-util-from-markdown";
import { defList } from "micromark-extension-definition-list";
import type { Processor } from "unified";
import type { Point } from "unist";

export type DescriptionList = RootContentMap["descriptionList"];
export type DescriptionTerm = RootContentMap["descriptionTerm"];
export type DescriptionDetails = RootContentMap["descriptionDetails"];

declare module "mdast" {
  interface BlockContentMap {
    descriptionList: DescriptionList;
  }
}

/** From the syntax's tokens to nodes. */
const FROM_MARKDOWN: Extension = {
  enter: {
    defList(token) {
      this.enter({ type: "descriptionList", children: [] }, token);
    },
    defListTerm(token) {
      this.enter({ type: "descriptionTerm", children: [] }, token);
    },
    defListDescription(token) {
      this.enter({ type: "descriptionDetails", children: [] }, token);
    },
  },
  exit: {
    defList(token) {
      this.exit(token);
    },
    defListTerm(token) {
      this.exit(token);
    },
    defListDescription(token) {
      this.exit(token);
    },
  },
};

/** Plugin: remark-parse reads definition lists. */
export function definitionListSyntax(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push(defList);
  data.fromMarkdownExtensions ??= [];
  data.fromMarkdownExtensions.push(FROM_MARKDOWN);
}

/**
 * Gives every definition list of a tree exact positions (terms and details end
 * with their content, details start at their colon) and `spread`: whether a blank
 * line stands before the colon or between the details' blocks.
 */
export function settleDefinitionLists(tree: Root, text: string): Root {
  if (text.includes(":")) settle(tree, text);
  return tree;
}

function settle(parent: Nodes, text: string): void {
  if (!("children" in parent)) return;
  for (const child of parent.children) settle(child, text);
  if (parent.type === "descriptionList") settleList(parent, text);
  const last = parent.children.at(-1);
  if (parent.type !== "root" && last?.type === "descriptionList") {
    // The stock syntax lets a list take its line's end along, and so its containers.
    endAt(parent, last.position?.end);
  }
}

function settleList(list: DescriptionList, text: string): void {
  let previous: Nodes | undefined;
  for (const item of list.children) {
    if (item.type === "descriptionDetails") settleDetails(item, previous, text);
    else endAt(item, item.children.at(-1)?.position?.end);
    previous = item;
  }
  endAt(list, previous?.position?.end);
}

function settleDetails(
  details: DescriptionDetails,
  previous: Nodes | undefined,
  text: string,
): void {
  startAtColon(details, text);
  const last = details.children.at(-1);
  const { start } = details.position ?? {};
  endAt(details, last?.position?.end ?? (start && after(start)));
  details.spread = hasGap([previous, details]) || hasGap(details.children);
}

function startAtColon({ position }: DescriptionDetails, text: string): void {
  if (position?.start.offset === undefined) return;
  const { line, column, offset } = position.start;
  const back = offset - text.lastIndexOf(":", offset);
  position.start = { line, column: column - back, offset: offset - back };
}

function after({ line, column, offset = 0 }: Point): Point {
  return { line, column: column + 1, offset: offset + 1 };
}

function endAt(node: Nodes, end: Point | undefined): void {
  if (node.position !== undefined && end !== undefined) node.position.end = { ...end };
}

/** Whether a blank line stands between two of the neighbours. */
function hasGap(nodes: readonly (Nodes | RootContent | undefined)[]): boolean {
  return nodes.some((node, index) => {
    const before = nodes[index - 1]?.position?.end.line;
    const start = node?.position?.start.line;
    return before !== undefined && start !== undefined && start > before + 1;
  });
}
