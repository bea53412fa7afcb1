/** Parameters that hold a line of Markdown. */
import type { PhrasingContent } from "mdast";
import { MappedText } from "../../../text/mapped.ts";
import { asPhrasing, isPhrasing } from "../../phrasing.ts";
import type { Call, Context } from "../../types.ts";

/** The given parameter's Markdown as phrasing content; nothing if the call lacks it. */
export function inlineMarkdown(call: Call, name: string, context: Context): PhrasingContent[] {
  const value = call.arguments[name];
  if (value === undefined || value === "") return [];
  const { source, start, frame } = call.argumentSpan(name);
  const text = MappedText.generated(String(value), { source, offset: start, frame });
  return asPhrasing(context.parse(text, `${call.name} ${name}`)).filter(isPhrasing);
}

/** A text parameter's value; undefined if it is absent or empty. */
export function textArgument(call: Call, name: string): string | undefined {
  const value = call.arguments[name];
  return value === undefined || value === "" ? undefined : String(value);
}
