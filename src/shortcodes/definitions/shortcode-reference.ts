import { nearest } from "../../text/nearest.ts";
import { blockElement } from "../nodes/elements.ts";
import { type Cell, table } from "../nodes/table.ts";
import type { Call, Context, ParameterSpec, ShortcodeDefinition } from "../types.ts";
import { textCell } from "./shared/cells.ts";
import { ownMarkdown } from "./shared/own-markdown.ts";

const BODIES = {
  none: "It takes no body.",
  optional: "A body may follow.",
  required: "It encloses a body.",
} as const;

/** `shortcode-reference`: what a shortcode's definition says about it. */
export const shortcodeReference: ShortcodeDefinition = {
  name: "shortcode-reference",
  doc: "What a shortcode is for, how it is called and which parameters it has, as its definition says. For a manual that cannot go stale.",
  parameters: {
    name: {
      type: "string",
      names: "shortcode",
      position: 0,
      required: true,
      doc: "The shortcode's name.",
    },
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
    const about = ownMarkdown(`${definition.doc}\n\n${usageOf(definition)}`, call, context);
    const rows = Object.entries(definition.parameters).map(([key, spec]) =>
      row(key, spec, call, context),
    );
    const header = ["Parameter", "Type", "Default", "Meaning"].map(textCell);
    const parameters = rows.length === 0 ? [] : [table(header, rows)];
    return {
      type: "nodes",
      nodes: [blockElement("div", { className: ["flow"] }, [...about, ...parameters])],
    };
  },
};

/** How a call looks: where it may stand, its body, its delimiters. */
function usageOf(definition: ShortcodeDefinition): string {
  const { name, body, parents, output, parameters, openParameters } = definition;
  const inner = parents?.map((parent) => `\`${parent}\``).join(" or ");
  const angle = `\`{{</* ${name} */>}}\``;
  const percent = `\`{{%/* ${name} */%}}\``;
  const sentences = [
    BODIES[body],
    inner === undefined ? undefined : `It may only stand in the body of ${inner}.`,
    output === "nodes"
      ? `Call it as ${angle}; ${percent} does the same.`
      : `Call it as ${percent}, and its text joins the text around the call; as ${angle}, it is a block of its own.`,
    openParameters === true ? "It takes parameters of any name." : undefined,
    Object.keys(parameters).length === 0 && openParameters !== true
      ? "It has no parameters."
      : undefined,
  ];
  return sentences.filter((sentence) => sentence !== undefined).join(" ");
}

function row(name: string, spec: ParameterSpec, call: Call, context: Context): Cell[] {
  const cells = [parameterName(name, spec), typeOf(spec), defaultOf(spec), spec.doc];
  return cells.map((text) => ownMarkdown(text, call, context));
}

/** A partial's positional parameter has no name but its number. */
function parameterName(name: string, { position }: ParameterSpec): string {
  if (position === undefined) return `\`${name}\``;
  const place = `position ${position + 1}`;
  return name === String(position) ? place : `\`${name}\` or ${place}`;
}

function typeOf({ type, values }: ParameterSpec): string {
  return values?.map((value) => `\`${value}\``).join(", ") ?? type;
}

function defaultOf(spec: ParameterSpec): string {
  if (spec.required) return "required";
  return spec.default === undefined ? "" : `\`${spec.default}\``;
}
