import { MappedText } from "../../text/mapped.ts";
import { nearest } from "../../text/nearest.ts";
import { blockElement } from "../nodes/elements.ts";
import { type Cell, table } from "../nodes/table.ts";
import type { Call, Context, ParameterSpec, ShortcodeDefinition } from "../types.ts";
import { textCell } from "./shared/cells.ts";

const BODIES = {
  none: "It takes no body.",
  optional: "A body may follow.",
  required: "It encloses a body.",
} as const;

/** `shortcode-reference`: a shortcode's description and parameters, from its definition. */
export const shortcodeReference: ShortcodeDefinition = {
  name: "shortcode-reference",
  doc: "What a shortcode is for and which parameters it has, as its definition says. For a manual that cannot go stale.",
  parameters: {
    name: { type: "string", position: 0, required: true, doc: "The shortcode's name." },
  },
  body: "none",
  output: "nodes",
  render: (call, context) => {
    const name = String(call.arguments.name);
    const definition = context.definition(name);
    if (definition === undefined) {
      const message = `Unexpected shortcode name "${name}", expected that of a built-in one or a partial`;
      const suggestion = nearest(name, context.names());
      context.report({ id: "shortcode-unknown", message, suggestion }, call.argumentSpan("name"));
      return { type: "failed" };
    }
    const { doc, body, parameters } = definition;
    const about = markdown(`${doc} ${BODIES[body]}`, call, context);
    const rows = Object.entries(parameters).map(([key, spec]) => row(key, spec, call, context));
    const header = ["Parameter", "Type", "Default", "Meaning"].map(textCell);
    const reference = rows.length === 0 ? [] : [table(header, rows)];
    return {
      type: "nodes",
      nodes: [blockElement("div", { className: ["flow"] }, [...about, ...reference])],
    };
  },
};

function row(name: string, spec: ParameterSpec, call: Call, context: Context): Cell[] {
  const position = spec.position === undefined ? "" : ` or by position ${spec.position + 1}`;
  const type = spec.values?.map((value) => `\`${value}\``).join(", ") ?? spec.type;
  const fallback = spec.required
    ? "needed"
    : spec.default === undefined
      ? ""
      : `\`${spec.default}\``;
  const cells = [`\`${name}\`${position}`, type, fallback, spec.doc];
  return cells.map((text) => markdown(text, call, context));
}

function markdown(text: string, call: Call, context: Context): Cell {
  const { source, start, frame } = call.span;
  const origin = { source, offset: start, frame };
  return context.parse(MappedText.generated(text, origin), `${call.name} ${text}`);
}
