/**
 * Where the blocks of a page come from, as data attributes of their elements: for authors,
 * while they write. What readers see of it are links (src/markdown/rehype-parts.ts).
 */
import type { Properties } from "hast";
import type { Nodes, Root, RootContent } from "mdast";
import type { Plugin } from "unified";
import type { Span } from "../messages/diagnostic.ts";
import { isPhrasing } from "../shortcodes/phrasing.ts";
import type { Use } from "../shortcodes/types.ts";

/** Knows where things are written. */
export interface Provenance {
  placeOf(use: Use): Span | undefined;
  /** Whether the finished page still has the attributes. */
  readonly isShown: boolean;
  /** Where readers can edit a line of a file; undefined if nowhere. */
  readonly linkTo: ((path: string, line: number) => string) | undefined;
}

declare module "vfile" {
  interface DataMap {
    provenance: Provenance;
  }
}

/** Parts of blocks: a table or a list is outlined as a whole, and what was put into it. */
const PARTS = new Set(["tableRow", "tab", "html", "definition"]);

/** What becomes an element within a line. */
const INLINE = new Set(["emphasis", "strong", "delete", "link", "inlineCode", "image"]);

/**
 * The step: a block that came from elsewhere than what it stands in has `data-waymark-from`,
 * the entry, partial or file, and `data-waymark-at`, its place as `file:line:column`.
 */
export const remarkProvenance: Plugin<[], Root> = () => (tree, file) => {
  const { provenance, shortcodes } = file.data;
  if (provenance === undefined || shortcodes === undefined) return;
  /** What a node shows, and where that is written. */
  const originOf = (shown: Nodes): Origin | undefined => {
    if (!isElement(shown)) return undefined;
    const node = placed(shown);
    const made = shortcodes.madeOf(node);
    const span = shortcodes.origin(node);
    const from = made?.target ?? span?.frame?.target;
    const place = made === undefined ? span : provenance.placeOf(made);
    return from === undefined || place === undefined ? undefined : { from, place };
  };
  // What a call made of data stands where the call does, and belongs to the data.
  const visit = (node: Nodes, around: string, outside: string): void => {
    const origin = originOf(node);
    const foreign = origin?.from === around || origin?.from === outside ? undefined : origin;
    if (foreign !== undefined) mark(node as RootContent, foreign);
    const inner = foreign?.from ?? around;
    const isMade = shortcodes.madeOf(node) !== undefined;
    if (!("children" in node)) return;
    const beyond = foreign?.from ?? outside;
    for (const child of node.children) visit(child, inner, isMade ? around : beyond);
  };
  visit(tree, file.path, file.path);
};

interface Origin {
  readonly from: string;
  readonly place: Span;
}

/** The attributes of a node that say where it comes from, for handlers that make their own. */
export function provenanceOf({ data }: RootContent): Properties {
  const own: Properties = (data !== undefined && "hProperties" in data && data.hProperties) || {};
  const { dataWaymarkFrom, dataWaymarkAt } = own;
  return dataWaymarkFrom === undefined ? {} : { dataWaymarkFrom, dataWaymarkAt };
}

function isElement(node: Nodes): boolean {
  if (node.type === "root" || PARTS.has(node.type)) return false;
  return !isPhrasing(node) || INLINE.has(node.type);
}

/** A cell begins with its bar, which is the table's: what it begins with says where it is from. */
function placed(node: Nodes): Nodes {
  return node.type === "tableCell" ? (node.children[0] ?? node) : node;
}

function mark(node: RootContent, { from, place: { source, start } }: Origin): void {
  const { line, column } = source.placeAt(start);
  const data: { hProperties?: Properties } = node.data ?? {};
  data.hProperties = {
    ...data.hProperties,
    dataWaymarkFrom: from,
    dataWaymarkAt: `${source.path}:${line}:${column}`,
  };
  node.data = data;
}
