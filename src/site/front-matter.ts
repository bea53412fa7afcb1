/**
 * A page's front matter, checked. Hugo: resources/page/pagemeta, hugolib/page__meta.go.
 * It is read in two steps, since a page's fields are its own and those handed down.
 */
import { parseDataFile } from "../data/parse.ts";
import type { DataPair } from "../data/types.ts";
import type { Finding } from "../messages/diagnostic.ts";
import { type FrontMatterSplit, splitFrontMatter } from "../text/front-matter.ts";
import type { Source } from "../text/source.ts";
import { type Cascade, readCascade } from "./cascade.ts";
import { parseDate } from "./dates.ts";
import { checkFieldNames } from "./field-names.ts";
import { type FieldLayer, Fields, textOf } from "./fields.ts";
import { LIST_RULES, RENDER_RULES } from "./front-matter-table.ts";
import { readListRules } from "./list-rules.ts";
import { type MenuUse, readMenuUses } from "./menu-uses.ts";
import { readParams } from "./params.ts";
import type { FrontMatter, Page } from "./types.ts";
import { isWebAddress, urlFault } from "./urls.ts";

type Report = (finding: Finding) => void;

const RESOURCE_RULES = ["true", "false"] as const;

/** Hugo's `build`: who names a page, and whether it gets an address and a file. */
export interface BuildRules {
  readonly list: (typeof LIST_RULES)[number];
  readonly render: (typeof RENDER_RULES)[number];
  readonly publishResources: boolean;
}

/** An alias and where it is written. */
export interface AliasField {
  readonly path: string;
  readonly span: Finding["span"];
}

/** A file's own fields, before others are handed down. */
export interface OwnMatter {
  readonly layer: FieldLayer;
  readonly cascades: readonly Cascade[];
  readonly bodyStart: number;
}

/** All that front matter can say of a page. */
export interface PageMatter {
  readonly frontMatter: FrontMatter;
  readonly aliases: readonly AliasField[];
  readonly menus: readonly MenuUse[];
  readonly build: BuildRules;
  readonly publishDate: Date | undefined;
  readonly expiryDate: Date | undefined;
}

/** Hugo's names for each date, with those that it falls back to. */
const DATES = {
  date: ["date", "publishDate", "pubdate", "published", "lastmod", "modified"],
  lastmod: ["lastmod", "modified"],
  publishDate: ["publishDate", "pubdate", "published", "date"],
  expiryDate: ["expiryDate", "unpublishdate"],
} as const;

/** Parses the front matter of a content file; faults of syntax and names go to `report`. */
export function readOwnMatter(source: Source, report: Report): OwnMatter {
  const split = splitFrontMatter(source);
  const layer = { source, pairs: readPairs(source, split, report) };
  checkFieldNames(source, layer.pairs, report);
  const cascades = readCascade(fieldsOf([layer], report));
  for (const { layer: inner } of cascades) checkFieldNames(source, inner.pairs, report);
  return { layer, cascades, bodyStart: split.bodyStart };
}

/** Reads the fields of a page, the first layer its own; wrong types go to `report`. */
export function readPageMatter(
  layers: readonly FieldLayer[],
  report: Report,
  kind: Page["kind"] = "page",
): PageMatter {
  const fields = fieldsOf(layers, report);
  const source = fields.field("aliases")?.source;
  const aliases = fields.texts("aliases").flatMap((node): AliasField[] => {
    const span = source && { source, ...node.range };
    return span === undefined ? [] : [{ path: textOf(node) ?? "", span }];
  });
  return {
    frontMatter: {
      title: fields.text("title"),
      linkTitle: fields.text("linkTitle"),
      description: fields.text("description"),
      slug: address(fields, "slug"),
      url: address(fields, "url"),
      weight: fields.integer("weight") ?? 0,
      draft: fields.boolean("draft") ?? isUnpublished(fields),
      date: date(fields, DATES.date),
      lastmod: date(fields, DATES.lastmod),
      aliases: aliases.map(({ path }) => path),
      list: kind === "page" ? undefined : readListRules(fields),
      layout: fields.text("layout"),
      type: fields.text("type"),
      keywords: fields.texts("keywords").flatMap((node) => textOf(node) ?? []),
      editURL: editURL(fields),
      isInSitemap: isInSitemap(fields),
      isSearched: textOf(fields.node("search"))?.toLowerCase() !== "false",
      placeholders: fields.boolean("placeholders"),
      params: readParams(fields),
    },
    aliases,
    menus: readMenuUses(fields),
    build: readBuild(fields),
    publishDate: date(fields, DATES.publishDate),
    expiryDate: date(fields, DATES.expiryDate),
  };
}

function fieldsOf(layers: readonly FieldLayer[], report: Report): Fields {
  return new Fields(layers, { id: "front-matter-type", report });
}

function readPairs(source: Source, split: FrontMatterSplit, report: Report): readonly DataPair[] {
  const { format, range, problem } = split;
  if (problem !== undefined) {
    const span = { source, ...problem.range };
    report(
      problem.reason === "unclosed"
        ? {
            id: "front-matter-unclosed",
            message: "Unexpected end of the file in front matter, expected its closing line",
            span,
          }
        : {
            id: "front-matter-syntax",
            message: "Unexpected front matter in Org's form, expected YAML, TOML or JSON",
            span,
          },
    );
  }
  if (format === "none") return [];
  const { value, problems } = parseDataFile(source, format, range);
  for (const finding of problems) report({ ...finding, id: "front-matter-syntax" });
  if (value === undefined || value.kind === "map") return value?.pairs ?? [];
  const message = "Unexpected front matter, expected fields with values";
  report({ id: "front-matter-syntax", message, span: { source, ...value.range } });
  return [];
}

/** `url` and `slug`: what cannot be an address of the site is told and left out. */
function address(fields: Fields, name: "url" | "slug"): string | undefined {
  const text = fields.text(name);
  const fault = text === undefined ? undefined : urlFault(text);
  const node = fields.node(name);
  if (fault === undefined || node === undefined) return text;
  const message = `Unexpected "${text}" in "${name}", expected an address of this site: ${fault}`;
  fields.complain(name, "front-matter-type", message, node.range);
  return undefined;
}

/** `editURL`: an address, or false for none; anything else is told. */
function editURL(fields: Fields): string | false | undefined {
  const node = fields.node("editURL");
  const text = textOf(node);
  if (node === undefined || text?.toLowerCase() === "false") return node && false;
  if (text !== undefined && isWebAddress(text)) return text;
  fields.wrong("editURL", node, "an absolute address, or false");
  return undefined;
}

/** Hugo: `sitemap` is a map with `disable`; `false` alone says the same. */
function isInSitemap(fields: Fields): boolean {
  if (textOf(fields.node("sitemap"))?.toLowerCase() === "false") return false;
  return fields.inner("sitemap")?.boolean("disable") !== true;
}

/** `published: false` is `draft: true`; `published` may be a date as well. */
function isUnpublished(fields: Fields): boolean {
  return textOf(fields.node("published"))?.toLowerCase() === "false";
}

/** Hugo: `headless` means that neither lists nor the output have the page. */
function readBuild(fields: Fields): BuildRules {
  const isHeadless = fields.boolean("headless") === true;
  const build = fields.inner("build") ?? fields.inner("_build");
  const fallback = isHeadless ? "never" : "always";
  const resources = build?.word("publishResources", RESOURCE_RULES);
  return {
    list: build?.word("list", LIST_RULES, ["never", "always"]) ?? fallback,
    render: build?.word("render", RENDER_RULES, ["never", "always"]) ?? fallback,
    publishResources: resources !== "false",
  };
}

/** The first of some date fields that is there; what is no date is told. */
function date(fields: Fields, names: readonly string[]): Date | undefined {
  for (const name of names) {
    const node = fields.node(name);
    const text = textOf(node);
    if (node === undefined || isFlag(name, text)) continue;
    const value = parseDate(text ?? "");
    if (value !== undefined) return value;
    const message = `Unexpected date "${text ?? ""}", expected one like 2026-05-01`;
    fields.complain(name, "front-matter-date", message, node.range);
  }
  return undefined;
}

function isFlag(name: string, text: string | undefined): boolean {
  return name === "published" && /^(?:true|false)$/i.test(text ?? "");
}
