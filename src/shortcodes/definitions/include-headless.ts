import type { ShortcodeDefinition } from "../types.ts";

/** `include-headless`: another page's text. */
export const includeHeadless: ShortcodeDefinition = {
  name: "include-headless",
  doc: "The text of another page, which may be one that is never published itself (`headless: true`).",
  parameters: {
    page: {
      type: "string",
      names: "page",
      position: 0,
      required: true,
      doc: "The page's path below `content/`, with or without `.md`.",
    },
  },
  body: "none",
  output: "markdown",
  render: (call, context) => {
    const found = context.page(call, "page");
    return found === undefined ? { type: "failed" } : { type: "markdown", ...found };
  },
};
