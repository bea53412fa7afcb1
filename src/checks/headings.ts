/**
 * A page's outline: one title, and no level left out below it (WCAG 2.2, technique G141;
 * HTML 4.3.11), and a text in each heading. Readers of screen readers move by it, and the list "On this page" is made of it.
 */
import type { Heading, Nodes, Root } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { Diagnostic, Finding } from "../messages/diagnostic.ts";
import type {} from "../shortcodes/nodes/tabs.ts";
import type { MappedSpan } from "../text/mapped.ts";
import { oneLine } from "../text/one-line.ts";
import { findingAt, type OriginOf } from "./place.ts";

/** What stands around the headings of a page. */
interface Around {
  /** Whether the layout shows a title above them. */
  readonly hasTitle: boolean;
  /** What is wrong with the page already: a call that failed says nothing. */
  readonly known: readonly Diagnostic[];
}

/** What is wrong with the headings of a page. */
export function checkHeadings(tree: Root, origin: OriginOf, around: Around): Finding[] {
  const outline = new Outline(origin, around);
  outline.walk(tree);
  return outline.findings;
}

class Outline {
  readonly findings: Finding[] = [];
  readonly #origin: OriginOf;
  readonly #known: readonly Diagnostic[];
  #hasTitle: boolean;
  /** The level of the heading before; the page's title is the first one. */
  #depth = 1;

  constructor(origin: OriginOf, { hasTitle, known }: Around) {
    this.#origin = origin;
    this.#known = known;
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
    if (!saysSomething(heading)) this.#reportEmpty(heading);
    else if (depth === 1 && this.#hasTitle) this.#reportTitle(heading);
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

  #reportEmpty(heading: Heading): void {
    const span = this.#origin(heading);
    if (span === undefined || this.#known.some((fault) => isWithin(fault, span))) return;
    const message = `Unexpected heading of level ${heading.depth} without a text, expected words that name its section`;
    this.#report("heading-empty", message, heading);
  }

  #report(
    id: "heading-title" | "heading-level" | "heading-empty",
    message: string,
    heading: Heading,
  ): void {
    const span = this.#origin(heading);
    if (span !== undefined) this.findings.push(findingAt({ id, message }, span));
  }
}

/** HTML that shows something without a text. */
const SHOWN_HTML = /<(?:img|svg|math|picture|video|audio|canvas|object|iframe|input)\b/i;

/** Whether readers see something of a node; an image without words is told of itself. */
function saysSomething(node: Nodes): boolean {
  if (node.type === "html") return SHOWN_HTML.test(node.value);
  if (node.type === "break") return false;
  if ("value" in node) return /[^\s\u00ad\u200b-\u200f\u2060]/.test(node.value);
  return !("children" in node) || node.children.some(saysSomething);
}

/** Whether an error stands in a heading's lines, or a call there leads to one. */
function isWithin({ level, span, chain }: Diagnostic, { source, start, end }: MappedSpan): boolean {
  if (level !== "error") return false;
  // A call that gave nothing is no part of the heading any more.
  const last = source.lineAt(end).end;
  return [span, ...chain].some(
    (place) => place.source === source && place.start >= start && place.start <= last,
  );
}

function short(heading: Heading): string {
  return oneLine(textOf(heading, { includeHtml: false }));
}
