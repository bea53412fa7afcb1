/**
 * A page's outline: one title, and no level left out below it (WCAG 2.2, technique G141;
 * HTML 4.3.11). Readers of screen readers move by it, and the list "On this page" is made of it.
 */
import type { Heading, Nodes, Root } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Finding } from "../messages/diagnostic.ts";
import type {} from "../shortcodes/nodes/tabs.ts";
import { findingAt, type OriginOf } from "./place.ts";

/** What is wrong with the headings of a page; `hasTitle`: its layout shows one above them. */
export function checkHeadings(tree: Root, origin: OriginOf, hasTitle: boolean): Finding[] {
  const outline = new Outline(origin, hasTitle);
  outline.walk(tree);
  return outline.findings;
}

class Outline {
  readonly findings: Finding[] = [];
  readonly #origin: OriginOf;
  #hasTitle: boolean;
  /** The level of the heading before; the page's title is the first one. */
  #depth = 1;

  constructor(origin: OriginOf, hasTitle: boolean) {
    this.#origin = origin;
    this.#hasTitle = hasTitle;
  }

  walk(node: Nodes): void {
    if (node.type === "heading") this.#take(node);
    else if (node.type === "tabs") this.#panels(node.children);
    else if ("children" in node) for (const child of node.children) this.walk(child);
  }

  /** Of the panels of a group a reader sees one at a time: each follows what stands before the group. */
  #panels(panels: readonly Nodes[]): void {
    const before = this.#depth;
    for (const panel of panels) {
      this.#depth = before;
      this.walk(panel);
    }
  }

  #take(heading: Heading): void {
    const { depth } = heading;
    if (depth === 1 && this.#hasTitle) this.#reportTitle(heading);
    else if (depth > this.#depth + 1) this.#reportLevel(heading);
    if (depth === 1) this.#hasTitle = true;
    this.#depth = depth;
  }

  #reportTitle(heading: Heading): void {
    const message = `Unexpected heading "${short(heading)}" of level 1, expected level 2: a page has one title`;
    this.#report("heading-title", message, heading);
  }

  #reportLevel(heading: Heading): void {
    const { depth } = heading;
    const above = this.#depth === 1 ? "the page's title" : `one of level ${this.#depth}`;
    const message = `Unexpected heading "${short(heading)}" of level ${depth} after ${above}, expected level ${this.#depth + 1}`;
    this.#report("heading-level", message, heading);
  }

  #report(id: "heading-title" | "heading-level", message: string, heading: Heading): void {
    const span = this.#origin(heading);
    if (span !== undefined) this.findings.push(findingAt({ id, message }, span));
  }
}

function short(heading: Heading): string {
  return textOf(heading, { includeHtml: false }).replace(/\s+/g, " ").trim();
}
