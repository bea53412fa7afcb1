/** Where the nodes of a tree come from. */
import type { Code, Nodes, RootContent } from "mdast";
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
}

/**
 * Moves a parsed tree's positions to where its text comes from, and notes where
 * that is. Gives the code nodes that are code by their indentation alone. `splits`: words
 * of a line that an include has put there are a text of their own.
 */
export function locate(
  tree: Nodes,
  text: MappedText,
  { origins, languages }: Places,
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
    if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return indented;

  function noteCode(code: Code, start: number): void {
    const opening = FENCED.exec(text.text.slice(start, start + LONG_OPENING))?.[0];
    if (opening === undefined) indented.add(code);
    else if (code.lang) {
      const at = start + opening.length;
      const language = text.spanAt(at, at + code.lang.length);
      if (!holds(origins.get(code), language)) languages.set(code, language);
    }
  }
}

/** Fences and the blanks after them are hardly longer. */
const LONG_OPENING = 64;

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
