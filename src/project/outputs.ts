/** The forms that `render` prints. */

import type { Rendering } from "../markdown/pipeline.ts";
import { toMarkdown } from "../markdown/to-markdown.ts";
import { parse } from "../shortcodes/parse.ts";
import type { Template, TemplateNode } from "../shortcodes/types.ts";
import { splitFrontMatter } from "../text/front-matter.ts";
import { MappedText } from "../text/mapped.ts";
import type { Source } from "../text/source.ts";
import type { Definitions } from "./host.ts";

export const TARGETS = ["html", "markdown", "mdast", "shortcodes"] as const;
export type Target = (typeof TARGETS)[number];

/** A rendering in one of the forms, as text. */
export function outputOf(
  { tree, article }: Rendering,
  source: Source,
  to: Target,
  definitions: Definitions,
): string {
  switch (to) {
    case "html":
      return article.html;
    case "markdown":
      return toMarkdown(tree);
    case "mdast":
      return JSON.stringify(tree, null, 2);
    default:
      return JSON.stringify(shortcodesOf(source, definitions), null, 2);
  }
}

/** A file's shortcodes as parsed, with the places of the file. */
function shortcodesOf(source: Source, definitions: Definitions): object {
  const { bodyStart } = splitFrontMatter(source);
  const text = MappedText.of(source, bodyStart);
  const template = parse(
    text,
    (name) => definitions.get(name)?.body,
    () => {},
  );
  return shown(template, source, bodyStart);
}

function shown(template: Template, source: Source, shift: number): { nodes: object[] } {
  return { nodes: template.nodes.map((node) => shownNode(node, source, shift)) };
}

function shownNode(node: TemplateNode, source: Source, shift: number): object {
  const position = {
    start: source.pointAt(node.range.start + shift),
    end: source.pointAt(node.range.end + shift),
  };
  if (node.type === "text") {
    const value = source.text.slice(node.range.start + shift, node.range.end + shift);
    return { type: "text", value, position };
  }
  if (node.type === "literal") return { type: "literal", value: node.value, position };
  const { name, delimiter, selfClosing, parameters, body } = node;
  return {
    type: "call",
    name,
    delimiter,
    selfClosing,
    parameters: parameters.map(({ key, value, style }) => ({ key: key ?? null, value, style })),
    body: body === undefined ? null : shown(body, source, shift).nodes,
    position,
  };
}
