/**
 * Elements that mdast has no node for, as its nearest nodes: stock remark-rehype
 * renders them from `data`, other outputs as the node that they are.
 */
import type { Blockquote, Emphasis, Paragraph, PhrasingContent, RootContent } from "mdast";

/** Properties of an element as hast names them; undefined ones are left out. */
export type ElementProperties = Readonly<
  Record<string, string | number | boolean | readonly string[] | undefined>
>;

type HProperties = Record<string, string | number | boolean | string[]>;

/** A block element around blocks: `figure`, `details`. */
export function blockElement(
  name: string,
  properties: ElementProperties,
  children: readonly RootContent[],
): Blockquote {
  const data = { hName: name, hProperties: given(properties) };
  // A figure or a summary holds what mdast's types keep out of a block quote.
  return { type: "blockquote", data, children: children as Blockquote["children"] };
}

/** A block element around a line of text: `p`, `summary`. */
export function lineElement(
  name: string,
  properties: ElementProperties,
  children: readonly PhrasingContent[],
): Paragraph {
  const data = { hName: name, hProperties: given(properties) };
  return { type: "paragraph", data, children: [...children] };
}

/** An element within a line: `span`. */
export function inlineElement(
  name: string,
  properties: ElementProperties,
  children: readonly PhrasingContent[],
): Emphasis {
  const data = { hName: name, hProperties: given(properties) };
  return { type: "emphasis", data, children: [...children] };
}

function given(properties: ElementProperties): HProperties {
  const kept: HProperties = {};
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined) continue;
    kept[name] = typeof value === "object" ? [...value] : value;
  }
  return kept;
}
