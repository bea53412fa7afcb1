/** The same faults in raw HTML: images without `alt`, links that are empty, second titles. */
import type { Html, Parents } from "mdast";
import type { Finding } from "../messages/diagnostic.ts";
import type { MappedSpan } from "../text/mapped.ts";
import { type Fault, findingAt, partOf } from "./place.ts";

/** Comments are no elements; a tag's attributes may hold `>` in quotes. */
const COMMENT = /<!--[\s\S]*?-->/g;
const ATTRIBUTES = `(?:[^<>"']|"[^"]*"|'[^']*')*`;
const IMAGE = new RegExp(`<img\\b${ATTRIBUTES}>`, "gi");
const LINK = new RegExp(`<a\\b(?=${ATTRIBUTES}\\shref)${ATTRIBUTES}>`, "gi");
const TITLE = new RegExp(`<h1\\b${ATTRIBUTES}>`, "gi");
const CLOSED = /^\s*<\/a\s*>/i;

/** What is wrong with a piece of raw HTML; within a line, its element may end in a sibling. */
export function checkRawHtml(node: Html, parent: Parents | undefined, span: MappedSpan): Finding[] {
  if (!/<(?:img|a|h1)\b/i.test(node.value)) return [];
  const html = node.value.replace(COMMENT, (comment) => " ".repeat(comment.length));
  const findings: Finding[] = [];
  const add = (fault: Fault, tag: string): void => {
    findings.push(findingAt(fault, partOf(span, tag)));
  };
  for (const [tag] of html.matchAll(IMAGE)) {
    if (/\salt(?=[\s=/>])/i.test(tag)) continue;
    const message = `Unexpected image without "alt", expected words for those who do not see it`;
    add({ id: "image-alt", message }, tag);
  }
  for (const [tag] of html.matchAll(TITLE)) {
    const message = "Unexpected <h1>, expected <h2>: a page has one title";
    add({ id: "heading-title", message }, tag);
  }
  for (const { 0: tag, index } of html.matchAll(LINK)) {
    const rest = html.slice(index + tag.length) || nextHtml(node, parent);
    if (!CLOSED.test(rest) || /\s(?:aria-label|aria-labelledby|title)\s*=/i.test(tag)) continue;
    const message = "Unexpected link without a text, expected words that say where it leads";
    add({ id: "link-empty", message }, tag);
  }
  return findings;
}

/** What follows a tag within a line, if it is HTML too. */
function nextHtml(node: Html, parent: Parents | undefined): string {
  const siblings: readonly unknown[] = parent?.children ?? [];
  const next = parent?.children[siblings.indexOf(node) + 1];
  return next?.type === "html" ? next.value : "";
}
