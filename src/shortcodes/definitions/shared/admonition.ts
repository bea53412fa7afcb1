/** What note, tip, important and warning have in common. */
import { ADMONITION_TITLES, type AdmonitionKind, admonition } from "../../nodes/admonition.ts";
import type { Call, Context, Rendered, ShortcodeDefinition } from "../../types.ts";
import { hasBody } from "./body.ts";
import { textArgument } from "./inline.ts";

/** The shortcode of one kind of admonition. */
export function admonitionShortcode(kind: AdmonitionKind, doc: string): ShortcodeDefinition {
  const title = ADMONITION_TITLES[kind];
  return {
    name: kind,
    doc,
    parameters: {
      title: { type: "string", doc: `The label, plain text; \`${title}\` if there is none.` },
    },
    body: "required",
    output: "nodes",
    render: (call, context) => renderAdmonition(kind, textArgument(call, "title"), call, context),
  };
}

/** An admonition around the call's body, labelled by its kind if `title` is undefined. */
export function renderAdmonition(
  kind: AdmonitionKind,
  title: string | undefined,
  call: Call,
  context: Context,
): Rendered {
  if (!hasBody(call, context)) return { type: "failed" };
  const node = admonition(kind, title ?? ADMONITION_TITLES[kind], call.bodyNodes());
  return { type: "nodes", nodes: [node] };
}
