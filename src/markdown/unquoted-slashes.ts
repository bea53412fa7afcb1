/**
 * Slashes in attributes without quotes, as in `<img src=/a.png alt>`: CommonMark 6.6 allows
 * them, and both parsers do not, satteri anywhere and micromark at the start of a block. They
 * are given the text with a character that stands for these slashes, of the same length.
 */
import type { Nodes, Root } from "mdast";
import { eachNode } from "./each-node.ts";

const VALUE = String.raw`'[^']*'|"[^"]*"|[^\s"'=<>\`]+`;
const ATTRIBUTE = String.raw`\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:${VALUE}))?`;
/** An open tag (CommonMark 6.6). */
const OPEN_TAG = new RegExp(String.raw`(?<!\\)<[A-Za-z][A-Za-z0-9-]*(?:${ATTRIBUTE})+\s*/?>`, "g");
const ATTRIBUTE_VALUE = new RegExp(String.raw`=\s*(?:${VALUE})`, "g");
/** A first look that costs little. */
const MAY_HAVE = /=\s*[^\s"'=<>`/]*\//;

/** Characters of one byte that mean nothing in Markdown. */
const STAND_INS = ["\u0001", "\u0002", "\u0003", "\u0004", "\u0005", "\u0006"];

/** The tree that `parse` gives of the text as CommonMark reads it. */
export function withUnquotedSlashes(text: string, parse: (text: string) => Root): Root {
  if (!text.includes("<") || !MAY_HAVE.test(text)) return parse(text);
  const standIn = STAND_INS.find((character) => !text.includes(character));
  if (standIn === undefined) return parse(text);
  const hidden = text.replace(OPEN_TAG, (tag) =>
    tag.replace(ATTRIBUTE_VALUE, (value) =>
      /^=\s*["']/.test(value) ? value : value.replaceAll("/", standIn),
    ),
  );
  if (hidden === text) return parse(text);
  const tree = parse(hidden);
  eachNode(tree, (node) => restore(node, standIn));
  return tree;
}

/** What looks like a tag may stand in code, in a text or in an address too. */
function restore(node: Nodes, standIn: string): void {
  const fields = node as unknown as Record<string, unknown>;
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === "string" && value.includes(standIn))
      fields[name] = value.replaceAll(standIn, "/");
  }
}
