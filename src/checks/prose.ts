/** Links, images and addresses in a page's text that say nothing to a reader. */
import type { Image, Link, Nodes, Parents, Root, Text } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { isAutolink } from "../markdown/autolink.ts";
import { eachNode } from "../markdown/each-node.ts";
import { writtenUrl } from "../markdown/links.ts";
import type { Finding } from "../messages/diagnostic.ts";
import type { MappedSpan } from "../text/mapped.ts";
import { type Fault, findingAt, type OriginOf, partOf } from "./place.ts";
import { checkRawHtml } from "./raw-html.ts";

/** An address with its host, as prose has it; marks at its end belong to the sentence. */
const BARE_ADDRESS = /\bhttps?:\/\/[^\s<>"'`]*[^\s<>"'`.,;:!?)\]}*_]/gi;

/** What is wrong with the links, images and addresses of a page's text. */
export function checkProse(tree: Root, origin: OriginOf): Finding[] {
  const findings: Finding[] = [];
  eachNode(tree, (node, parent) => {
    const span = CHECKED.has(node.type) ? origin(node) : undefined;
    if (span !== undefined) findings.push(...checkNode(node, parent, span));
  });
  return findings;
}

/** Looking up the place of every node would cost more than all else. */
const CHECKED = new Set<Nodes["type"]>(["link", "image", "text", "html"]);

function checkNode(node: Nodes, parent: Parents | undefined, span: MappedSpan): Finding[] {
  if (node.type === "html") return checkRawHtml(node, parent, span);
  if (node.type === "text") {
    const findings = isInLink(parent) ? [] : bareAddresses(node, span);
    return [...lostHeading(node, parent, span), ...findings];
  }
  const fault =
    node.type === "link"
      ? (linkFault(node, span) ?? bareFault(node, span))
      : node.type === "image"
        ? imageFault(node)
        : undefined;
  return fault === undefined ? [] : [findingAt(fault, span)];
}

function linkFault(link: Link, { source, start, end }: MappedSpan): Fault | undefined {
  if (!isShown(link)) {
    const message = `Unexpected link to "${writtenUrl(link)}" without a text, expected words that say where it leads`;
    return { id: "link-empty", message };
  }
  if (link.url !== "" && link.url !== "#") return undefined;
  // The call that should have given the address is told of itself.
  if (link.url === "" && source.text.slice(start, end).includes("{{")) return undefined;
  const message = `Unexpected link "${textOf(link)}" without an address, expected where it leads`;
  return { id: "link-empty", message };
}

/** Whether something of a link can be read: words, an image with words, or raw HTML. */
function isShown(link: Link): boolean {
  let isSeen = false;
  eachNode(link, (node) => {
    // An image without words is told of itself.
    if (node.type === "html") isSeen ||= !/^<!--[\s\S]*-->$/.test(node.value);
    else if (node.type === "image") isSeen = true;
    else if ("value" in node) isSeen ||= node.value.trim() !== "";
  });
  return isSeen;
}

/** An address that became a link by itself, without the `<` and `>` that say it is meant. */
function bareFault(link: Link, { source, start }: MappedSpan): Fault | undefined {
  if (!isAutolink(link) || !/^(?:https?:|www\.)/i.test(source.text.slice(start, start + 6))) {
    return undefined;
  }
  return bare(textOf(link));
}

function bareAddresses({ value }: Text, span: MappedSpan): Finding[] {
  if (!value.includes("://")) return [];
  const addresses = [...value.matchAll(BARE_ADDRESS)].map(([address]) => address);
  return addresses.map((address) => findingAt(bare(address), partOf(span, address)));
}

/** A paragraph that begins as a heading would, but for the blank (CommonMark 4.2). */
function lostHeading(node: Text, parent: Parents | undefined, span: MappedSpan): Finding[] {
  if (parent?.type !== "paragraph" || parent.children[0] !== node) return [];
  const marks = /^#{2,6}(?=[\p{L}\p{N}])/u.exec(node.value)?.[0];
  // An escape says that the signs are meant.
  if (marks === undefined || !span.source.text.startsWith(marks, span.start)) return [];
  const message = `Unexpected "${marks}" before a letter, expected a blank between them: this is no heading`;
  return [findingAt({ id: "heading-blank", message }, partOf(span, marks))];
}

function isInLink(parent: Parents | undefined): boolean {
  return parent?.type === "link" || parent?.type === "linkReference";
}

function bare(address: string): Fault {
  const message = `Unexpected bare address "${address}", expected a link with words, or the address in < and >`;
  return { id: "bare-url", message };
}

function imageFault(image: Image): Fault | undefined {
  if (image.alt?.trim()) return undefined;
  const message = `Unexpected image "${writtenUrl(image)}" without a text, expected words for those who do not see it`;
  return { id: "image-alt", message };
}
