/** Names and values of fields in front matter, settings and entries, from the tables of fields. */
import { type CompletionItem, CompletionItemKind, MarkupKind } from "vscode-languageserver/node";
import type { FieldSpec } from "../data/field-table.ts";
import type { DataFormat } from "../data/parse.ts";
import type { MenuItem } from "../site/menus.ts";
import type { Asked } from "./document.ts";
import { type FieldPlace, type FieldText, fieldPlace } from "./field-place.ts";
import { fieldOf, isMenuNames, isMenuParent, tablesAt, tablesOf, wordsOf } from "./field-tables.ts";
import { offerItem, wordInFile } from "./offers.ts";
import type { Offer } from "./values.ts";

/** What is offered at the asked place in some fields. */
export function fieldItems(asked: Asked, text: FieldText): CompletionItem[] {
  const place = fieldPlace(asked.source, asked.offset, text);
  if (place === undefined) return [];
  return place.kind === "value" ? valueItems(asked, text, place) : nameItems(asked, text, place);
}

function nameItems(asked: Asked, { format, kind: kindOfText }: FieldText, place: FieldPlace) {
  const { kind, path, quote, start } = place;
  const range = wordInFile(asked, start, restOf(quote, /^[\w-]*/));
  const isHeader = kind === "header";
  const end = isHeader || hasSeparator(asked) ? "" : SEPARATORS[format];
  const mark = format === "json" ? '"' : quote;
  const item = (offer: Offer): CompletionItem => {
    const newText = `${mark}${offer.name}${mark}`;
    const typed = offerItem(offer, range, newText, CompletionItemKind.Property);
    // Editors compare what is typed so far: with the quote, if there is one.
    const filterText = quote === "" ? offer.name : newText;
    return { ...typed, filterText, textEdit: { range, newText: `${newText}${end}` } };
  };
  const fields = tablesAt(path, kindOfText).flatMap((table) => Object.entries(table));
  const offered = fields.filter(
    ([, { isSilent, type }]) => isSilent !== true && (!isHeader || tablesOf(type).length > 0),
  );
  const named = new Map(
    offered.map(([name, { doc }]) => [
      name,
      { ...item({ name }), documentation: { kind: MarkupKind.Markdown, value: doc } },
    ]),
  );
  const menus =
    kindOfText === "matter" && isMenuNames(path)
      ? menuNames(asked).map((name) => item({ name }))
      : [];
  return [...named.values(), ...menus];
}

function valueItems(asked: Asked, { format, kind: kindOfText }: FieldText, place: FieldPlace) {
  const { key, path, quote, start } = place;
  const rest = quote === "" ? /^[^\s"',{}[\]]*/ : /^[^"'\r\n,{}[\]]*/;
  const range = wordInFile(asked, start, restOf(quote, rest));
  const tables = tablesAt(path, kindOfText);
  const specs = tables.flatMap((table) => fieldOf(table, key) ?? []);
  return offersFor(asked, place, specs, isMenuParent(tables, key)).map((offer) => {
    const newText = valueText(offer.name, format, quote);
    const item = offerItem(offer, range, newText, KINDS[offer.kind]);
    return { ...item, filterText: quote === "" ? offer.name : newText };
  });
}

type FieldOffer = Offer & { readonly kind: keyof typeof KINDS };

const KINDS = {
  word: CompletionItemKind.EnumMember,
  menu: CompletionItemKind.Reference,
  page: CompletionItemKind.File,
} as const;

function offersFor(
  asked: Asked,
  { key, path }: FieldPlace,
  specs: readonly FieldSpec[],
  isParent: boolean,
): FieldOffer[] {
  const { site } = asked.project;
  if (isParent) return menuEntries(asked).map((offer) => ({ ...offer, kind: "menu" }));
  if (path.length === 0 && isMenuNames([key]))
    return menuNames(asked).map((name) => ({ name, kind: "menu" }));
  if (key === "pageRef")
    return site.pages.map(({ url, title }) => ({ name: url, detail: title, kind: "page" }));
  const words = new Set(specs.flatMap(({ type }) => wordsOf(type)));
  return [...words].map((name) => ({ name, kind: "word" }));
}

const SEPARATORS: Readonly<Record<DataFormat, string>> = { yaml: ": ", toml: " = ", json: ": " };

/** A value as its format writes it: TOML and JSON have quotes around all texts. */
function valueText(name: string, format: DataFormat, quote: string): string {
  if (quote === "'") return format === "yaml" ? `'${name.replaceAll("'", "''")}'` : `'${name}'`;
  const isBare = /^(?:true|false)$/.test(name) || (format === "yaml" && isPlain(name));
  return quote === "" && isBare ? name : JSON.stringify(name);
}

/** What YAML reads as the text that it is, without quotes, also in brackets. */
function isPlain(name: string): boolean {
  return (
    /^[\p{L}/][^,[\]{}:#"'\p{C}]*(?<! )$/u.test(name) && !/^(?:null|yes|no|on|off|y|n)$/i.test(name)
  );
}

/** What is left of a word after the cursor, and the quote that ends it. */
function restOf(quote: string, rest: RegExp): RegExp {
  return quote === "" ? rest : new RegExp(`${rest.source}${quote}?`);
}

function hasSeparator({ source, offset }: Asked): boolean {
  return /^[\w-]*["']?[ \t]*[:=]/.test(source.text.slice(offset, offset + 100));
}

function menuNames({ project }: Asked): string[] {
  return [...project.site.menus.keys()];
}

/** The entries that a menu entry can stand below. */
function menuEntries({ project }: Asked): Offer[] {
  const all = (items: readonly MenuItem[]): MenuItem[] =>
    items.flatMap((item) => [item, ...all(item.children)]);
  const menus = [...project.site.menus.values()].flatMap(all);
  const named = new Map(menus.map((item) => [item.key, item]));
  return [...named.values()].map(({ key, name }) => ({ name: key, detail: name }));
}
