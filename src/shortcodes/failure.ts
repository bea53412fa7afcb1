/**
 * What stands in the place of a call that failed, while an author looks at the page: the
 * tag as it was written, and what is wrong with it. Built pages show nothing there.
 */
import type { PhrasingContent, RootContent } from "mdast";
import type { MappedSpan } from "../text/mapped.ts";
import { blockElement, inlineElement, lineElement } from "./nodes/elements.ts";

/** A box, or in a line a span, with the tag at `span` and the messages about it. */
export function failureNodes(
  span: MappedSpan,
  messages: readonly string[],
  isBlock: boolean,
): RootContent[] {
  const { source, start, end } = span;
  const tag: PhrasingContent = { type: "inlineCode", value: source.text.slice(start, end) };
  const properties = { className: ["waymark-failed"], role: "note", ariaLabel: "Failed shortcode" };
  if (!isBlock)
    return [inlineElement("span", properties, [tag, literal(` ${messages.join(" ")}`)])];
  const lines = messages.map((message) => lineElement("p", {}, [literal(message)]));
  return [blockElement("div", properties, [lineElement("p", {}, [tag]), ...lines])];
}

/** Text that no later step takes for anything else. */
function literal(value: string): PhrasingContent {
  return { type: "text", value, data: { isLiteral: true } };
}
