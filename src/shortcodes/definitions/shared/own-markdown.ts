/** Markdown that a definition writes itself. */
import type { RootContent } from "mdast";
import { MappedText } from "../../../text/mapped.ts";
import type { Call, Context } from "../../types.ts";

/** The nodes of `text`, whose place in findings is the call's tag. */
export function ownMarkdown(text: string, call: Call, context: Context): RootContent[] {
  const { source, start, frame } = call.span;
  const origin = { source, offset: start, frame };
  return context.parse(MappedText.generated(text, origin), `${call.name} ${text}`);
}
