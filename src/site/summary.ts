/** What a page is about, in its own words. */
import type { Element, Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "hast-util-to-string";
import { oneLine } from "../text/one-line.ts";

/** What search engines show of a description. */
const LENGTH = 160;

/** A paragraph is found near the start of an article, or the article has none. */
const READ = 20_000;

/** The text of an article's first paragraph; those in notes, lists and tabs count if there is no other. */
export function firstParagraph(html: string): string | undefined {
  const { children } = fromHtml(html.slice(0, READ), { fragment: true });
  const top = children.filter((child) => isParagraph(child));
  const texts = [...top, ...children.flatMap(paragraphsIn)].map((node) => oneLine(textOf(node)));
  return texts.find((text) => /\p{L}/u.test(text));
}

/** A text cut after a word, with an ellipsis, if it is longer than search engines show. */
export function shortened(text: string): string {
  if (text.length <= LENGTH) return text;
  const cut = text.slice(0, LENGTH - 1);
  // A word that is longer than all of it is cut, but no character is.
  const end = cut.lastIndexOf(" ");
  const kept = end > 0 ? cut.slice(0, end) : cut.replace(/[\ud800-\udbff]$/, "");
  return `${kept.replace(/[\s,;:–—-]+$/, "")}…`;
}

/** Paragraphs with a class are labels, of notes and the like. */
function isParagraph(node: Nodes): node is Element & { readonly tagName: "p" } {
  return node.type === "element" && node.tagName === "p" && node.properties.className === undefined;
}

function paragraphsIn(node: Nodes): Element[] {
  if (isParagraph(node)) return [node];
  return "children" in node ? node.children.flatMap((child) => paragraphsIn(child)) : [];
}
