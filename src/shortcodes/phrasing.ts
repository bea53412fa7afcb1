/** Tells what stands in a line of text from what stands as a block. */
import type { Paragraph, PhrasingContent, RootContent } from "mdast";

const PHRASING_TYPES = new Set([
  "break",
  "delete",
  "emphasis",
  "footnoteReference",
  "image",
  "imageReference",
  "inlineCode",
  "link",
  "linkReference",
  "strong",
  "text",
]);

/** Elements of HTML's phrasing content that shortcodes make. */
const PHRASING_ELEMENTS = new Set([
  ..."a abbr b code em i img kbd mark q s samp small span strong sub sup time u var".split(" "),
]);

/**
 * Whether a node can stand in a paragraph (mdast: phrasing content). Raw HTML can
 * be both; it counts as a block.
 */
export function isPhrasing(node: RootContent): node is PhrasingContent {
  const element = node.data !== undefined && "hName" in node.data ? node.data.hName : undefined;
  if (typeof element === "string") return PHRASING_ELEMENTS.has(element);
  return PHRASING_TYPES.has(node.type);
}

/** Phrasing content without blanks at its start and end. */
export function trimPhrasing(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  let trimmed = [...nodes];
  while (isBlank(trimmed[0])) trimmed.shift();
  while (isBlank(trimmed.at(-1))) trimmed.pop();
  trimmed = trimmed.map((node, index) => {
    if (node.type !== "text") return node;
    let { value } = node;
    if (index === 0) value = value.replace(/^[ \t\r\n]+/, "");
    if (index === trimmed.length - 1) value = value.replace(/[ \t\r\n]+$/, "");
    return value === node.value ? node : { ...node, value };
  });
  return trimmed;
}

/** Whether a node shows nothing: blanks, a line break. */
export function isBlank(node: RootContent | undefined): boolean {
  if (node === undefined) return false;
  return node.type === "break" || (node.type === "text" && node.value.trim() === "");
}

/**
 * Blocks, where runs of phrasing content between them become paragraphs. `isInline`
 * tells of raw HTML that stood in a line.
 */
export function gatherBlocks(
  nodes: readonly RootContent[],
  like: Paragraph | undefined,
  isInline: (node: RootContent) => boolean = () => false,
): RootContent[] {
  const standsInLine = (node: RootContent): node is PhrasingContent =>
    node.type === "html" ? isInline(node) : isPhrasing(node);
  const blocks: RootContent[] = [];
  let run: PhrasingContent[] = [];
  const flush = (): void => {
    const children = trimPhrasing(run);
    if (children.length > 0) {
      blocks.push({ ...(like ?? {}), type: "paragraph", children });
    }
    run = [];
  };
  for (const node of nodes) {
    if (standsInLine(node)) {
      run.push(node);
    } else {
      flush();
      blocks.push(node);
    }
  }
  flush();
  return blocks;
}

/** What a list of blocks shows within a line: paragraphs open up, other blocks stay. */
export function asPhrasing(nodes: readonly RootContent[]): RootContent[] {
  return nodes.flatMap((node, index): RootContent[] => {
    if (node.type !== "paragraph") return [node];
    const isLater = index > 0 && nodes[index - 1]?.type === "paragraph";
    return isLater ? [{ type: "break" }, ...node.children] : node.children;
  });
}
