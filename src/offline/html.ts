/**
 * A page of the copy. Every address becomes relative (HTML: attributes that hold URLs),
 * modules become plain scripts, and what only a server can answer goes.
 */
import type { Element, Parents, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { SKIP, visit } from "unist-util-visit";
import { type CopyAddresses, relativeAddress } from "./addresses.ts";
import { rewriteCss } from "./css.ts";

/** The folder of what the copy adds. */
export const FOLDER = "_offline";

/** Properties that hold one address, on whatever element they are known. */
const ADDRESSES = [
  "href",
  "src",
  "xLinkHref",
  "poster",
  "action",
  "formAction",
  "cite",
  "background",
];
const ADDRESS_LISTS = ["srcSet", "imageSrcSet"];

/** Hints that a browser answers with requests of a kind that files refuse. */
const HINTS = /^(?:modulepreload|preload|prefetch|prerender|preconnect|dns-prefetch|manifest)$/i;

/** What a page needs of its copy. */
export interface CopyPage {
  /** Path from the copy's root. */
  readonly file: string;
  readonly addresses: CopyAddresses;
  /** The base path of the site. */
  readonly base: string;
  /** The file of a plain script for the module in a file; both are paths from the root. */
  readonly scriptOf: (module: string) => string;
}

/** The page's HTML as the copy holds it. */
export function rewriteHtml(html: string, page: CopyPage): string {
  const tree = fromHtml(html);
  let hasRuntime = false;
  visit(tree, "element", (node, index, parent) => {
    if (index === undefined || parent === undefined) return;
    if (isForServers(node)) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    const script = scriptFor(node, page);
    rewriteElement(node, page);
    if (script === undefined) return;
    makeClassic(node, relativeAddress(page.file, script));
    if (hasRuntime) return;
    hasRuntime = true;
    insertRuntime(parent, index, page);
    return index + 2;
  });
  visitTemplates(tree, page);
  return toHtml(tree, { upperDoctype: true });
}

/** The content of `<template>` is a tree of its own. */
function visitTemplates(tree: Root, page: CopyPage): void {
  visit(tree, "element", ({ content }) => {
    if (content === undefined) return;
    visit(content, "element", (node) => rewriteElement(node, page));
    visitTemplates(content, page);
  });
}

function isForServers({ tagName, properties }: Element): boolean {
  if (tagName === "script") return properties.type === "speculationrules";
  return tagName === "link" && words(properties.rel).some((rel) => HINTS.test(rel));
}

/** The plain script in the place of a module of the site. */
function scriptFor({ tagName, properties }: Element, page: CopyPage): string | undefined {
  const { type, src } = properties;
  if (tagName !== "script" || type !== "module" || typeof src !== "string") return undefined;
  const module = page.addresses.fileIn(src, page.file);
  return module === undefined ? undefined : page.scriptOf(module);
}

/** It runs at the time at which the module would. */
function makeClassic({ properties }: Element, src: string): void {
  delete properties.type;
  properties.defer = true;
  properties.src = src;
}

/** The script that answers for the server stands before the first one that asks. */
function insertRuntime(parent: Parents, index: number, { file, addresses, base }: CopyPage): void {
  const properties = {
    defer: true,
    src: `${addresses.rootFrom(file)}${FOLDER}/runtime.js`,
    dataBase: base,
  };
  parent.children.splice(index, 0, {
    type: "element",
    tagName: "script",
    properties,
    children: [],
  });
}

function rewriteElement(node: Element, page: CopyPage): void {
  const { tagName, properties } = node;
  if (tagName === "base" || isCanonical(node)) return;
  const rewrite = (address: string): string => page.addresses.rewrite(address, page.file);
  // Files have no origin to share with, and some of them are other ones now.
  if (tagName === "script" || tagName === "link") {
    delete properties.crossOrigin;
    delete properties.integrity;
  }
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "string") properties[name] = rewriteValue(tagName, name, value, page);
  }
  if (tagName === "meta" && words(properties.httpEquiv).join("").toLowerCase() === "refresh")
    properties.content = rewriteRefresh(String(properties.content ?? ""), rewrite);
  const [text] = node.children;
  if (tagName === "style" && text?.type === "text") text.value = rewriteCss(text.value, rewrite);
}

function rewriteValue(
  tagName: string,
  name: string,
  value: string,
  { file, addresses, base }: CopyPage,
): string {
  const rewrite = (address: string): string => addresses.rewrite(address, file);
  if (ADDRESSES.includes(name) || (tagName === "object" && name === "data")) return rewrite(value);
  if (ADDRESS_LISTS.includes(name)) return rewriteList(value, rewrite);
  if (name === "style") return rewriteCss(value, rewrite);
  if (!name.startsWith("data")) return value;
  if (tagName === "html" && name === "dataBase") return addresses.rootFrom(file);
  // What scripts of the page read: an address of ours, if there is such a file.
  return value.startsWith(base) && addresses.fileOf(value) !== undefined ? rewrite(value) : value;
}

/** Search engines read it if the copy is put on the web; it says where the page stands. */
function isCanonical({ tagName, properties: { rel, href } }: Element): boolean {
  return tagName === "link" && words(rel).includes("canonical") && /^https?:/i.test(String(href));
}

/** `a.png 1x, b.png 2x` (HTML: srcset attributes). */
function rewriteList(list: string, rewrite: (address: string) => string): string {
  return list.replace(
    /([^\s,](?:\S*[^\s,])?)(\s+[^,]+)?/g,
    (_, address: string, descriptor = "") => `${rewrite(address)}${descriptor}`,
  );
}

/** `0; url=/a/` (HTML: the refresh pragma). */
function rewriteRefresh(content: string, rewrite: (address: string) => string): string {
  return content.replace(
    /^(\s*[\d.]+\s*[;,]\s*(?:url\s*=\s*)?)(["']?)(.+?)\2\s*$/i,
    (_, start: string, quote: string, address: string) =>
      `${start}${quote}${rewrite(address)}${quote}`,
  );
}

function words(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : typeof value === "string" ? [value] : [];
}
