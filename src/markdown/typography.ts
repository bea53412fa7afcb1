/**
 * Typographic punctuation: curly quotes, apostrophes, dashes, ellipses, guillemets
 * (Hugo: Goldmark's typographer, on by default). Code, raw HTML, addresses and
 * escaped characters stay; link text and image alternatives take part.
 */
import type { Nodes, Root } from "mdast";
import type { Plugin } from "unified";
import type { VFile } from "vfile";
import { isPhrasing } from "../shortcodes/phrasing.ts";
import { escapedIn } from "./escapes.ts";
import { sourceTextOf } from "./report.ts";
import { type FlowPart, flowOf } from "./typography-flow.ts";
import { type OpenQuotes, replacementAt, TRIGGERS } from "./typography-rules.ts";

declare module "mdast" {
  interface TextData {
    /** Where the first typographic replacement stands, in text of an element within a line. */
    replacedAt?: number | undefined;
  }
}

/** The step. Goes after steps that read the text as written. */
export const remarkTypography: Plugin<[], Root> = () => (tree, file) => typeset(tree, file);

function typeset(parent: Nodes, file: VFile): void {
  if (!("children" in parent)) return;
  const line: Nodes[] = [];
  for (const child of parent.children) {
    if (child.type === "html" || isPhrasing(child)) line.push(child);
    else typeset(child, file);
  }
  if (line.length > 0) typesetLine(line, file);
}

function typesetLine(nodes: readonly Nodes[], file: VFile): void {
  const { text, parts } = flowOf(nodes);
  const open: OpenQuotes = { single: 0, double: 0 };
  for (const part of parts) typesetPart(part, text, open, file);
}

function typesetPart(part: FlowPart, flow: string, open: OpenQuotes, file: VFile): void {
  const { node, value, start } = part;
  if (value.search(TRIGGERS) < 0) return;
  const source = sourceTextOf(file, node);
  const escaped = source === undefined ? undefined : escapedIn(value, source);
  let result = "";
  let done = 0;
  let replacedAt: number | undefined;
  for (const { index } of value.matchAll(TRIGGERS)) {
    if (index < done || escaped?.has(index)) continue;
    const replacement = replacementAt(flow, start + index, open);
    if (replacement === undefined) continue;
    const end = index + replacement.length;
    if (end > value.length || isAnyEscaped(escaped, index, end)) continue;
    result += value.slice(done, index);
    replacedAt ??= result.length;
    result += replacement.text;
    done = end;
  }
  if (replacedAt !== undefined) setText(part, result + value.slice(done), replacedAt);
}

function isAnyEscaped(
  escaped: ReadonlySet<number> | undefined,
  start: number,
  end: number,
): boolean {
  for (let i = start; i < end; i++) if (escaped?.has(i)) return true;
  return false;
}

function setText({ node, isNested }: FlowPart, text: string, replacedAt: number): void {
  if (node.type === "image") {
    node.alt = text;
    return;
  }
  node.value = text;
  if (isNested) node.data = { ...node.data, replacedAt };
}
