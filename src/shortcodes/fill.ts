/**
 * Puts what shortcodes rendered into the places that their slots took in a
 * parsed tree: as blocks, in a line, or as text in code, links and attributes.
 */
import type { Code, Html, Nodes, Paragraph, Parents, Root, RootContent, Text } from "mdast";
import { asPhrasing, gatherBlocks, isBlank, isPhrasing } from "./phrasing.ts";

/** Renders the slot of an index, and knows the parsed text. */
export interface SlotRenderer {
  /** Whether a code node is code by its indentation, without a fence. */
  isIndented(node: Code): boolean;
  /** Told of a text that was cut out of another one, between slots. */
  isCut(part: Text, node: RootContent): void;
  /** As nodes; `isBlock`: the slot stands alone in its paragraph. */
  nodes(index: number, isBlock: boolean): RootContent[];
  /** As plain text. */
  text(index: number): string;
  /** What tells of calls that failed as the text was made. */
  failures(index: number, isBlock: boolean): RootContent[];
}

/** Fields of mdast nodes that hold text which is not content. */
const TEXT_FIELDS = ["url", "title", "alt", "label", "identifier", "lang", "meta"] as const;

/** Nodes that have none of these fields: most of a page. */
const WITHOUT_FIELDS: ReadonlySet<string> = new Set<Nodes["type"]>([
  "blockquote",
  "emphasis",
  "heading",
  "inlineCode",
  "list",
  "listItem",
  "paragraph",
  "strong",
  "table",
  "tableCell",
  "tableRow",
  "text",
]);

/** Replaces every slot in the tree; `token` finds them in strings. */
export function fillSlots(tree: Root, token: RegExp, renderer: SlotRenderer): void {
  new Filler(token, renderer).fill(tree);
}

/** A piece of a string with slots. */
type Segment = { readonly text: string } | { readonly slot: number };

class Filler {
  readonly #token: RegExp;
  readonly #renderer: SlotRenderer;
  /** Slots that were put into the node at hand as text, if any were. */
  #texts: Set<number> | undefined;
  /** Raw HTML that stands in a line of text. */
  readonly #inlineHtml = new WeakSet<RootContent>();

  constructor(token: RegExp, renderer: SlotRenderer) {
    this.#token = token;
    this.#renderer = renderer;
  }

  fill(parent: Parents): void {
    const children: RootContent[] = [];
    for (const child of parent.children as RootContent[]) children.push(...this.#filled(child));
    parent.children = children as typeof parent.children;
  }

  /** What stands in a node's place, and after it what failed in its text. */
  #filled(node: RootContent): RootContent[] {
    return this.#withFailures(!isPhrasing(node), () => this.#made(node));
  }

  #withFailures(isBlock: boolean, make: () => RootContent[]): RootContent[] {
    const around = this.#texts;
    this.#texts = undefined;
    const nodes = make();
    const slots = this.#swapTexts(around);
    if (slots === undefined) return nodes;
    return [...nodes, ...[...slots].flatMap((slot) => this.#renderer.failures(slot, isBlock))];
  }

  #swapTexts(next: Set<number> | undefined): Set<number> | undefined {
    const texts = this.#texts;
    this.#texts = next;
    return texts;
  }

  #textAt(slot: number): string {
    this.#texts ??= new Set();
    this.#texts.add(slot);
    return this.#renderer.text(slot);
  }

  #made(node: RootContent): RootContent[] {
    this.#fillFields(node);
    switch (node.type) {
      case "paragraph":
        return this.#paragraph(node);
      case "text":
        return asPhrasing(this.#inText(node.value, node, false));
      case "html":
        return this.#inHtml(node, true);
      case "code":
        return this.#code(node) ?? [node];
      case "inlineCode":
        node.value = this.#asText(node.value);
        return [node];
      default:
        if ("children" in node) this.fill(node);
        return [node];
    }
  }

  #fillFields(node: Nodes): void {
    if (WITHOUT_FIELDS.has(node.type)) return;
    for (const field of TEXT_FIELDS) {
      const fields: Partial<Record<typeof field, unknown>> = node as object;
      const value = fields[field];
      if (typeof value === "string" && this.#has(value)) fields[field] = this.#asText(value);
    }
  }

  #paragraph(node: Paragraph): RootContent[] {
    const isSplit = node.children.some(
      (child) => (child.type === "text" || child.type === "html") && this.#has(child.value),
    );
    if (!isSplit) {
      this.fill(node);
      return [node];
    }
    const isAlone = node.children.every(
      (child) => isBlank(child) || (child.type === "text" && this.#isOnlySlots(child.value)),
    );
    const filled = node.children.flatMap((child): RootContent[] => {
      if (child.type === "text") return this.#inText(child.value, child, isAlone);
      if (child.type !== "html") return this.#filled(child);
      return this.#withFailures(false, () => this.#inline(this.#inHtml(child, false)));
    });
    return gatherBlocks(filled, node, (html) => this.#inlineHtml.has(html));
  }

  /** The same nodes; raw HTML among them is known to stand in a line. */
  #inline(nodes: RootContent[]): RootContent[] {
    for (const node of nodes) if (node.type === "html") this.#inlineHtml.add(node);
    return nodes;
  }

  /** Text and what its slots show. In a line, a lone paragraph opens up (Hugo: a sole `<p>` is stripped). */
  #inText(value: string, like: RootContent, isBlock: boolean): RootContent[] {
    if (!this.#has(value)) return [like];
    return this.#segments(value).flatMap((segment): RootContent[] => {
      if ("text" in segment) {
        const part: Text = { ...like, type: "text", value: segment.text };
        this.#renderer.isCut(part, like);
        return [part];
      }
      const nodes = this.#renderer.nodes(segment.slot, isBlock);
      const isInline = !isBlock && nodes.every((n) => isPhrasing(n) || n.type === "paragraph");
      return isInline ? this.#inline(asPhrasing(nodes)) : nodes;
    });
  }

  /** Raw HTML opens at slots between tags; inside of a tag or a comment they are text. */
  #inHtml(node: Html, isBlock: boolean): RootContent[] {
    if (!this.#has(node.value)) return [node];
    const nodes: RootContent[] = [];
    let html = "";
    for (const segment of this.#segments(node.value)) {
      if ("text" in segment) {
        html += segment.text;
      } else if (isInMarkup(html)) {
        html += escapeHtml(this.#textAt(segment.slot));
      } else {
        if (html !== "") nodes.push({ ...node, value: html });
        html = "";
        nodes.push(...this.#renderer.nodes(segment.slot, isBlock));
      }
    }
    if (html !== "") nodes.push({ ...node, value: html });
    return nodes;
  }

  /**
   * Code shows text. Only indented code that holds nothing but slots was never
   * meant as code: its calls were indented.
   */
  #code(node: Code): RootContent[] | undefined {
    if (!this.#has(node.value)) return undefined;
    if (this.#isOnlySlots(node.value) && this.#renderer.isIndented(node)) {
      const nodes = this.#segments(node.value).flatMap((segment) =>
        "slot" in segment ? this.#renderer.nodes(segment.slot, true) : [],
      );
      return gatherBlocks(nodes, undefined);
    }
    node.value = this.#asText(node.value);
    return undefined;
  }

  #has(value: string): boolean {
    return value.search(this.#token) >= 0;
  }

  #isOnlySlots(value: string): boolean {
    return value.replace(this.#token, "").trim() === "";
  }

  #asText(value: string): string {
    return value.replace(this.#token, (_, index: string) => this.#textAt(Number(index)));
  }

  #segments(value: string): Segment[] {
    const segments: Segment[] = [];
    let at = 0;
    for (const match of value.matchAll(this.#token)) {
      if (match.index > at) segments.push({ text: value.slice(at, match.index) });
      segments.push({ slot: Number(match[1]) });
      at = match.index + match[0].length;
    }
    if (at < value.length) segments.push({ text: value.slice(at) });
    return segments;
  }
}

function isInMarkup(html: string): boolean {
  if (html.lastIndexOf("<!--") > html.lastIndexOf("-->")) return true;
  const open = html.lastIndexOf("<");
  return open > html.lastIndexOf(">") && /[a-z/!]/i.test(html[open + 1] ?? "");
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
