/**
 * `{#id .class key=value}` at the end of a heading (Goldmark's attributes as Hugo
 * turns them on): taken out of the text and put on the element.
 */
import type { Heading, Root, Text } from "mdast";
import type { Plugin } from "unified";
import type { VFile } from "vfile";
import { type Attributes, parseAttributes } from "./attributes.ts";
import { eachNode } from "./each-node.ts";
import { propertiesOf } from "./properties.ts";
import { sourceTextOf } from "./report.ts";

/** The step; braces that hold anything else stay text. Goes before typography. */
export const remarkHeadingAttributes: Plugin<[], Root> = () => (tree, file) => {
  eachNode(tree, (node) => {
    if (node.type === "heading") readAttributes(node, file);
  });
};

function readAttributes(heading: Heading, file: VFile): void {
  const last = heading.children.at(-1);
  if (last?.type !== "text") return;
  const start = last.value.lastIndexOf("{");
  if (start < 0 || isEscaped(last, file)) return;
  const attributes = attributesAt(last.value, start);
  if (attributes === undefined) return;
  last.value = withoutClosing(last.value.slice(0, start), heading);
  if (last.value === "") heading.children.pop();
  heading.data = {
    ...heading.data,
    hProperties: { ...heading.data?.hProperties, ...propertiesOf(attributes) },
  };
}

function attributesAt(text: string, start: number): Attributes | undefined {
  const parsed = parseAttributes(text, start);
  return parsed.ok && text.slice(parsed.end).trim() === "" ? parsed.attributes : undefined;
}

/** CommonMark 2.4: a backslash before the brace makes it text. */
function isEscaped(node: Text, file: VFile): boolean {
  const source = sourceTextOf(file, node);
  const brace = source?.lastIndexOf("{") ?? -1;
  const before = source?.slice(0, Math.max(0, brace)) ?? "";
  return (/\\*$/.exec(before)?.[0].length ?? 0) % 2 === 1;
}

/** The text before the attributes; a closing `##` before them is none of it (CommonMark 4.2). */
function withoutClosing(text: string, { position }: Heading): string {
  const trimmed = text.trimEnd();
  const isSetext = position !== undefined && position.end.line > position.start.line;
  return isSetext ? trimmed : trimmed.replace(/(?:^|[ \t]+)#+$/, "");
}
