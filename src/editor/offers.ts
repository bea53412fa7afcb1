/** Names on offer as items of the protocol. */
import type { CompletionItem, CompletionItemKind, Range } from "vscode-languageserver/node";
import type { Asked } from "./document.ts";
import { rangeOf } from "./places.ts";
import type { Offer } from "./values.ts";

/** The range from `start` over the rest of the word after the cursor. */
export function wordFrom({ source, offset }: Asked, start: number, rest: RegExp): Range {
  const after = rest.exec(source.text.slice(offset, offset + 200))?.[0] ?? "";
  return rangeOf(source, { start, end: offset + after.length });
}

/** A name that takes the place of `range`, written as `newText`. */
export function offerItem(
  { name, detail }: Offer,
  range: Range,
  newText: string,
  kind: CompletionItemKind,
): CompletionItem {
  return {
    label: name,
    kind,
    ...(detail === undefined ? {} : { detail }),
    filterText: newText,
    textEdit: { range, newText },
  };
}
