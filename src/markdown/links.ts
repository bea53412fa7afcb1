/**
 * Resolves the links and images of a page's tree: addresses become those of the
 * built site, and each link is noted so that its anchor can be checked once all
 * pages are known.
 */
import type { Image, Link, Nodes, Root } from "mdast";
import type { Plugin } from "unified";
import type { Complaint, Found } from "../shortcodes/types.ts";
import type { LinkKind } from "../site/link-paths.ts";
import type { MappedSpan } from "../text/mapped.ts";
import { eachNode } from "./each-node.ts";
import { mapHtmlAddresses } from "./html-addresses.ts";

/** An address that the site knows. */
export interface LinkTarget {
  /** The address as the page carries it. */
  readonly url: string;
  /** The page of this site that it leads to, by URL without base. */
  readonly pageUrl?: string | undefined;
  readonly fragment?: string | undefined;
  /** What is wrong with the address although it leads there. */
  readonly remark?: Complaint | undefined;
}

/** A link of an article, for the checks. */
export interface ArticleLink extends LinkTarget {
  readonly span: MappedSpan;
}

/** What the step needs to know of the site. */
export interface LinkContext {
  resolve(href: string, kind: LinkKind, from: string): Found<LinkTarget>;
  /** The size of the image at an address as pages carry it; undefined where nobody knows. */
  imageSize?(url: string): { readonly width: number; readonly height: number } | undefined;
  report(complaint: Complaint, span: MappedSpan): void;
  note(link: ArticleLink): void;
}

/** The addresses that authors wrote, of links and images that have another one on the page. */
const WRITTEN = new WeakMap<Nodes, string>();

/** The address of a link or an image as its author wrote it. */
export function writtenUrl(node: Link | Image): string {
  return WRITTEN.get(node) ?? node.url;
}

declare module "vfile" {
  interface DataMap {
    links: LinkContext;
  }
}

/** The step; without `file.data.links` it leaves the tree alone. */
export const remarkLinks: Plugin<[], Root> = () => (tree, file) => {
  const { links, shortcodes } = file.data;
  if (links === undefined || shortcodes === undefined) return;
  const nowhere: MappedSpan = { source: shortcodes.source, start: 0, end: 0, frame: undefined };
  const place = (node: Nodes): MappedSpan => shortcodes.origin(node) ?? nowhere;

  const target = (href: string, kind: LinkKind, span: MappedSpan): string | undefined => {
    // A call that should have given the address is told of itself.
    if (href === "" && sliceOf(span).includes("{{")) return undefined;
    const found = links.resolve(href, kind, span.source.path);
    if (!found.ok) {
      links.report(found.complaint, span);
      return undefined;
    }
    const { remark, ...address } = found.value;
    if (remark !== undefined) links.report(remark, span);
    links.note({ ...address, span });
    return address.url;
  };

  eachNode(tree, (node, parent) => {
    if (node.type === "link" || node.type === "definition" || node.type === "image") {
      const kind = node.type === "image" ? "image" : "link";
      const origin = shortcodes.origin(node) ?? (parent && shortcodes.origin(parent)) ?? nowhere;
      const url = target(node.url, kind, addressSpan(origin, node.url)) ?? node.url;
      if (url !== node.url) WRITTEN.set(node, node.url);
      node.url = url;
    } else if (node.type === "html") {
      const span = place(node);
      const placeOf = htmlPlaces(node.value, span);
      node.value = mapHtmlAddresses(node.value, (href, linkKind, start) =>
        target(href, linkKind, placeOf(href, start)),
      );
    }
  });
};

/** Where the addresses of a piece of raw HTML stand, asked for in order. */
function htmlPlaces(
  html: string,
  span: MappedSpan,
): (address: string, start: number) => MappedSpan {
  const { source } = span;
  const isExact = sliceOf(span) === html;
  let from = span.start;
  return (address, start) => {
    const at = isExact ? span.start + start : source.text.indexOf(address, from);
    const end = at + address.length;
    const isThere = address !== "" && at >= from && end <= span.end;
    if (!isThere || !source.text.startsWith(address, at)) return span;
    from = end;
    return { ...span, start: at, end };
  };
}

function sliceOf({ source, start, end }: MappedSpan): string {
  return source.text.slice(start, end);
}

/** The address itself within a link's source, if it stands there as written. */
function addressSpan(span: MappedSpan, url: string): MappedSpan {
  if (url === "") return span;
  const at = span.source.text.lastIndexOf(url, Math.max(span.start, span.end - url.length));
  return at < span.start ? span : { ...span, start: at, end: at + url.length };
}
