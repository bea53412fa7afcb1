/**
 * Headings as guides show them: a waypoint of its own, "(Optional)" as a tag, a
 * link to the heading itself. Ids and the text that is read stay as they are.
 */
import type { Element, ElementContent, Root, Text } from "hast";
import type { Plugin } from "unified";
import { oneLine } from "../text/one-line.ts";
import { eachElement } from "./each-node.ts";
import { ownText } from "./own-text.ts";
import { classesOf } from "./properties.ts";
import { waypointOf } from "./waypoint.ts";

const HEADING = /^h[2-6]$/;
const OPTIONAL = /\(optional\)/gi;

/** The step: headings of level 2 to 6, wherever they stand. */
export const rehypeHeadings: Plugin<[], Root> = () => (tree) => {
  eachElement(tree, (node) => {
    if (!HEADING.test(node.tagName)) return true;
    decorate(node);
    return false;
  });
};

function decorate(heading: Element): void {
  const text = oneLine(ownText(heading));
  const { id } = heading.properties;
  const first = firstOf(heading);
  const waypoint = first?.type === "text" ? waypointOf(first.value) : undefined;
  const mark: ElementContent[] = [];
  if (waypoint !== undefined && first?.type === "text") {
    first.value = first.value.slice(waypoint.length);
    heading.properties.className = [...classesOf(heading), "way"];
    mark.push(waypointMark(waypoint.name), { type: "text", value: " " });
  }
  const content = heading.children.flatMap(withTags);
  if (typeof id === "string") content.push(anchor(id, text));
  heading.children = [...mark, element("span", [], content)];
}

/** What it begins with: words of an include have a span of their own where authors see them. */
function firstOf({ children: [first] }: Element): ElementContent | undefined {
  return first?.type === "element" && isOfInclude(first) ? first.children[0] : first;
}

function isOfInclude({ tagName, properties }: Element): boolean {
  return tagName === "span" && properties.dataWaymarkFrom !== undefined;
}

/** The dot is read and copied, but not seen. */
function waypointMark(name: string): Element {
  return element("b", [], [text(name), element("span", ["sr"], [text(".")])]);
}

function withTags(node: ElementContent): ElementContent[] {
  if (node.type === "element" && isOfInclude(node))
    return [{ ...node, children: node.children.flatMap(withTags) }];
  if (node.type !== "text" || node.value.search(OPTIONAL) < 0) return [node];
  const parts: ElementContent[] = [];
  let done = 0;
  for (const { index, 0: found } of node.value.matchAll(OPTIONAL)) {
    if (index > done) parts.push(text(node.value.slice(done, index)));
    parts.push(optionalTag(found.slice(1, -1)));
    done = index + found.length;
  }
  if (done < node.value.length) parts.push(text(node.value.slice(done)));
  return parts;
}

/** Its parentheses are read and copied, but not seen. */
function optionalTag(word: string): Element {
  const sign = (value: string): Element => element("span", ["sr"], [text(value)]);
  return element("span", ["tag"], [sign("("), text(word), sign(")")]);
}

function anchor(id: string, heading: string): Element {
  // Its sign is a style's, so that the heading's text stays what it is.
  const link = element("a", ["anchor"], []);
  link.properties.href = `#${encodeFragment(id)}`;
  link.properties.ariaLabel = `Link to section ${heading}`;
  return link;
}

/** A fragment as URLs write it (URL Standard: fragment percent-encode set); letters stay. */
function encodeFragment(id: string): string {
  return id.replace(/[\s"<>`%]/g, (character) => encodeURIComponent(character));
}

function text(value: string): Text {
  return { type: "text", value };
}

function element(tagName: string, className: string[], children: ElementContent[]): Element {
  const properties = className.length > 0 ? { className } : {};
  return { type: "element", tagName, properties, children };
}
