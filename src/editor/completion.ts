/** What can be written at a place: names of shortcodes, parameters and values, addresses of links. */
import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
} from "vscode-languageserver/node";
import { lex } from "../shortcodes/lex.ts";
import { delimitersOf } from "../shortcodes/lex-characters.ts";
import { matchTags } from "../shortcodes/match.ts";
import { readItems, type Tag } from "../shortcodes/tag.ts";
import type { ParameterSpec, ShortcodeDefinition } from "../shortcodes/types.ts";
import type { Asked } from "./document.ts";
import { excuseItems } from "./excuse-completion.ts";
import { fieldItems } from "./field-completion.ts";
import { entryTextOf } from "./field-place.ts";
import { signatureOf } from "./hover.ts";
import { linkItems } from "./link-completion.ts";
import { wordFrom } from "./offers.ts";
import { snippetOf } from "./snippets.ts";
import { type TagPlace, tagPlace } from "./tag-place.ts";
import { valueItems } from "./value-completion.ts";

/** What is offered at the asked place. `hasSnippets`: the editor knows snippets. */
export function completionsAt(asked: Asked, hasSnippets: boolean): CompletionItem[] {
  const { around, fields, source } = asked;
  const excuses = excuseItems(asked);
  if (excuses.length > 0) return excuses;
  if (fields !== undefined) return fieldItems(asked, fields);
  const items = itemsIn(asked, hasSnippets).map((item) => quoted(item, around.written));
  const entries = items.length === 0 ? entryTextOf(source) : undefined;
  return entries === undefined ? items : fieldItems(asked, entries);
}

/** What is offered in a text, as the text itself has it. */
function itemsIn(asked: Asked, hasSnippets: boolean): CompletionItem[] {
  const { host, around } = asked;
  const before = around.text.text.slice(0, around.at);
  const place = tagPlace(before);
  if (place === undefined) return linkItems(asked, before);
  if (place.kind === "name") return nameItems(asked, place, before, hasSnippets);
  const definition = host.definition(place.shortcode);
  if (definition === undefined) return [];
  if (place.kind === "value") return valueItems(asked, place, definition);
  return parameterItems(asked, place, definition, hasSnippets);
}

/** An item whose text is written as its file needs it. */
function quoted(item: CompletionItem, written: (text: string) => string): CompletionItem {
  const { textEdit } = item;
  if (textEdit === undefined || !("range" in textEdit)) return item;
  const newText = written(textEdit.newText);
  if (newText === textEdit.newText) return item;
  return { ...item, textEdit: { ...textEdit, newText }, filterText: newText };
}

type NamePlace = Extract<TagPlace, { kind: "name" }>;

function nameItems(
  asked: Asked,
  { start, isClosing, delimiter }: NamePlace,
  before: string,
  hasSnippets: boolean,
): CompletionItem[] {
  const { host, around } = asked;
  const isClosed = closed(around.text.text, around.at);
  const range = wordFrom(asked, start, /^[\p{L}\p{Nd}_./-]*/u);
  if (isClosing) {
    return openCalls(asked, before).map((label, index) => ({
      label,
      kind: CompletionItemKind.Function,
      sortText: String(index).padStart(3, "0"),
      textEdit: {
        range,
        newText: isClosed ? label : `${label} ${delimitersOf(delimiter).close}`,
      },
    }));
  }
  const names = [...new Set(host.names())];
  const definitions = names.flatMap((name) => host.definition(name) ?? []);
  const parents = new Set(openCalls(asked, before));
  return definitions.map((definition) => {
    const isWhole = hasSnippets && !isClosed;
    const lines = snippetOf(definition, definitions);
    const { open } = delimitersOf(delimiter);
    // The opening delimiter is there; the call goes on with the kind that was typed.
    const text = lines.join("\n").replaceAll(/\{\{[<%]/g, open);
    const ended = text.replaceAll(/[>%]\}\}/g, delimitersOf(delimiter).close);
    const newText = isWhole ? ended.slice(open.length + 1) : definition.name;
    return {
      label: definition.name,
      kind: CompletionItemKind.Function,
      detail: definition.source === undefined ? "shortcode" : definition.source.path,
      documentation: { kind: MarkupKind.Markdown, value: signatureOf(definition) },
      sortText: `${rankOf(definition, parents)}${definition.name}`,
      ...(isWhole ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
      textEdit: { range, newText },
    };
  });
}

/** What can stand only here comes first, what cannot stand here last. */
function rankOf({ parents }: ShortcodeDefinition, open: ReadonlySet<string>): number {
  if (parents === undefined) return 1;
  return parents.some((name) => open.has(name)) ? 0 : 2;
}

/** Whether the tag that the cursor stands in ends on its line. */
function closed(text: string, offset: number): boolean {
  const rest = text.slice(offset).split(/[\r\n]/, 1)[0] ?? "";
  const close = rest.search(/[>%]\}\}/);
  if (close < 0) return false;
  const open = rest.search(/\{\{[<%]/);
  return open < 0 || close < open;
}

/** The names of calls before the cursor that wait for their closing tag, innermost first. */
function openCalls({ host }: Asked, before: string): string[] {
  const items = readItems(before, lex(before), () => {});
  const mayClose = (name: string): boolean => host.definition(name)?.body !== "none";
  const partners = matchTags(items, mayClose);
  const open = items.filter(
    (item, index): item is Tag =>
      item.type === "tag" &&
      !item.isClosing &&
      !item.selfClosing &&
      mayClose(item.name) &&
      partners[index] === undefined,
  );
  return [...new Set(open.reverse().map(({ name }) => name))];
}

type ParameterPlace = Extract<TagPlace, { kind: "parameter" }>;

function parameterItems(
  asked: Asked,
  place: ParameterPlace,
  definition: ShortcodeDefinition,
  hasSnippets: boolean,
): CompletionItem[] {
  const { start, named, positional } = place;
  const specs = Object.entries(definition.parameters);
  const range = wordFrom(asked, start, /^[\p{L}\p{Nd}_-]*/u);
  const byName =
    positional.length > 0 ? [] : specs.filter(([name]) => !named.has(name) && !/^\d+$/.test(name));
  const items = byName.map(([label, spec]) => ({
    ...parameterItem(label, spec),
    ...(hasSnippets ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    textEdit: { range, newText: hasSnippets ? `${label}=${valueSnippet(spec)}` : `${label}=` },
  }));
  const next = specs.find(([, { position }]) => position === positional.length);
  if (named.size > 0 || next === undefined) return items;
  const value = { ...place, kind: "value", key: undefined, quote: "" } as const;
  return [...items, ...valueItems(asked, value, definition)];
}

function parameterItem(label: string, { doc, type, required }: ParameterSpec): CompletionItem {
  return {
    label,
    kind: CompletionItemKind.Property,
    detail: required === true ? `${type}, required` : type,
    documentation: { kind: MarkupKind.Markdown, value: doc },
    sortText: `${required === true ? 0 : 1}${label}`,
  };
}

function valueSnippet({ type }: ParameterSpec): string {
  return type === "string" ? '"$1"' : "$1";
}
