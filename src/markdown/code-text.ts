/**
 * What a code block shows, as rows of tokens: a node of the tree that stands for the elements
 * of all tokens. Most of a guide's elements would be those, and each step looks at each element;
 * so they are made only where a step has to change them.
 */
import type { Element, ElementContent, Nodes } from "hast";
import type { Token } from "./code-tokens.ts";

/** A line with its classes; the first is `line`. */
export interface CodeRow {
  readonly tagName: "del" | "ins" | "span";
  readonly className: readonly string[];
  /** The number that is shown before it. */
  readonly number: string | undefined;
  readonly tokens: readonly Token[];
}

/** The only child of a `code` element. */
export interface CodeText {
  readonly type: "codeText";
  /** The text of all rows. */
  readonly value: string;
  readonly rows: readonly CodeRow[];
}

declare module "hast" {
  interface ElementContentMap {
    codeText: CodeText;
  }
  interface RootContentMap {
    codeText: CodeText;
  }
}

/** The node of some rows. */
export function codeText(rows: readonly CodeRow[]): CodeText {
  const lines = rows.map(({ tokens }) => tokens.map(([text]) => text).join(""));
  return { type: "codeText", value: lines.join("\n"), rows };
}

/** Puts elements in the place of every such node below `parent`. */
export function spellOut(parent: Nodes): void {
  if (!("children" in parent)) return;
  for (const child of parent.children) {
    if (child.type === "codeText" && parent.type === "element") parent.children = elementsOf(child);
    else spellOut(child);
  }
}

/**
 * The elements that the rows stand for. Between the lines stands a real line break, so that
 * neighboring words stay apart in what reads text only.
 */
function elementsOf({ rows }: CodeText): ElementContent[] {
  return rows.flatMap(({ tagName, className, number, tokens }, index): ElementContent[] => {
    const shown = number === undefined ? {} : { dataN: number };
    const properties = { className: [...className], ...shown };
    const row: Element = { type: "element", tagName, properties, children: tokens.map(nodeOf) };
    return index === 0 ? [row] : [{ type: "text", value: "\n" }, row];
  });
}

function nodeOf([value, name]: Token): ElementContent {
  if (name === undefined) return { type: "text", value };
  const properties = { className: [name] };
  return { type: "element", tagName: "span", properties, children: [{ type: "text", value }] };
}

/** The HTML of the elements; `encode` writes text. Names are ours, and need no escapes. */
export function htmlOfCode({ rows }: CodeText, encode: (text: string) => string): string {
  let html = "";
  for (const { tagName, className, number, tokens } of rows) {
    if (html !== "") html += "\n";
    const shown = number === undefined ? "" : ` data-n="${number}"`;
    html += `<${tagName} class="${className.join(" ")}"${shown}>`;
    for (const [text, name] of tokens)
      html += name === undefined ? encode(text) : `<span class="${name}">${encode(text)}</span>`;
    html += `</${tagName}>`;
  }
  return html;
}
