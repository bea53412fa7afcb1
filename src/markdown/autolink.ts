/** Autolinks (CommonMark 6.5, GFM 6.9): links that were written as their bare address. */
import type { Link, Nodes, Root, RootContent } from "mdast";
import { joinTexts } from "./join-texts.ts";

/** Goldmark's linkify: the host ends with a dot and letters, so neither `localhost` nor numbers. */
const LINKED_HOST = /^[a-z]+:\/\/[^/?#\s]*\.[a-z]+(?::\d+)?(?:[/?#]|$)/i;

/** Whether a link's text is its address, as with autolinks. */
export function isAutolink({ url, children }: Link): boolean {
  const [only, ...more] = children;
  if (only?.type !== "text" || more.length > 0) return false;
  const { value } = only;
  return [value, `mailto:${value}`, `http://${value}`, `https://${value}`].includes(url);
}

/**
 * Makes GFM's autolinks without `<` and `>` those of Goldmark: `www.` leads to
 * https, and an address without a dotted host name is text.
 */
export function settleAutolinks(tree: Root, text: string): Root {
  if (/http:\/\/|https:\/\/|www\./i.test(text)) settle(tree, text);
  return tree;
}

function settle(parent: Nodes, text: string): void {
  if (!("children" in parent)) return;
  let isChanged = false;
  const children = (parent.children as RootContent[]).flatMap((child): RootContent[] => {
    settle(child, text);
    if (child.type !== "link" || !isBare(child, text) || keepsLink(child)) return [child];
    isChanged = true;
    return child.children;
  });
  if (isChanged) parent.children = joinTexts(children) as typeof parent.children;
}

function isBare(link: Link, text: string): boolean {
  return isAutolink(link) && !/[[<]/.test(text[link.position?.start.offset ?? 0] ?? "");
}

function keepsLink(link: Link): boolean {
  if (/^http:\/\/www\./i.test(link.url) && !/^http/i.test(textOf(link))) {
    link.url = `https${link.url.slice("http".length)}`;
  }
  return link.url.startsWith("mailto:") || LINKED_HOST.test(link.url);
}

function textOf({ children: [only] }: Link): string {
  return only?.type === "text" ? only.value : "";
}
