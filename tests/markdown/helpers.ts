/** What the tests of the Markdown steps share. */
import type { Root as HastRoot } from "hast";
import type { Nodes, Root } from "mdast";
import rehypeParse from "rehype-parse";
import rehypeStringify from "rehype-stringify";
import remarkRehype from "remark-rehype";
import { type Plugin, unified } from "unified";
import { VFile } from "vfile";
import { spellOut } from "../../src/markdown/code-text.ts";
import { createHandlers } from "../../src/markdown/handlers.ts";
import { sharedHighlighter } from "../../src/markdown/highlight.ts";
import { createParser } from "../../src/markdown/parser.ts";
import { workTime } from "../helpers/work-time.ts";

export type Step = Plugin<[], Root>;

export interface Stepped {
  readonly tree: Root;
  /** `line:column-line:column: message [id]`. */
  readonly messages: readonly string[];
}

const parse = createParser("satteri");
const highlighter = sharedHighlighter();

/** Markdown, parsed and sent through steps. */
export function through(markdown: string, ...steps: readonly Step[]): Stepped {
  const file = new VFile({ path: "page.md", value: markdown });
  const processor = unified();
  for (const step of steps) processor.use(step);
  const tree = processor.runSync(parse(markdown), file) as Root;
  const messages = file.messages.map(({ place, reason, ruleId }) => {
    if (place === undefined || !("start" in place)) return `${reason} [${ruleId}]`;
    const { start, end } = place;
    return `${start.line}:${start.column}-${end.line}:${end.column}: ${reason} [${ruleId}]`;
  });
  return { tree, messages };
}

/** A tree as HTML, with this dialect's handlers and then the given steps. */
export function htmlOf(tree: Root, ...steps: readonly Plugin<[], HastRoot>[]): string {
  const processor = unified().use(remarkRehype, { handlers: createHandlers(highlighter) });
  for (const step of steps) processor.use(step);
  const writer = unified().use(rehypeStringify);
  const hast = processor.runSync(structuredClone(tree)) as HastRoot;
  spellOut(hast);
  return writer.stringify(hast);
}

/** HTML, sent through steps. */
export function htmlThrough(html: string, ...steps: readonly Plugin<[], HastRoot>[]): string {
  const processor = unified().use(rehypeParse, { fragment: true }).use(rehypeStringify);
  for (const step of steps) processor.use(step);
  return String(processor.processSync(html));
}

/** A tree as indented lines: type, place, and what the node holds. */
export function outline(node: Nodes, depth = 0): string {
  const { type, position, ...rest } = node;
  const { children, ...fields } = { children: undefined, ...rest };
  const start = position && `${position.start.line}:${position.start.column}`;
  const end = position && `${position.end.line}:${position.end.column}`;
  const inner = "children" in node ? node.children.map((child) => outline(child, depth + 1)) : [];
  const shown = JSON.stringify(fields, Object.keys(fields).sort());
  return [`${"  ".repeat(depth)}${type} ${start}-${end} ${shown}`, ...inner].join("\n");
}

/** The shortest of a few runs, in milliseconds: what the machine does besides counts less. */
export function fastest(run: () => void): number {
  return Math.min(...Array.from({ length: 4 }, () => workTime(run)));
}
