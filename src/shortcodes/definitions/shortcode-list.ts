import type { PhrasingContent } from "mdast";
import { nearest } from "../../text/nearest.ts";
import { inlineElement } from "../nodes/elements.ts";
import { type Cell, table } from "../nodes/table.ts";
import type { Call, Context, ShortcodeDefinition } from "../types.ts";
import { textCell } from "./shared/cells.ts";
import { textArgument } from "./shared/inline.ts";
import { ownMarkdown } from "./shared/own-markdown.ts";

/** `shortcode-list`: a table of shortcodes with what each is for. */
export const shortcodeList: ShortcodeDefinition = {
  name: "shortcode-list",
  doc: "A table of shortcodes: each with the first sentence of its description, and a link to the heading that has its name as an id.",
  parameters: {
    names: {
      type: "string",
      position: 0,
      required: true,
      doc: "The shortcodes' names, with commas between them.",
    },
    page: {
      type: "string",
      doc: "The address of the page with the headings; by default this page. The rows of a list that leads to another page have the shortcodes' names as ids.",
    },
  },
  body: "none",
  output: "nodes",
  render: (call, context) => {
    const page = textArgument(call, "page");
    const rows = String(call.arguments.names)
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "")
      .map((name) => row(name, page, call, context))
      .filter((cells) => cells !== undefined);
    if (rows.length === 0) return { type: "failed" };
    return { type: "nodes", nodes: [table(["Shortcode", "What it does"].map(textCell), rows)] };
  },
};

/** A shortcode's name and its purpose; undefined after a report. */
function row(
  name: string,
  page: string | undefined,
  call: Call,
  context: Context,
): Cell[] | undefined {
  const definition = context.definition(name);
  if (definition === undefined) {
    const message = `Unexpected shortcode name "${name}", expected that of a built-in one or a partial`;
    const suggestion = nearest(name, context.names());
    context.report({ id: "shortcode-unknown", message, suggestion }, call.argumentSpan("names"));
    return undefined;
  }
  const link: PhrasingContent = {
    type: "link",
    url: `${page ?? ""}#${name}`,
    title: null,
    children: [{ type: "inlineCode", value: name }],
  };
  const content = page === undefined ? link : inlineElement("span", { id: name }, [link]);
  return [
    [{ type: "paragraph", children: [content] }],
    ownMarkdown(firstSentence(definition.doc), call, context),
  ];
}

/** Up to the first full stop that a new sentence follows. */
function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s+[A-Z`])/s.exec(text)?.[0] ?? text;
}
