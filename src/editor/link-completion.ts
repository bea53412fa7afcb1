/** Addresses of links and images, and the ids of the pages that they lead to. */
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver/node";
import type { Asked } from "./document.ts";
import { offerItem, wordFrom } from "./offers.ts";
import { linkOffers } from "./values.ts";

/** The address of a Markdown link or image that is being written. */
const LINK = /(!?)\[(?:[^[\]]|\[[^\]]*\])*\]\(<?([^\s()<>]*)$/;
const DEFINITION = /^ {0,3}\[[^\]]+\]:[ \t]+<?([^\s<>]*)$/;

/** What is offered where `before` ends in the address of a link. */
export function linkItems(asked: Asked, before: string): CompletionItem[] {
  const line = before.slice(Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1);
  const inline = LINK.exec(line);
  const typed = inline?.[2] ?? DEFINITION.exec(line)?.[1];
  if (typed === undefined) return [];
  const { offset, project } = asked;
  const hash = typed.indexOf("#");
  const rest = /^[^\s()<>"]*/;
  if (hash < 0) {
    const range = wordFrom(asked, offset - typed.length, rest);
    return linkOffers(project, inline?.[1] === "!").map((offer) =>
      offerItem(offer, range, offer.name, CompletionItemKind.File),
    );
  }
  const range = wordFrom(asked, offset - typed.length + hash + 1, rest);
  return anchorsOf(asked, typed.slice(0, hash)).map((name) =>
    offerItem({ name }, range, name, CompletionItemKind.Reference),
  );
}

/** The ids of the page that an address leads to; of this one if it is empty. */
function anchorsOf({ project, page, source }: Asked, address: string): string[] {
  if (address === "") return [...project.render(source, page).article.ids];
  const found = project.site.links.resolve(address, { page, file: source.path, kind: "link" });
  const target = found.ok ? found.value.page : undefined;
  return target === undefined ? [] : [...project.article(target).ids];
}
