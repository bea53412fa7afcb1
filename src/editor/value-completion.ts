/** The values of parameters, with the quotes that they need. */
import { type CompletionItem, CompletionItemKind } from "vscode-languageserver/node";
import type { ShortcodeDefinition } from "../shortcodes/types.ts";
import type { Asked } from "./document.ts";
import { refAnchors } from "./link-completion.ts";
import { offerItem, wordFrom } from "./offers.ts";
import type { TagPlace } from "./tag-place.ts";
import { offersFor } from "./values.ts";

type ValuePlace = Extract<TagPlace, { kind: "value" }>;

/** What is offered where a value of a call is written. */
export function valueItems(
  asked: Asked,
  place: ValuePlace,
  definition: ShortcodeDefinition,
): CompletionItem[] {
  const { start, key, quote, positional } = place;
  const specs = Object.entries(definition.parameters);
  const found = specs.find(([name, { position }]) =>
    key === undefined ? position === positional.length : name === key,
  );
  if (found === undefined) return [];
  const { project, page, around, source } = asked;
  const [, spec] = found;
  const typed = around.text.text.slice(start, around.at);
  const hash = spec.names === "ref" ? typed.indexOf("#") : -1;
  if (hash >= 0) {
    const range = wordFrom(asked, start + hash + 1, restOf(quote));
    return refAnchors(asked, typed.slice(0, hash)).map((name) =>
      offerItem({ name }, range, name, CompletionItemKind.Reference),
    );
  }
  const rest = restOf(quote);
  const range = wordFrom(asked, start, rest);
  const isOpen = quote !== "" && !endsWithQuote(around.text.text.slice(around.at), quote, rest);
  const named = new Map([...valuesBehind(asked), ...place.named]);
  return offersFor({ project, page, definition, spec, named, source, typed }).flatMap((offer) => {
    const written = writtenIn(quote, offer.name, spec.type === "string");
    if (written === undefined) return [];
    const newText = isOpen ? `${written}${quote}` : written;
    return { ...offerItem(offer, range, newText, CompletionItemKind.Value), filterText: written };
  });
}

/** What is left of a value after the cursor: up to the quote that ends it, if there is one. */
function restOf(quote: string): RegExp {
  if (quote === "") return /^[^\s"`<>%{}]*/;
  // A quote after an equals sign or behind the tag begins another string.
  return quote === "`"
    ? /^(?:(?![>%]\}\})[^`\r\n])*(?<!=)(?=`)/
    : /^(?:\\.|(?![>%]\}\})[^"\\\r\n])*(?<!=)(?=")/;
}

function endsWithQuote(after: string, quote: string, rest: RegExp): boolean {
  const length = rest.exec(after)?.[0].length;
  return length !== undefined && after[length] === quote;
}

/** The values of the call that come after the cursor too, if its tag is complete. */
function valuesBehind({ calls, offset }: Asked): Map<string, string> {
  const call = calls.findLast(
    ({ openRange }) => openRange.start < offset && offset < openRange.end,
  );
  const named = (call?.parameters ?? []).filter(
    ({ valueRange }) => offset < valueRange.start || valueRange.end < offset,
  );
  return new Map(named.map(({ name = "", value }) => [name, value]));
}

/** A name as it stands between quotes; undefined where it cannot. */
export function writtenIn(quote: string, name: string, isString: boolean): string | undefined {
  if (quote === "`") return name.includes("`") ? undefined : name;
  const escaped = name.replace(/["\\]/g, "\\$&");
  if (quote !== "") return escaped;
  return isString ? `"${escaped}"` : name;
}
