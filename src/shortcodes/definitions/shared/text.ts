/** Built-in partials: Markdown that sites can replace with a partial of the same name. */
import { Source } from "../../../text/source.ts";
import { partialDefinition } from "../../partial.ts";
import type { ShortcodeDefinition } from "../../types.ts";

/** The shortcode `name` that shows `text`, a template as partials have it. */
export function textShortcode(name: string, doc: string, text: string): ShortcodeDefinition {
  const source = new Source(`built-in/${name}.md`, text);
  const replace = `A partial of the same name (\`layouts/shortcodes/${name}.md\`) replaces it.`;
  // There is no such file to lead to.
  const { source: _, ...definition } = partialDefinition(name, source);
  return { ...definition, doc: `${doc} ${replace}` };
}
