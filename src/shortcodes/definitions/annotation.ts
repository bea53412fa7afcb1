import type { ShortcodeDefinition } from "../types.ts";
import { renderAdmonition } from "./shared/admonition.ts";
import { textArgument } from "./shared/inline.ts";

/** `annotation`: a note with a label of its own. */
export const annotation: ShortcodeDefinition = {
  name: "annotation",
  doc: "A note with a label of its own.",
  parameters: {
    type: { type: "string", position: 0, doc: "The label, plain text; `Note` if there is none." },
  },
  body: "required",
  output: "nodes",
  render: (call, context) => renderAdmonition("note", textArgument(call, "type"), call, context),
};
