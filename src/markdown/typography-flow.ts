/**
 * The running text of a block: what stands on its lines, with marks where
 * elements begin and end, so that a quote can be judged by its neighbours in other
 * elements. Parts of it may be changed, others (code, HTML, addresses) not.
 */
import type { Image, Nodes, Parents, PhrasingContent, Text } from "mdast";
import { isAutolink } from "./autolink.ts";

/** A part of the running text that a node holds and that may be changed. */
export interface FlowPart {
  readonly node: Text | Image;
  /** Where the part starts in the text. */
  readonly start: number;
  readonly value: string;
  /** Whether the node stands in another element of the line. */
  readonly isNested: boolean;
}

export interface Flow {
  readonly text: string;
  readonly parts: readonly FlowPart[];
}

/** What stands for an element's start and end: only the kind of character matters. */
const MARKS: Readonly<Record<string, readonly [string, string]>> = {
  emphasis: ["*", "*"],
  strong: ["**", "**"],
  delete: ["~~", "~~"],
  link: ["[", "]()"],
  linkReference: ["[", "][]"],
};

declare module "mdast" {
  interface TextData {
    /** The text stands as it was written: no typographic signs. */
    isLiteral?: boolean | undefined;
  }
}

/** Elements that shortcodes make whose text is code. */
const CODE_ELEMENTS: ReadonlySet<unknown> = new Set(["code", "kbd", "pre", "samp", "var"]);

/** The running text of a block's inline children. */
export function flowOf(children: readonly Nodes[]): Flow {
  const builder = new FlowBuilder();
  builder.addAll(children, false);
  return { text: builder.text, parts: builder.parts };
}

class FlowBuilder {
  text = "";
  readonly parts: FlowPart[] = [];

  addAll(nodes: readonly Nodes[], isNested: boolean): void {
    for (const node of nodes) this.#add(node, isNested);
  }

  #add(node: Nodes, isNested: boolean): void {
    switch (node.type) {
      case "text":
        // A commented-out tag prints as it is written.
        if (node.data?.isLiteral === true) this.text += node.value;
        else this.#part(node, node.value, isNested);
        return;
      case "image":
        this.text += "![";
        if (node.alt) this.#part(node, node.alt, isNested);
        this.text += "]()";
        return;
      case "inlineCode":
        this.text += `\`${node.value}\``;
        return;
      case "html":
        this.text += node.value;
        return;
      case "break":
        this.text += "\n";
        return;
      default:
        this.#element(node);
    }
  }

  #element(node: Nodes): void {
    if (!("children" in node)) {
      this.text += "[]";
    } else if (isFixed(node)) {
      this.text += textIn(node);
    } else {
      const [open, close] = marksOf(node);
      this.text += open;
      this.addAll(node.children, true);
      this.text += close;
    }
  }

  #part(node: Text | Image, value: string, isNested: boolean): void {
    this.parts.push({ node, start: this.text.length, value, isNested });
    this.text += value;
  }
}

function marksOf({ type, data }: Parents): readonly [string, string] {
  return (data?.hName === undefined ? MARKS[type] : undefined) ?? ["", ""];
}

function isFixed(node: Parents): boolean {
  return (node.type === "link" && isAutolink(node)) || CODE_ELEMENTS.has(node.data?.hName);
}

function textIn(node: Parents): string {
  const children: readonly (Nodes | PhrasingContent)[] = node.children;
  return children
    .map((child) => ("children" in child ? textIn(child) : "value" in child ? child.value : ""))
    .join("");
}
