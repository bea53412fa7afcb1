/** What ref and relref have in common (Hugo: "Links and cross references"). */
import type { ShortcodeDefinition } from "../../types.ts";

/** A shortcode that stands for the address of a page. */
export function refShortcode(
  name: string,
  kind: "absolute" | "relative",
  doc: string,
): ShortcodeDefinition {
  return {
    name,
    doc,
    parameters: {
      path: {
        type: "string",
        names: "ref",
        position: 0,
        required: true,
        doc: "The page's path from `content/` if it begins with `/`, else from this page's folder; with or without `.md`. A `#fragment` is kept.",
      },
    },
    body: "none",
    output: "nodes",
    render: (call, context) => {
      const value = context.ref(call, "path", kind);
      return value === undefined ? { type: "failed" } : { type: "text", value };
    },
  };
}
