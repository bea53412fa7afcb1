/**
 * Ids in raw HTML that something else on the page has: a heading, a tab, or other raw HTML
 * (HTML 3.2.6: unique in the tree). Ids that two headings have are told where they are made.
 */
import type { Html, Nodes, Root } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { eachNode } from "../markdown/each-node.ts";
import { unescapedValue } from "../markdown/html-tags.ts";
import type { Finding } from "../messages/diagnostic.ts";
import { relatedAt } from "../messages/related.ts";
import type { MappedSpan } from "../text/mapped.ts";
import { findingAt, type OriginOf, partOf } from "./place.ts";
import { attributeOf, placedTags } from "./tag-places.ts";

/** An id, what has it, and where. */
interface Owner {
  readonly what: string;
  readonly span: MappedSpan | undefined;
}

/** A finding for each id of raw HTML that is there before, or that a heading or tab has. */
export function checkHtmlIds(tree: Root, origin: OriginOf): Finding[] {
  const html: Html[] = [];
  const others: Nodes[] = [];
  eachNode(tree, (node) => {
    if (node.type === "html") html.push(node);
    else if (typeof node.data?.hProperties?.id === "string") others.push(node);
  });
  const withIds = html.filter(({ value }) => /\sid\s*=/i.test(value) && !isDrawing(value));
  if (withIds.length === 0) return [];
  const owners = new Map(others.map((node) => [String(node.data?.hProperties?.id), ownerOf(node)]));
  return withIds.flatMap((node) => [...clashes(node)]);

  function ownerOf(node: Nodes): Owner {
    const text = node.type === "tab" ? node.label : textOf(node);
    return { what: `${node.type} "${text}"`, span: origin(node) };
  }

  function* clashes(node: Html): Generator<Finding> {
    const whole = origin(node);
    if (whole === undefined) return;
    for (const { tag, span } of placedTags(node, whole)) {
      const id = unescapedValue(attributeOf(tag, "id") ?? "");
      const known = owners.get(id);
      if (id === "") continue;
      if (known === undefined) owners.set(id, { what: `<${tag.name}>`, span });
      else {
        const message = `Unexpected id "${id}" of <${tag.name}>, expected one that nothing else on the page has; ${toldOf(known, span)}`;
        const related = relatedAt(known.what, known.span);
        yield findingAt({ id: "html-id", message, related }, idOf(span, id));
      }
    }
  }
}

/** SVG files of diagrams stand in pages as they are. */
function isDrawing(value: string): boolean {
  return value.startsWith("<svg");
}

function idOf(tag: MappedSpan, id: string): MappedSpan {
  const written = /\sid\s*=\s*["']?/i.exec(tag.source.text.slice(tag.start, tag.end));
  return written === null ? tag : partOf(tag, id, written.index + written[0].length);
}

/** What has the id, and where; a text that two calls brought in has it itself. */
function toldOf({ what, span }: Owner, second: MappedSpan): string {
  if (span === undefined) return `${what} has it`;
  const { source, start } = span;
  if (source === second.source && start === second.start) return "the page shows this text twice";
  return `${what} in ${source.path}:${source.placeAt(start).line} has it`;
}
