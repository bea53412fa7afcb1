/** The plain text of a heading that its id is made of. */
import type { Heading, PhrasingContent } from "mdast";
import { isFailure, textWithoutFailures } from "../shortcodes/failure.ts";
import { isAutolink } from "./autolink.ts";

/**
 * Failed calls, which authors see, leave no trace in it.
 *
 * Hugo (markup/goldmark/internal/render): code, link text and image alternatives
 * count, raw HTML does not; of an element within the line only its first part
 * does, which ends at a quote or dash that typography put in; of a heading of
 * several lines the last one.
 */
export function headingText(heading: Heading): string {
  const text = heading.children.map((child) => plain(child, false)).join("");
  return text.slice(text.lastIndexOf("\n") + 1).trim();
}

function plain(node: PhrasingContent, isInside: boolean): string {
  switch (node.type) {
    case "text":
      return isInside ? firstPart(node.value, node.data?.replacedAt) : node.value;
    case "inlineCode":
      return node.value;
    case "break":
      return "\n";
    case "image":
    case "imageReference":
      return node.alt ?? "";
    case "html":
    case "footnoteReference":
      return "";
    case "link":
      return isAutolink(node) ? "" : first(node.children);
    case "emphasis":
    case "strong":
    case "delete":
    case "linkReference":
      return node.data?.hName === undefined ? first(node.children) : textWithoutFailures(node);
    default:
      // What a shortcode made: its id follows from what it shows.
      return textWithoutFailures(node);
  }
}

function first(children: readonly PhrasingContent[]): string {
  const child = children.find((node) => !isFailure(node));
  return child === undefined ? "" : plain(child, true);
}

function firstPart(text: string, replacedAt: number | undefined): string {
  return replacedAt === undefined ? text : text.slice(0, Math.max(1, replacedAt));
}
