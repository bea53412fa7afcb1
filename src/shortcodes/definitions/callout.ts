import type { AdmonitionKind } from "../nodes/admonition.ts";
import type { ShortcodeDefinition } from "../types.ts";
import { renderAdmonition } from "./shared/admonition.ts";
import { textArgument } from "./shared/inline.ts";

const KINDS: readonly AdmonitionKind[] = ["note", "tip", "warning", "important", "caution"];

/** `callout`: an admonition whose kind is a parameter. */
export const callout: ShortcodeDefinition = {
  name: "callout",
  doc: "An admonition whose kind is a parameter.",
  parameters: {
    type: {
      type: "string",
      position: 0,
      values: KINDS,
      default: "note",
      doc: "The kind of admonition.",
    },
    title: { type: "string", doc: "The label, plain text; by default the kind's name." },
  },
  body: "required",
  output: "nodes",
  render: (call, context) => {
    const kind = KINDS.find((known) => known === call.arguments.type) ?? "note";
    return renderAdmonition(kind, textArgument(call, "title"), call, context);
  },
};
