/** Names on offer as items of the protocol. */
import type { CompletionItem, CompletionItemKind, Range } from "vscode-languageserver/node";
import type { Asked } from "./document.ts";
import { rangeOf } from "./places.ts";
import { endInFile } from "./texts.ts";
import type { Offer } from "./values.ts";

/** The range from `start`, in the text around the cursor, over the rest of the word after that. */
export function wordFrom({ source, around }: Asked, start: number, rest: RegExp): Range {
  const { text, at } = around;
  const after = rest.exec(text.text.slice(at, at + 200))?.[0] ?? "";
  const from = start === at ? endInFile(text, at) : text.originAt(start).offset;
  return rangeOf(source, { start: from, end: endInFile(text, at + after.length) });
}

/** The same from `start` in the file, for front matter and settings. */
export function wordInFile({ source, offset }: Asked, start: number, rest: RegExp): Range {
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
