/**
 * Images that do not move the page: each gets the size of its file, and is loaded when
 * the reader comes near (HTML: `loading`, `decoding`). What the author wrote stays.
 */
import type { Element, Nodes, Root } from "hast";
import type { Plugin } from "unified";
import { eachHastNode } from "./each-node.ts";

/** Text that fills the first screen; an image after it can wait. */
const FIRST_SCREEN = 800;

/** The step; sizes come from `file.data.links`. */
export const rehypeImages: Plugin<[], Root> = () => (tree, file) => {
  const sizeOf = file.data.links?.imageSize;
  let characters = 0;
  eachHastNode(tree, (node) => {
    if (characters <= FIRST_SCREEN) characters += charactersIn(node);
    if (node.type !== "element" || node.tagName !== "img") return true;
    const { properties } = node;
    if (typeof properties.src === "string") setSize(node, sizeOf?.(properties.src));
    properties.decoding ??= "async";
    if (characters > FIRST_SCREEN) properties.loading ??= "lazy";
    return false;
  });
};

/** The characters of a text's words. */
function charactersIn(node: Nodes): number {
  if (node.type === "text") return node.value.trim().length;
  if (node.type !== "codeText") return 0;
  const texts = node.rows.flatMap(({ tokens }) => tokens.map(([text]) => text.trim().length));
  return texts.reduce((sum, length) => sum + length, 0);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A side that the author gave counts, the other one follows from it. */
function setSize({ properties }: Element, size: Size | undefined): void {
  const [width, height] = [pixelsOf(properties.width), pixelsOf(properties.height)];
  // A share of the page, such as `50%`, has no other side that could be known.
  if (width === "other" || height === "other" || size === undefined) return;
  if (width !== undefined && height !== undefined) return;
  const ratio = size.width / size.height;
  const known = width ?? (height === undefined ? size.width : Math.round(height * ratio));
  properties.width = known;
  properties.height = height ?? Math.max(1, Math.round(known / ratio));
}

function pixelsOf(value: unknown): number | "other" | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  const found = /^\s*(\d+)(?:px)?\s*$/.exec(String(value));
  return found === null ? "other" : Number(found[1]);
}
