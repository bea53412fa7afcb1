/** The headings that a text itself has, with their sections. */
import { eachNode } from "../markdown/each-node.ts";
import { headingText } from "../markdown/heading-text.ts";
import type { Range } from "../text/source.ts";
import type { Asked } from "./document.ts";

export interface TextHeading {
  readonly text: string;
  readonly depth: number;
  /** The heading itself. */
  readonly range: Range;
  /** All up to the next heading that is no deeper, or the end of the text. */
  readonly section: Range;
}

/** The headings of a Markdown file, in order; those that it includes are not its own. */
export function headingsOf({ project, source, page }: Asked): TextHeading[] {
  if (!/\.(?:md|markdown)$/.test(source.path)) return [];
  const { tree, origin } = project.render(source, page);
  const found: Omit<TextHeading, "section">[] = [];
  eachNode(tree, (node) => {
    if (node.type !== "heading") return;
    const span = origin(node);
    if (span?.source.path !== source.path) return;
    const { start, end } = span;
    found.push({ text: headingText(node), depth: node.depth, range: { start, end } });
  });
  found.sort((a, b) => a.range.start - b.range.start);
  return found.map((heading, index) => {
    const next = found.slice(index + 1).find(({ depth }) => depth <= heading.depth);
    const { start, end } = heading.range;
    const last = source.text.slice(0, next?.range.start ?? source.text.length).trimEnd().length;
    return { ...heading, section: { start, end: Math.max(end, last) } };
  });
}
