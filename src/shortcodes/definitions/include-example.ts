import type { Entry } from "../../data/types.ts";
import type { MappedText, Origin } from "../../text/mapped.ts";
import type { ShortcodeDefinition } from "../types.ts";
import { lacksField, originOfEntry } from "./shared/entry.ts";
import { blocks, fenced } from "./shared/fence.ts";

/** The info string of what a command printed. */
const OUTPUT = "nofmt {output=true}";

/** `include-example`: an entry's description, code, results and addenda. */
export const includeExample: ShortcodeDefinition = {
  name: "include-example",
  doc: "A named entry of a data file: its description, its code, what the code prints, and its addenda; each if it is there.",
  parameters: {
    file: {
      type: "string",
      names: "data",
      required: true,
      doc: "The data file's path below `data/`, without extension.",
    },
    example: { type: "string", names: "entry", required: true, doc: "The entry's name." },
    indent: {
      type: "boolean",
      doc: "No longer needed: the text always keeps its place in a list. Accepted, does nothing.",
    },
  },
  body: "none",
  output: "markdown",
  render: (call, context) => {
    const found = context.entry(call, "file", "example");
    if (found === undefined) return { type: "failed" };
    const { entry, target } = found;
    const origin = originOfEntry(entry);
    const texts = textsOf(entry, origin);
    if (texts.length === 0) {
      const wanted = ["description", "code", "results", "addenda"];
      context.report(lacksField(entry, wanted), call.argumentSpan("example"));
      return { type: "failed" };
    }
    return { type: "markdown", text: blocks(texts, origin), target };
  },
};

function textsOf(
  { description, code, language, languageText, results, addenda }: Entry,
  origin: Origin,
): MappedText[] {
  const texts = [
    description?.trimEnd(),
    code && fenced(code, languageText ?? language, origin),
    results && fenced(results, OUTPUT, origin),
    addenda?.trimEnd(),
  ];
  return texts.filter((text) => text !== undefined);
}
