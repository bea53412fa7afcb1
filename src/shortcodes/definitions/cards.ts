import type { ListItem, PhrasingContent } from "mdast";
import { inlineElement } from "../nodes/elements.ts";
import type { ListedPage, ShortcodeDefinition } from "../types.ts";
import { textArgument } from "./shared/inline.ts";

/** `cards`: the pages of a section as a choice of ways. */
export const cards: ShortcodeDefinition = {
  name: "cards",
  doc: "The pages of a section as cards. A card has the page's `linkTitle`, and below it `card` or else `description` from its front matter. The order is that of the pages' weights.",
  parameters: {
    section: {
      type: "string",
      names: "section",
      position: 0,
      required: true,
      doc: "The section's address.",
    },
    having: {
      type: "string",
      doc: "The name of a field; only pages that have it in their front matter are shown.",
    },
  },
  body: "none",
  output: "nodes",
  render: (call, context) => {
    const list = context.pages(call, "section", textArgument(call, "having"));
    if (list === undefined) return { type: "failed" };
    const data = { hProperties: { className: ["cards"] } };
    const children = list.pages.map(cardOf);
    return { type: "nodes", nodes: [{ type: "list", spread: false, data, children }] };
  },
};

/** A link that holds a title and a line below it. */
function cardOf({ title, url, description }: ListedPage): ListItem {
  const about: PhrasingContent[] =
    description === undefined
      ? []
      : [
          { type: "text", value: " " },
          inlineElement("small", {}, [{ type: "text", value: description }]),
        ];
  const name: PhrasingContent = { type: "strong", children: [{ type: "text", value: title }] };
  const data = { hProperties: { className: ["card"] } };
  const link: PhrasingContent = { type: "link", url, data, children: [name, ...about] };
  return {
    type: "listItem",
    spread: false,
    children: [{ type: "paragraph", children: [link] }],
  };
}
