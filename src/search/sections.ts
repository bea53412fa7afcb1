/**
 * An article as search sees it: sections, each a heading or a tab panel with the
 * text that belongs to it and to no section within.
 */
import type { Element, Nodes, Root } from "hast";
import { htmlToHast } from "satteri";
import { oneLine } from "../text/one-line.ts";
import {
  classesOf,
  findClass,
  idOf,
  isApart,
  isCodeLabel,
  isControl,
  isPanel,
  plainText,
} from "./article-text.ts";
import { readHtml } from "./read-html.ts";

/** A line of text as a reader sees it: a paragraph, an item, a cell, a line of code. */
export interface Line {
  readonly text: string;
  readonly isCode: boolean;
}

export interface Section {
  readonly kind: "heading" | "tab";
  readonly id: string;
  /** A heading's text, or the path of a panel: "Cloud › SSH tunnel". */
  readonly title: string;
  /** 2 to 6; a panel's is that of the headings that count as much. */
  readonly depth: number;
  /** The number of the section that it stands in, -1 for the page itself. */
  readonly parent: number;
  readonly lines: readonly Line[];
}

export interface ArticleSections {
  /** The text before the first section. */
  readonly intro: readonly Line[];
  /** In document order; a number of a section is its index here. */
  readonly sections: readonly Section[];
}

/** The page itself, as a parent. */
const PAGE = -1;
const PANEL_DEPTH = 4;
const HEADING = /^h([1-6])$/;

/**
 * The sections of an article, given as HTML or as its tree. A heading's section goes on to the next heading of
 * the same depth or less, but never out of its panel; text after a panel belongs to
 * the section around it again.
 */
export function sectionsOf(article: string | Root): ArticleSections {
  const collector = new Collector();
  collector.walk(typeof article === "string" ? parseFragment(article) : article);
  collector.endLine();
  return { intro: collector.intro, sections: collector.sections };
}

function parseFragment(html: string): Root {
  const read = readHtml(html);
  if (read !== undefined) return read;
  const tree = htmlToHast(html, { fragment: true });
  return tree.type === "root" ? (tree as Root) : { type: "root", children: [] };
}

interface OpenSection extends Section {
  readonly lines: Line[];
}

class Collector {
  readonly intro: Line[] = [];
  readonly sections: OpenSection[] = [];
  /** The section that text goes to. */
  #current = PAGE;
  /** The panel that is open, beyond which no heading reaches. */
  #panel = PAGE;
  #text = "";
  #isCode = false;

  walk(node: Nodes): void {
    if (node.type === "text") this.#addText(node.value);
    else if (node.type === "root") this.#walkChildren(node);
    else if (node.type === "element" && !isControl(node)) this.#element(node);
  }

  /** Ends the line that is being collected. */
  endLine(): void {
    const text = oneLine(this.#text);
    this.#text = "";
    if (text === "") return;
    const lines = this.sections[this.#current]?.lines ?? this.intro;
    lines.push({ text, isCode: this.#isCode });
  }

  #walkChildren({ children }: Root | Element): void {
    for (const child of children) this.walk(child);
  }

  #element(element: Element): void {
    if (element.tagName === "img") this.#addImage(element);
    else if (isApart(element)) this.#apart(element);
    else this.#walkChildren(element);
  }

  #apart(element: Element): void {
    this.endLine();
    if (isPanel(element)) this.#addPanel(element);
    else if (!this.#addHeading(element)) this.#addBlock(element);
    this.endLine();
  }

  #addText(value: string): void {
    if (!this.#isCode) {
      this.#text += value;
      return;
    }
    for (const [index, line] of value.split(/\r\n|\n|\r/).entries()) {
      if (index > 0) this.endLine();
      this.#text += line;
    }
  }

  /** Text in a picture's place is text (HTML: `alt`). */
  #addImage({ properties: { alt } }: Element): void {
    if (typeof alt === "string") this.#text += ` ${alt} `;
  }

  #addBlock(element: Element): void {
    const isOuterCode = this.#isCode;
    this.#isCode ||= element.tagName === "pre" || isCodeLabel(element);
    // A label says "Shell" above each command; only the name of a file is worth finding.
    const content = isCodeLabel(element) ? findClass(element, "code-title") : element;
    if (content !== undefined) this.#walkChildren(content);
    this.endLine();
    this.#isCode = isOuterCode;
  }

  /** Opens a heading's section; false if the element is no heading that a link can point to. */
  #addHeading(element: Element): boolean {
    const [, level] = HEADING.exec(element.tagName) ?? [];
    const id = idOf(element);
    if (level === undefined || id === undefined) return false;
    const title = plainText(element);
    if (title === "") return false;
    const depth = Math.max(2, Number(level));
    this.#open({ kind: "heading", id, title, depth, parent: this.#parentFor(depth), lines: [] });
    return true;
  }

  #addPanel(element: Element): void {
    const before = { current: this.#current, panel: this.#panel };
    const label = element.children.find(
      (child): child is Element =>
        child.type === "element" && classesOf(child).includes("panel-title"),
    );
    const title = label === undefined ? "" : plainText(label);
    const id = idOf(element);
    if (id !== undefined && title !== "") {
      this.#open({ kind: "tab", id, title, depth: PANEL_DEPTH, parent: this.#current, lines: [] });
      this.#panel = this.#current;
    }
    for (const child of element.children) if (child !== label) this.walk(child);
    this.endLine();
    this.#current = before.current;
    this.#panel = before.panel;
  }

  #open(section: OpenSection): void {
    this.#current = this.sections.push(section) - 1;
  }

  /** The nearest open heading of a lesser depth, at most the open panel. */
  #parentFor(depth: number): number {
    let at = this.#current;
    while (at !== this.#panel) {
      const section = this.sections[at];
      if (section === undefined || section.depth < depth) break;
      at = section.parent;
    }
    return at;
  }
}
