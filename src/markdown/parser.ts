/**
 * The Markdown parsers. Both read one dialect, that of Hugo's Goldmark: CommonMark
 * with GFM (tables, task lists, `~~strikethrough~~`, autolinks, footnotes) and
 * definition lists; both give the same tree.
 */
import type { Nodes, Root, RootContent } from "mdast";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import { type Features, markdownToMdast } from "satteri";
import type { ParseMarkdown } from "../shortcodes/types.ts";
import { settleAutolinks } from "./autolink.ts";
import { definitionListSyntax, settleDefinitionLists } from "./definition-list.ts";
import { joinTexts } from "./join-texts.ts";
import { withUnquotedSlashes } from "./unquoted-slashes.ts";

/** `satteri` is native code and some fifty times as fast; `remark` is the stock parser. */
export type ParserKind = "satteri" | "remark";

const FEATURES: Features = {
  gfm: true,
  definitionList: true,
  smartPunctuation: false,
  frontmatter: false,
  headingAttributes: false,
};

/** A parser from Markdown text, without front matter, to its tree. It never fails. */
export function createParser(kind: ParserKind): ParseMarkdown {
  const parse = kind === "satteri" ? parseNatively : createStockParser();
  return (text) => settled(withUnquotedSlashes(text, parse), text);
}

function parseNatively(text: string): Root {
  const tree = markdownToMdast(text, { features: FEATURES });
  if (tree.type !== "root") return { type: "root", children: [] };
  if (text.includes("~")) undoSingleTildes(tree, text);
  return tree;
}

function createStockParser(): ParseMarkdown {
  const processor = remark()
    .use(remarkGfm, { singleTilde: false })
    .use(definitionListSyntax)
    .freeze();
  return (text) => processor.parse(text);
}

function settled(tree: Root, text: string): Root {
  return settleAutolinks(settleDefinitionLists(tree, text), text);
}

/** Goldmark: only two tildes strike out; what one tilde encloses is text with tildes. */
function undoSingleTildes(parent: Nodes, text: string): void {
  if (!("children" in parent)) return;
  for (const child of parent.children) undoSingleTildes(child, text);
  if (!parent.children.some((child) => isSingleTilde(child, text))) return;
  const children = parent.children as RootContent[];
  parent.children = joinTexts(
    children.flatMap((child) => (isSingleTilde(child, text) ? unwrapped(child) : [child])),
  ) as typeof parent.children;
}

function isSingleTilde(node: RootContent, text: string): boolean {
  return node.type === "delete" && !text.startsWith("~~", node.position?.start.offset);
}

function unwrapped(node: RootContent): RootContent[] {
  if (node.type !== "delete" || node.position === undefined) return [node];
  const { start, end } = node.position;
  const tilde = (from: typeof start, to: typeof end): RootContent => ({
    type: "text",
    value: "~",
    position: { start: from, end: to },
  });
  return [
    tilde(start, { ...start, column: start.column + 1, offset: (start.offset ?? 0) + 1 }),
    ...node.children,
    tilde({ ...end, column: end.column - 1, offset: (end.offset ?? 0) - 1 }, end),
  ];
}
