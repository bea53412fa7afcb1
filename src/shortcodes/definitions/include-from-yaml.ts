import type { ShortcodeDefinition } from "../types.ts";
import { lacksField } from "./shared/entry.ts";

/** `include-from-yaml`: an entry's content. */
export const includeFromYaml: ShortcodeDefinition = {
  name: "include-from-yaml",
  doc: "The `content` of a named entry of a data file.",
  parameters: {
    data: {
      type: "string",
      names: "data",
      required: true,
      doc: "The data file's path below `data/`, without extension.",
    },
    name: { type: "string", names: "entry", required: true, doc: "The entry's name." },
  },
  body: "none",
  output: "markdown",
  render: (call, context) => {
    const found = context.entry(call, "data", "name");
    if (found === undefined) return { type: "failed" };
    const { entry, target } = found;
    if (entry.content === undefined) {
      context.report(lacksField(entry, ["content"]), call.argumentSpan("name"));
      return { type: "failed" };
    }
    return { type: "markdown", text: entry.content, target };
  },
};
