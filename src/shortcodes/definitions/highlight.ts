import type { ShortcodeDefinition } from "../types.ts";
import { hasBody } from "./shared/body.ts";
import { textArgument } from "./shared/inline.ts";
import { codeText } from "./shared/raw.ts";

/** `highlight`: code with options (Hugo: embedded shortcode `highlight`). */
export const highlight: ShortcodeDefinition = {
  name: "highlight",
  doc: "Code as it stands between the tags. The options are those of fenced code; a fence with `{…}` after its language does the same.",
  parameters: {
    lang: { type: "string", position: 0, required: true, doc: "The code's language." },
    options: {
      type: "string",
      position: 1,
      doc: "Options such as `hl_lines=2 4-6, linenos=true`; `hl_inline=true` makes it code within a line.",
    },
  },
  body: "required",
  output: "nodes",
  render: (call, context) => {
    if (!hasBody(call, context)) return { type: "failed" };
    const value = codeText(call.bodyText());
    const lang = textArgument(call, "lang") ?? null;
    const options = optionsOf(textArgument(call, "options") ?? "");
    if (options.get("hl_inline") === "true") {
      const data = lang === null ? {} : { hProperties: { className: [`language-${lang}`] } };
      return { type: "nodes", nodes: [{ type: "inlineCode", value: value.trim(), data }] };
    }
    const meta = options.size === 0 ? null : metaOf(options);
    return { type: "nodes", nodes: [{ type: "code", lang, meta, value }] };
  },
};

/** Hugo: `key=value` pairs with commas between them, keys in any case. */
function optionsOf(text: string): Map<string, string> {
  const options = new Map<string, string>();
  for (const pair of text.split(",")) {
    const equals = pair.indexOf("=");
    if (equals < 0) continue;
    const name = pair.slice(0, equals).trim().toLowerCase();
    options.set(name, unquoted(pair.slice(equals + 1).trim()));
  }
  return options;
}

function unquoted(value: string): string {
  return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
}

/** The options as fenced code writes them. */
function metaOf(options: ReadonlyMap<string, string>): string {
  const pairs = [...options].map(([name, value]) => `${name}="${value.replace(/["\\]/g, "\\$&")}"`);
  return `{${pairs.join(" ")}}`;
}
