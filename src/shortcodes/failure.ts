/**
 * What stands in the place of a call that failed, while an author looks at the page: the
 * tag as it was written, and what is wrong with it. Built pages show nothing there.
 */
import type { Nodes, PhrasingContent, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { MappedSpan } from "../text/mapped.ts";
import { blockElement, inlineElement, lineElement } from "./nodes/elements.ts";
import { isBlank } from "./phrasing.ts";

/** A box, or in a line a span, with the tag at `span` and the messages about it. */
export function failureNodes(
  span: MappedSpan,
  messages: readonly string[],
  isBlock: boolean,
): RootContent[] {
  const { source, start, end } = span;
  const tag: PhrasingContent = { type: "inlineCode", value: source.text.slice(start, end) };
  const properties = { className: ["waymark-failed"], role: "note", ariaLabel: "Failed shortcode" };
  const lines = messages.map((message) => lineElement("p", {}, [literal(message)]));
  const node = isBlock
    ? blockElement("div", properties, [lineElement("p", {}, [tag]), ...lines])
    : inlineElement("span", properties, [tag, literal(` ${messages.join(" ")}`)]);
  failures.add(node);
  return [node];
}

const failures = new WeakSet<Nodes>();

/** The text of a node and all in it, without what only tells of failed calls. */
export function textWithoutFailures(node: Nodes): string {
  if (failures.has(node)) return "";
  if (!("children" in node)) return textOf(node, { includeHtml: false });
  return node.children.map(textWithoutFailures).join("");
}

/** Whether a node stands for a failed call. */
export function isFailure(node: Nodes): boolean {
  return failures.has(node);
}

/** Nodes without what stands for failed calls, and that by itself: for bodies of calls that look at their nodes. */
export function withoutFailures(nodes: readonly RootContent[]): {
  readonly rest: RootContent[];
  readonly failed: RootContent[];
} {
  const failed: RootContent[] = [];
  const rest = nodes.flatMap((node): RootContent[] => {
    if (failures.has(node)) failed.push(node);
    if (failures.has(node)) return [];
    if (node.type !== "paragraph") return [node];
    const inner = withoutFailures(node.children);
    if (inner.failed.length === 0) return [node];
    failed.push({ ...node, children: inner.failed as PhrasingContent[] });
    return inner.rest.every(isBlank)
      ? []
      : [{ ...node, children: inner.rest as PhrasingContent[] }];
  });
  return { rest, failed };
}

/** Text that no later step takes for anything else. */
function literal(value: string): PhrasingContent {
  return { type: "text", value, data: { isLiteral: true } };
}
