/** A page's front matter, checked. Hugo: resources/page/pagemeta, hugolib/page__meta.go. */
import { toPlain } from "../data/node.ts";
import { parseDataFile } from "../data/parse.ts";
import type { DataMap, DataNode } from "../data/types.ts";
import type { Finding } from "../messages/diagnostic.ts";
import { splitFrontMatter } from "../text/matter.ts";
import { nearest } from "../text/nearest.ts";
import type { Source } from "../text/source.ts";
import { type Cascade, readCascade } from "./cascade.ts";
import { Fields } from "./fields.ts";
import { type MenuUse, readMenuUses } from "./menu-uses.ts";
import type { FrontMatter } from "./types.ts";

export type ListRule = "always" | "local" | "never";
export type RenderRule = "always" | "link" | "never";

/** An alias and where it is written. */
export interface AliasField {
  readonly path: string;
  readonly node: DataNode;
}

/** All that front matter can say of a page. */
export interface PageMatter {
  readonly frontMatter: FrontMatter;
  readonly aliases: readonly AliasField[];
  readonly menus: readonly MenuUse[];
  readonly cascades: readonly Cascade[];
  readonly list: ListRule | undefined;
  readonly render: RenderRule | undefined;
  readonly publishDate: Date | undefined;
  readonly expiryDate: Date | undefined;
  readonly bodyStart: number;
}

/** Fields with a meaning of their own; all others are parameters. */
const KNOWN = [
  ..."title linkTitle description slug url weight draft published date lastmod modified".split(" "),
  ..."publishDate pubdate expiryDate unpublishdate aliases menu menus headless build _build".split(
    " ",
  ),
  ..."cascade layout type params keywords tags categories summary markup outputs resources".split(
    " ",
  ),
];

/** Hugo's other names for dates. */
const DATES = {
  date: ["date"],
  publishDate: ["publishDate", "pubdate"],
  expiryDate: ["expiryDate", "unpublishdate"],
} as const;

/** Reads the front matter of a content file; faults go to `report`. */
export function readFrontMatter(source: Source, report: (finding: Finding) => void): PageMatter {
  const { format, range, bodyStart, unclosed } = splitFrontMatter(source);
  if (unclosed !== undefined) {
    const message = "Unexpected end of the file in front matter, expected its closing line";
    report({ id: "front-matter-unclosed", message, span: { source, ...unclosed } });
  }
  const parsed = format === "none" ? undefined : parseDataFile(source, format, range);
  for (const problem of parsed?.problems ?? []) report({ ...problem, id: "front-matter-syntax" });
  const map = parsed?.value?.kind === "map" ? parsed.value : undefined;
  if (parsed?.value !== undefined && map === undefined) {
    const { start, end } = parsed.value.range;
    const message = "Unexpected front matter, expected fields with values";
    report({ id: "front-matter-syntax", message, span: { source, start, end } });
  }
  return readFields(new Fields(source, map, "front-matter-type", report), bodyStart);
}

function readFields(fields: Fields, bodyStart: number): PageMatter {
  checkNames(fields);
  const aliases = fields.texts("aliases").map((node) => ({ path: textOf(node), node }));
  const build = readBuild(fields);
  const publishDate = date(fields, DATES.publishDate);
  const created = date(fields, DATES.date);
  return {
    frontMatter: {
      title: fields.text("title"),
      linkTitle: fields.text("linkTitle"),
      description: fields.text("description"),
      slug: fields.text("slug"),
      url: fields.text("url"),
      weight: fields.integer("weight") ?? 0,
      draft: fields.boolean("draft") ?? isUnpublished(fields),
      date: created ?? publishDate,
      aliases: aliases.map(({ path }) => path),
      layout: fields.text("layout"),
      params: readParams(fields),
    },
    aliases,
    menus: readMenuUses(fields),
    cascades: readCascade(fields),
    ...build,
    publishDate: publishDate ?? created,
    expiryDate: date(fields, DATES.expiryDate),
    bodyStart,
  };
}

/** `published: false` is `draft: true`, but `published` may be a date as well. */
function isUnpublished(fields: Fields): boolean {
  const node = fields.node("published");
  return node?.kind === "scalar" && node.value === false;
}

/** Hugo: `headless` means listed but never rendered. */
function readBuild(fields: Fields): { list: ListRule | undefined; render: RenderRule | undefined } {
  const isHeadless = fields.boolean("headless") === true;
  const name = fields.node("build") === undefined ? "_build" : "build";
  const build = fields.map(name);
  if (build === undefined) return { list: undefined, render: isHeadless ? "never" : undefined };
  const rule = <T extends string>(key: string, rules: readonly T[]): T | undefined => {
    const node = build.pairs.find((pair) => pair.key.toLowerCase() === key)?.value;
    if (node?.kind !== "scalar" || node.value === null) return undefined;
    const text =
      node.value === true ? "always" : node.value === false ? "never" : String(node.value);
    const found = rules.find((candidate) => candidate === text);
    if (found === undefined) fields.wrong(key, node, rules.join(", "));
    return found;
  };
  return {
    list: rule("list", ["always", "local", "never"]),
    render: rule("render", ["always", "link", "never"]) ?? (isHeadless ? "never" : undefined),
  };
}

function date(fields: Fields, names: readonly string[]): Date | undefined {
  const node = fields.node(...names);
  if (node === undefined) return undefined;
  const text = textOf(node);
  const value =
    /^\d{4}-\d{1,2}-\d{1,2}/.test(text) || /\d{4}/.test(text)
      ? new Date(text)
      : new Date(Number.NaN);
  if (!Number.isNaN(value.getTime())) return value;
  fields.complain(
    "front-matter-date",
    `Unexpected date "${text}", expected one like 2026-05-01`,
    node.range,
  );
  return undefined;
}

/** Hugo: what has no meaning of its own is a parameter; entries of `params` win. */
function readParams(fields: Fields): Record<string, unknown> {
  const params: Record<string, unknown> = {};
  const known = new Set(KNOWN.map((name) => name.toLowerCase()));
  for (const { key, value } of fields.pairs()) {
    if (!known.has(key.toLowerCase())) params[key.toLowerCase()] = lowerKeys(toPlain(value));
  }
  const own: DataMap | undefined = fields.map("params");
  for (const { key, value } of own?.pairs ?? [])
    params[key.toLowerCase()] = lowerKeys(toPlain(value));
  return params;
}

/** Hugo: keys are in lower case at every depth. */
function lowerKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowerKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key.toLowerCase(), lowerKeys(item)]),
  );
}

/** A name that is nearly a known one is a slip, not a parameter. */
function checkNames(fields: Fields): void {
  const known = new Set(KNOWN.map((name) => name.toLowerCase()));
  const long = KNOWN.filter((name) => name.length > 4 && !name.startsWith("_"));
  for (const { key, keyRange } of fields.pairs()) {
    if (known.has(key.toLowerCase()) || key.length < 5) continue;
    const near = nearest(key, long);
    if (near === undefined || !isSlip(key, near)) continue;
    fields.complain(
      "front-matter-unknown",
      `Unexpected field "${key}"; it is only a parameter`,
      keyRange,
      near,
    );
  }
}

/** The same letters in another order, or one letter more or less. */
function isSlip(key: string, near: string): boolean {
  const sorted = (text: string): string => [...text.toLowerCase()].sort().join("");
  return (
    sorted(key) === sorted(near) ||
    (key[0]?.toLowerCase() === near[0]?.toLowerCase() && Math.abs(key.length - near.length) === 1)
  );
}

function textOf(node: DataNode): string {
  return node.kind === "scalar" ? node.text.text : "";
}
