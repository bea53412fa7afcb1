/** Makes a shortcode of a partial: a Markdown file with template actions. */
import { MappedText } from "../text/mapped.ts";
import type { Source } from "../text/source.ts";
import { type PartialTemplate, parseTemplate } from "./template.ts";
import { renderTemplate } from "./template-render.ts";
import type { Call, Context, ParameterSpec, ShortcodeDefinition } from "./types.ts";

/**
 * The shortcode `name` that shows the text of `source` from `bodyStart` on. Its
 * body rule and its parameters are those that its template reads (Hugo: `.Inner`,
 * `.Get`); none is required. Faults of the template are reported, with the call
 * that led there, whenever it is called.
 */
export function partialDefinition(
  name: string,
  source: Source,
  bodyStart = 0,
): ShortcodeDefinition {
  const template = parseTemplate(source, bodyStart);
  return {
    name,
    doc: `The text of \`${source.path}\`.`,
    parameters: parametersOf(template),
    body: template.usesInner ? "required" : "none",
    output: "markdown",
    source,
    render: (call, context) => {
      reportFaults(template, call, context);
      const text = renderTemplate(template, {
        parameter: (key) => argument(call, key),
        inner: call.body ?? MappedText.join([]),
      });
      return { type: "markdown", text, target: source.path };
    },
  };
}

/** Positional parameters have their number as a name, so that nothing else can take it. */
function parametersOf({ positional, named }: PartialTemplate): Record<string, ParameterSpec> {
  const parameters: Record<string, ParameterSpec> = {};
  for (let position = 0; position < positional; position++) {
    parameters[String(position)] = { type: "string", position, doc: `Text for the partial.` };
  }
  for (const name of named) parameters[name] = { type: "string", doc: "Text for the partial." };
  return parameters;
}

function argument(call: Call, key: string): MappedText | undefined {
  if (!Object.hasOwn(call.arguments, key)) return undefined;
  const { source, start, frame } = call.argumentSpan(key);
  const value = withoutTags(String(call.arguments[key]));
  return MappedText.generated(value, { source, offset: start, frame });
}

/** Hugo never scans a parameter for shortcodes: a backslash keeps `{{<` in it as text. */
function withoutTags(value: string): string {
  return value.replace(/\{(?=\{[<%])/g, "{\\");
}

function reportFaults({ source, faults }: PartialTemplate, call: Call, context: Context): void {
  const { span } = call;
  const parent = span.frame;
  const frame = {
    source: span.source,
    start: span.start,
    end: span.end,
    target: source.path,
    parent,
  };
  for (const { range, message, suggestion } of faults) {
    const at = { source, start: range.start, end: range.end, frame };
    context.report({ id: "template-action", message, suggestion }, at);
  }
}
