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
import { chainOf, type Frame } from "../text/mapped.ts";

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

/** What holds a line of text: words of its own make it the page's. */
const LINES = new Set(["paragraph", "heading", "tableCell"]);

/**
 * The step: a block that came from elsewhere than what it stands in has `data-waymark-from`,
 * the entry, partial or file, and `data-waymark-at`, its place as `file:line:column`.
 * Where authors see them, so have words that were put into a line, and `data-waymark-within`
 * lists the includes around: pairs of the same two, innermost first.
 */
export const remarkProvenance: Plugin<[], Root> = () => (tree, file) => {
  const { provenance, shortcodes } = file.data;
  if (provenance === undefined || shortcodes === undefined) return;
  /** What a node shows, and where that is written. */
  const originOf = (shown: Nodes): Origin | undefined => {
    const isWords = shown.type === "text" && provenance.isShown && shown.value.trim() !== "";
    if (!isWords && !isElement(shown)) return undefined;
    const node = placed(shown);
    const made = shortcodes.madeOf(node);
    const span = shortcodes.origin(node);
    const from = made?.target ?? span?.frame?.target;
    const place = made === undefined ? span : provenance.placeOf(made);
    if (from === undefined || place === undefined) return undefined;
    // What a call made of data stands in the text of the call.
    const own = made !== undefined && span?.frame?.parent !== undefined;
    const call = own ? [{ from: span.frame.target, place: span, within: [] }] : [];
    const within = provenance.isShown ? [...call, ...outerOf(span?.frame, from)] : [];
    return { from, place, within };
  };
  /** Whether some of a line's words, though not the first ones, are those of what it stands in. */
  const hasWordsOf = (target: string, node: Nodes): boolean =>
    provenance.isShown &&
    LINES.has(node.type) &&
    "children" in node &&
    node.children.some((child) => shortcodes.origin(child)?.frame?.target === target);
  // What a call made of data stands where the call does, and belongs to the data.
  const visit = (node: Nodes, around: string, outside: string): void => {
    const origin = originOf(node);
    const isOwn = origin?.from === around || origin?.from === outside;
    const foreign = isOwn || hasWordsOf(around, node) ? undefined : origin;
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
  /** The includes that brought in what it stands in, innermost first, with the calls there. */
  readonly within: readonly Origin[];
}

/** What the calls stand in that led to a place: without the page, and without `from` itself. */
function outerOf(frame: Frame | undefined, from: string): Origin[] {
  return chainOf(frame).flatMap(({ source, start, end, parent }): Origin[] =>
    parent?.parent === undefined || parent.target === from
      ? []
      : [{ from: parent.target, place: { source, start, end }, within: [] }],
  );
}

/** The attributes of a node that say where it comes from, for handlers that make their own. */
export function provenanceOf({ data }: RootContent): Properties {
  const own: Properties = (data !== undefined && "hProperties" in data && data.hProperties) || {};
  const { dataWaymarkFrom, dataWaymarkAt, dataWaymarkWithin } = own;
  if (dataWaymarkFrom === undefined) return {};
  const ways = dataWaymarkWithin === undefined ? {} : { dataWaymarkWithin };
  return { dataWaymarkFrom, dataWaymarkAt, ...ways };
}

function isElement(node: Nodes): boolean {
  if (node.type === "root" || PARTS.has(node.type)) return false;
  return !isPhrasing(node) || INLINE.has(node.type);
}

/** A cell begins with its bar, which is the table's: what it begins with says where it is from. */
function placed(node: Nodes): Nodes {
  return node.type === "tableCell" ? (node.children[0] ?? node) : node;
}

function placeName({ source, start }: Span): string {
  const { line, column } = source.placeAt(start);
  return `${source.path}:${line}:${column}`;
}

/** A text becomes a span. */
function mark(node: RootContent, { from, place, within }: Origin): void {
  const data: { hName?: string; hProperties?: Properties } = node.data ?? {};
  if (node.type === "text") data.hName = "span";
  data.hProperties = {
    ...data.hProperties,
    dataWaymarkFrom: from,
    dataWaymarkAt: placeName(place),
  };
  if (within.length > 0) {
    const ways = within.map((outer) => [outer.from, placeName(outer.place)]);
    data.hProperties.dataWaymarkWithin = JSON.stringify(ways);
  }
  node.data = data;
}
