/** The code blocks of the manual's pages, as readers see them. */
import type { Element, Nodes } from "hast";
import { htmlToHast } from "satteri";

/** A code block that has a title. */
export interface TitledCode {
  readonly title: string;
  readonly text: string;
}

/** The titled code blocks of an article, in order. */
export function titledCode(html: string): TitledCode[] {
  const found: TitledCode[] = [];
  visit(htmlToHast(html, { fragment: true }) as Nodes, (figure) => {
    const title = textOf(find(figure, (element) => hasClass(element, "code-title")));
    const text = textOf(find(figure, ({ tagName }) => tagName === "pre"));
    if (title !== "") found.push({ title, text });
  });
  return found;
}

function visit(node: Nodes, take: (figure: Element) => void): void {
  if (node.type === "element" && node.tagName === "figure" && hasClass(node, "code")) take(node);
  else if ("children" in node) for (const child of node.children) visit(child, take);
}

function find(node: Element, isWanted: (element: Element) => boolean): Element | undefined {
  for (const child of node.children) {
    if (child.type !== "element") continue;
    const found = isWanted(child) ? child : find(child, isWanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}

function textOf(node: Nodes | undefined): string {
  if (node === undefined) return "";
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map((child) => textOf(child)).join("") : "";
}
