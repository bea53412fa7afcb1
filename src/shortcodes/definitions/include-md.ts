import type { ShortcodeDefinition } from "../types.ts";

/** `include-md`: a Markdown file's text. */
export const includeMd: ShortcodeDefinition = {
  name: "include-md",
  doc: "The text of a Markdown file, without its front matter.",
  parameters: {
    file: {
      type: "string",
      names: "file",
      position: 0,
      required: true,
      doc: "The file's path from the site's root, or below `data/` or `content/`.",
    },
  },
  body: "none",
  output: "markdown",
  render: (call, context) => {
    const found = context.file(call, "file");
    return found === undefined ? { type: "failed" } : { type: "markdown", ...found };
  },
};
