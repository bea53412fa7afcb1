/** The same faults in raw HTML: images without `alt`, links that are empty, second titles. */
import type { Html, Parents } from "mdast";
import type { Finding } from "../messages/diagnostic.ts";
import type { MappedSpan } from "../text/mapped.ts";
import { type Fault, findingAt } from "./place.ts";
import { attributeOf, type PlacedTag, placedTags } from "./tag-places.ts";

const CLOSED = /^(?:\s|<!--[\s\S]*?-->)*<\/a\s*>/i;

const CLOSED_HEADING = /^(?:\s|&nbsp;|<!--[\s\S]*?-->)*<\/h[2-6]\s*>/i;

/** Attributes that give a link without text a name. */
const NAMES = ["aria-label", "aria-labelledby", "title"];

/** What is wrong with a piece of raw HTML; within a line, its element may end in a sibling. */
export function checkRawHtml(node: Html, parent: Parents | undefined, span: MappedSpan): Finding[] {
  if (!/<(?:img|a|h[1-6])\b/i.test(node.value)) return [];
  return placedTags(node, span).flatMap((placed): Finding[] => {
    const fault = faultOf(placed, node.value.slice(placed.tag.end) || nextHtml(node, parent));
    return fault === undefined ? [] : [findingAt(fault, placed.span)];
  });
}

/** `rest` is what follows the tag. */
function faultOf({ tag, written }: PlacedTag, rest: string): Fault | undefined {
  if (tag.name === "img" && attributeOf(tag, "alt") === undefined) {
    const message = `Unexpected image without "alt", expected words for those who do not see it`;
    return { id: "image-alt", message };
  }
  if (tag.name === "h1") {
    const message = "Unexpected <h1>, expected <h2>: a page has one title";
    return { id: "heading-title", message };
  }
  if (/^h[2-6]$/.test(tag.name) && CLOSED_HEADING.test(rest)) {
    const message = `Unexpected <${tag.name}> without a text, expected words that name its section`;
    return { id: "heading-empty", message };
  }
  const href = tag.name === "a" ? attributeOf(tag, "href") : undefined;
  if (href === undefined) return undefined;
  if (CLOSED.test(rest) && !NAMES.some((name) => attributeOf(tag, name) !== undefined)) {
    const message = "Unexpected link without a text, expected words that say where it leads";
    return { id: "link-empty", message };
  }
  // A script of the page may take a link to `#`; one to nothing leads to the page itself.
  if (href.trim() !== "" || attributeOf(written, "href")?.includes("{{")) return undefined;
  const message = "Unexpected link without an address, expected where it leads";
  return { id: "link-empty", message };
}

/** What follows a tag within a line, if it is HTML too. */
function nextHtml(node: Html, parent: Parents | undefined): string {
  const siblings: readonly unknown[] = parent?.children ?? [];
  const next = parent?.children[siblings.indexOf(node) + 1];
  return next?.type === "html" ? next.value : "";
}
