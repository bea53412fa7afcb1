/** Where the nodes of a tree come from. */
import type { Code, Nodes, Parents, RootContent } from "mdast";
import type { MappedSpan, MappedText } from "../text/mapped.ts";
import { textParts } from "./text-parts.ts";

/** Lives as long as its page is rendered: what is weak would cost the collector more than it saves. */
export type Origins = Map<Nodes, MappedSpan>;

/** A code node that opens with a fence (CommonMark 4.5). */
const FENCED = /^[ \t]*(?:`{3,}|~{3,})[ \t]*/;

/** What is known of the places of a page's nodes. */
interface Places {
  readonly origins: Origins;
  /** The languages of code that stand elsewhere than the code. */
  readonly languages: Origins;
  /** Code whose fence nothing closes, with the fence. */
  readonly unclosed: Map<Nodes, string>;
}

/**
 * Moves a parsed tree's positions to where its text comes from, and notes where
 * that is. Gives the code nodes that are code by their indentation alone. `splits`: words
 * of a line that an include has put there are a text of their own.
 */
export function locate(
  tree: Nodes,
  text: MappedText,
  { origins, languages, unclosed }: Places,
  splits: boolean,
): Set<Code> {
  const indented = new Set<Code>();
  const visit = (node: Nodes): void => {
    if (splits && "children" in node) {
      const children: readonly RootContent[] = node.children;
      node.children = children.flatMap((child): RootContent[] =>
        child.type === "text" ? textParts(child, text) : [child],
      ) as typeof node.children;
    }
    if (node.position !== undefined) {
      const start = node.position.start.offset ?? 0;
      const end = node.position.end.offset ?? start;
      const span = text.spanAt(start, end);
      origins.set(node, span);
      if (node.type === "code") noteCode(node, start);
      node.position = {
        start: span.source.pointAt(span.start),
        end: span.source.pointAt(span.end),
      };
    }
    const { children } = node as Partial<Parents>;
    if (children !== undefined) for (const child of children) visit(child);
  };
  visit(tree);
  return indented;

  function noteCode(code: Code, start: number): void {
    const opening = FENCED.exec(text.text.slice(start, start + LONG_OPENING))?.[0];
    if (opening === undefined) {
      indented.add(code);
      return;
    }
    const end = code.position?.end.offset ?? start;
    const fence = opening.trim();
    if (!isClosed(text.text.slice(start, end), fence)) unclosed.set(code, fence);
    if (code.lang) {
      const at = start + opening.length;
      const language = text.spanAt(at, at + code.lang.length);
      if (!holds(origins.get(code), language)) languages.set(code, language);
    }
  }
}

/** Fences and the blanks after them are hardly longer. */
const LONG_OPENING = 64;

/** Whether the last line is a fence like the first; marks of quotes may stand before it. */
function isClosed(block: string, fence: string): boolean {
  const lines = block.trimEnd();
  const last = lines.slice(Math.max(lines.lastIndexOf("\n"), lines.lastIndexOf("\r")) + 1);
  const closing = /(?:`{3,}|~{3,})$/.exec(last)?.[0] ?? "";
  const before = last.slice(0, last.length - closing.length);
  return last !== lines && closing.startsWith(fence) && /^[\s>]*$/.test(before);
}

function holds(span: MappedSpan | undefined, { source, start }: MappedSpan): boolean {
  return source === span?.source && start >= span.start && start <= span.end;
}

/** Nodes that a definition made stand where its call does; those of its body know their own place. */
export function claim(
  nodes: readonly RootContent[],
  span: MappedSpan,
  origins: Origins,
): RootContent[] {
  const visit = (node: Nodes): void => {
    if (origins.has(node)) return;
    origins.set(node, span);
    if ("children" in node) for (const child of node.children) visit(child);
  };
  for (const node of nodes) visit(node);
  return [...nodes];
}
