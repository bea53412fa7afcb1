import { blockElement, lineElement } from "../nodes/elements.ts";
import type { ShortcodeDefinition } from "../types.ts";
import { hasBody } from "./shared/body.ts";
import { inlineMarkdown, textArgument } from "./shared/inline.ts";

/** `details`: text that opens on demand (Hugo: embedded shortcode `details`). */
export const details: ShortcodeDefinition = {
  name: "details",
  doc: "Text that opens on demand. It is open in print, and for a link that leads into it.",
  parameters: {
    summary: {
      type: "string",
      position: 0,
      default: "Details",
      doc: "The line that is always there, Markdown.",
    },
    open: { type: "boolean", doc: "Whether it is open at first." },
    name: { type: "string", doc: "Of those with one name, only one is open at a time." },
    class: { type: "string", doc: "Classes, with blanks between them." },
    title: { type: "string", doc: "A tooltip." },
  },
  body: "required",
  output: "nodes",
  render: (call, context) => {
    if (!hasBody(call, context)) return { type: "failed" };
    const summary = lineElement("summary", {}, inlineMarkdown(call, "summary", context));
    const properties = {
      open: call.arguments.open === true ? true : undefined,
      name: textArgument(call, "name"),
      className: textArgument(call, "class")?.split(/\s+/),
      title: textArgument(call, "title"),
    };
    const node = blockElement("details", properties, [summary, ...call.bodyNodes()]);
    return { type: "nodes", nodes: [node] };
  },
};
