/** Addresses of links and images, and the ids of the pages that they lead to. */
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver/node";
import { codeLines, isInCodeSpan } from "../text/code-regions.ts";
import { lineAt, linesOf } from "../text/lines.ts";
import type { Asked } from "./document.ts";
import { offerItem, wordFrom } from "./offers.ts";
import { refTarget } from "./targets.ts";
import { linkOffers } from "./values.ts";

/** The address of a Markdown link or image that is being written. */
const LINK = /(!?)\[(?:[^[\]]|\[[^\]]*\])*\]\(<?([^\s()<>]*)$/;
const HTML = /<[a-z][^<>]*\s(href|src)=["']([^\s"'<>]*)$/i;
const DEFINITION = /^ {0,3}\[[^\]]+\]:[ \t]+<?([^\s<>]*)$/;

/** What is offered where `before` ends in the address of a link. */
export function linkItems(asked: Asked, before: string): CompletionItem[] {
  const line = before.slice(Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1);
  const inline = LINK.exec(line);
  const html = inline === null ? HTML.exec(line) : null;
  const typed = inline?.[2] ?? html?.[2] ?? DEFINITION.exec(line)?.[1];
  if (typed === undefined || isCode(asked, before)) return [];
  const { project } = asked;
  const end = before.length;
  const hash = typed.indexOf("#");
  const rest = html === null ? /^[^\s()<>"]*/ : /^[^\s"'<>]*/;
  if (hash < 0) {
    const range = wordFrom(asked, end - typed.length, rest);
    const isImage = (inline?.[1] ?? html?.[1]) === (inline ? "!" : "src");
    return linkOffers(project, { isImage, typed, file: asked.source.path }).map((offer) =>
      offerItem(offer, range, offer.name, CompletionItemKind.File),
    );
  }
  const range = wordFrom(asked, end - typed.length + hash + 1, rest);
  return anchorsOf(asked, typed.slice(0, hash)).map((name) =>
    offerItem({ name }, range, name, CompletionItemKind.Reference),
  );
}

/** Whether the cursor stands in code, or in a comment, where a link is none. */
function isCode({ around }: Asked, before: string): boolean {
  const { text } = around.text;
  const lines = linesOf(text);
  const line = lines[lineAt(lines, before.length)];
  if (line === undefined) return false;
  const isInLines = codeLines(text, lines)[lineAt(lines, before.length)] === true;
  const isInComment = before.lastIndexOf("<!--") > before.lastIndexOf("-->");
  const shown = text.slice(line.start, line.end);
  return isInLines || isInComment || isInCodeSpan(shown, before.length - line.start - 1);
}

/** The ids of the page that a reference leads to. */
export function refAnchors({ project, page, source }: Asked, target: string): string[] {
  const named = refTarget(project.site, target, page)?.page;
  if (named === undefined || named === page) return [...project.render(source, page).article.ids];
  return [...project.article(named).ids];
}

/** The ids of the page that an address leads to; of this one if it is empty. */
function anchorsOf({ project, page, source }: Asked, address: string): string[] {
  if (address === "") return [...project.render(source, page).article.ids];
  const found = project.site.links.resolve(address, { page, file: source.path, kind: "link" });
  const target = found.ok ? found.value.page : undefined;
  return target === undefined ? [] : [...project.article(target).ids];
}
