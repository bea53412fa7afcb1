import { inlineElement, lineElement } from "../nodes/elements.ts";
import type { ShortcodeDefinition } from "../types.ts";
import { textArgument } from "./shared/inline.ts";

/** `version-added`: the version that brought something. */
export const versionAdded: ShortcodeDefinition = {
  name: "version-added",
  doc: "Says which version brought what follows. Within a line, the badge alone.",
  parameters: {
    version: { type: "string", position: 0, required: true, doc: "The version, such as `v0.8.0`." },
  },
  body: "none",
  output: "nodes",
  render: (call) => {
    const value = `Added in ${textArgument(call, "version") ?? ""}`;
    const badge = inlineElement("span", { className: ["tag"] }, [{ type: "text", value }]);
    if (!call.isBlock) return { type: "nodes", nodes: [badge] };
    return { type: "nodes", nodes: [lineElement("p", { className: ["preview-line"] }, [badge])] };
  },
};
