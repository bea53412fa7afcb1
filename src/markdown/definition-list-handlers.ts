/** Definition lists as `dl`, `dt` and `dd`, for remark-rehype. */
import type { Element, ElementContent } from "hast";
import type { Parents } from "mdast";
import type { Handler, Handlers, State } from "mdast-util-to-hast";
import type { DescriptionDetails, DescriptionList, DescriptionTerm } from "./definition-list.ts";

const listHandler: Handler = (state, node: DescriptionList) =>
  toElement(state, node, "dl", state.wrap(state.all(node), true));

const termHandler: Handler = (state, node: DescriptionTerm) =>
  toElement(state, node, "dt", state.all(node));

/** Goldmark: paragraphs of details without blank lines are text of the `dd` itself. */
const detailsHandler: Handler = (state, node: DescriptionDetails) => {
  const content = state.all(node);
  if (node.spread) return toElement(state, node, "dd", state.wrap(content, true));
  const blocks = content.flatMap((child, index): ElementContent[] => {
    const gap: ElementContent[] = index === 0 ? [] : [{ type: "text", value: "\n" }];
    const isParagraph = child.type === "element" && child.tagName === "p";
    return [...gap, ...(isParagraph ? child.children : [child])];
  });
  return toElement(state, node, "dd", blocks);
};

/** The handlers by node name. */
export const definitionListHandlers: Handlers = {
  descriptionList: listHandler,
  descriptionTerm: termHandler,
  descriptionDetails: detailsHandler,
};

function toElement(
  state: State,
  node: Parents,
  tagName: string,
  children: ElementContent[],
): ElementContent {
  const result: Element = { type: "element", tagName, properties: {}, children };
  state.patch(node, result);
  return state.applyData(node, result);
}
