import { addressName, tab as tabNode } from "../nodes/tabs.ts";
import type { ShortcodeDefinition } from "../types.ts";
import { textArgument } from "./shared/inline.ts";

/** `tab`: one panel of `tabs`. */
export const tab: ShortcodeDefinition = {
  name: "tab",
  doc: "One panel of `tabs`. Its headings join the table of contents, and a link to any of them opens the panel.",
  parameters: {
    label: {
      type: "string",
      names: "tab",
      position: 0,
      doc: "The label, plain text. Needed, by one name or the other.",
    },
    name: { type: "string", names: "tab", doc: "Another name of `label`." },
    title: { type: "string", names: "tab", doc: "Another name of `label`." },
    key: {
      type: "string",
      doc: "What the choice is remembered by, and what addresses call it; by default the label in lower case with hyphens. Give tabs whose labels differ a little the same key.",
    },
  },
  body: "required",
  parents: ["tabs"],
  output: "nodes",
  render: (call, context) => {
    const label = ["label", "name", "title"]
      .map((name) => textArgument(call, name)?.trim())
      .find(Boolean);
    if (label === undefined) {
      const message = `Unexpected "tab" without "label", expected this parameter`;
      context.report({ id: "parameter-missing", message }, call.span);
      return { type: "failed" };
    }
    const key = addressName(textArgument(call, "key") ?? "") || context.tabKey(label);
    return { type: "nodes", nodes: [tabNode({ label, key }, call.bodyNodes(), call.span)] };
  },
};
