/**
 * Takes the indentation of a call off its body, so that indentation never turns
 * a body's prose into a code block.
 */
import { MappedText } from "../text/mapped.ts";
import { containerOf, FenceTracker, indentWidth, stripPrefix } from "./container.ts";
import { afterLineBreak, endOfLine } from "./text-builder.ts";
import type { CallNode, LiteralNode, Template } from "./types.ts";

/** A template's node whose text is already cut out. */
export type BodyNode =
  | { readonly type: "text"; readonly text: MappedText }
  | { readonly type: "node"; readonly node: CallNode | LiteralNode };

/** The containers' prefix of the line on which a tag at `offset` opens. */
export function prefixAt(input: MappedText, offset: number): string {
  return containerOf(input.text.slice(lineStartAt(input, offset), offset)).prefix;
}

/** The last answer for each text: calls come in order, and a line may hold thousands. */
const lineStarts = new WeakMap<MappedText, { readonly offset: number; readonly start: number }>();

function lineStartAt(input: MappedText, offset: number): number {
  const last = lineStarts.get(input);
  const known = last !== undefined && last.offset <= offset ? last : { offset: 0, start: 0 };
  let start = known.start;
  for (let at = offset; at > known.offset; at--) {
    const code = input.text.charCodeAt(at - 1);
    if (code !== 10 && code !== 13) continue;
    start = at;
    break;
  }
  lineStarts.set(input, { offset, start });
  return start;
}

/** The nodes of a template as they stand in `input`. */
export function nodesOf(input: MappedText, template: Template): BodyNode[] {
  return template.nodes.map((node) =>
    node.type === "text"
      ? { type: "text", text: input.slice(node.range.start, node.range.end) }
      : { type: "node", node },
  );
}

/**
 * The nodes of a body without the prefix of the opening tag's line, and without
 * the indentation that all of its lines share beyond that.
 */
export function dedentedNodes(input: MappedText, body: Template, prefix: string): BodyNode[] {
  const nodes = nodesOf(input, body);
  const shared = sharedIndent(nodes, prefix);
  const whole = prefix + " ".repeat(shared);
  if (whole === "") return nodes;
  return nodes.map((node) =>
    node.type === "text" ? { type: "text", text: withoutPrefix(node.text, whole) } : node,
  );
}

/** The text without `prefix` on its second and further lines. */
export function withoutPrefix(text: MappedText, prefix: string): MappedText {
  if (prefix === "") return text;
  const parts: MappedText[] = [];
  for (const { start, end, next } of linesOf(text.text)) {
    const line = text.text.slice(start, end);
    const { length, padding } = start === 0 ? { length: 0, padding: 0 } : stripPrefix(line, prefix);
    if (padding > 0) {
      parts.push(MappedText.generated(" ".repeat(padding), text.originAt(start)));
    }
    parts.push(text.slice(start + length, next));
  }
  return MappedText.join(parts);
}

/** The columns that all lines of a body are indented by, beyond `prefix`; code fences are left out. */
function sharedIndent(nodes: readonly BodyNode[], prefix: string): number {
  const fence = new FenceTracker();
  let shared = Number.POSITIVE_INFINITY;
  nodes.forEach((node, index) => {
    if (node.type !== "text") return;
    const isFollowed = index < nodes.length - 1;
    for (const { start, end, next } of linesOf(node.text.text)) {
      if (start === 0) continue;
      const line = node.text.text.slice(start, end);
      const wasOpen = fence.isOpen;
      fence.line(line);
      const isBlank = line.trim() === "" && !(isFollowed && next === end);
      if (isBlank || wasOpen) continue;
      const { length, padding } = stripPrefix(line, prefix);
      shared = Math.min(shared, padding + indentWidth(line.slice(length)));
    }
  });
  return Number.isFinite(shared) ? shared : 0;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

function* linesOf(text: string): Generator<Line> {
  let start = 0;
  while (start <= text.length) {
    const end = endOfLine(text, start);
    const next = afterLineBreak(text, end);
    yield { start, end, next };
    if (next === end) return;
    start = next;
  }
}
