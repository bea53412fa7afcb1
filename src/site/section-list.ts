/** A section's pages as its page lists them: cards or a table, in groups. */
import { dateFormat } from "./date-format.ts";
import type { ListColumn } from "./list-rules.ts";
import { type ListedPage, listedPage } from "./listing.ts";
import type { Site } from "./site.ts";
import type { Page } from "./types.ts";

/** What pages say of themselves that a column may show, beside their parameters. */
export const COLUMN_FIELDS = ["title", "description", "date", "lastmod", "weight"];

/** Some pages of a list, below a heading if they are those of a subsection. */
export interface ListGroup {
  /** The subsection; `url` is with base. */
  readonly heading:
    | { readonly id: string; readonly title: string; readonly url: string }
    | undefined;
  readonly rows: readonly ListRow[];
}

/** A page; `url` is with base. */
export interface ListRow extends ListedPage {
  /** Its texts by column, that of the title included; only for a table. */
  readonly cells: readonly string[];
}

export interface SectionList {
  readonly form: "cards" | "table";
  /** The heads of the columns; the first one is that of the link. */
  readonly columns: readonly { readonly name: string; readonly label: string }[];
  readonly groups: readonly ListGroup[];
}

const DEFAULT_COLUMNS = ["title", "description"];

/** The list of a section; undefined for pages, for `list: none`, and where there is nothing to list. */
export function sectionList(site: Site, section: Page): SectionList | undefined {
  const rules = section.frontMatter.list;
  const form = rules?.form ?? "cards";
  if (section.kind === "page" || form === "none") return undefined;
  const columns = columnsOf(rules?.columns ?? []);
  const rowOf = (page: Page): ListRow => ({
    ...listedPage(page),
    url: site.links.href(page.url),
    cells: form === "table" ? columns.map(({ name }) => cellOf(site, page, name)) : [],
  });
  const published = (of: Page): Page[] =>
    site.sections.children(of).filter(({ isPublished }) => isPublished);
  const isGroup = (page: Page): boolean =>
    rules?.hasGroups === true && page.kind === "section" && published(page).length > 0;
  const [groups, plain] = partition(published(section), isGroup);
  const all: ListGroup[] = [
    { heading: undefined, rows: plain.map(rowOf) },
    ...groups.map((page) => ({
      heading: { id: idOf(page), title: page.linkTitle, url: site.links.href(page.url) },
      rows: published(page).map(rowOf),
    })),
  ].filter(({ rows }) => rows.length > 0);
  return all.length === 0 ? undefined : { form, columns, groups: all };
}

function partition(pages: readonly Page[], isFirst: (page: Page) => boolean): [Page[], Page[]] {
  return [pages.filter(isFirst), pages.filter((page) => !isFirst(page))];
}

/** No heading of a text has such an id by itself. */
function idOf({ url }: Page): string {
  return `pages-${url.split("/").filter(Boolean).at(-1) ?? "all"}`;
}

/** A table without the title would lead nowhere, so it comes first where it is not named. */
function columnsOf(named: readonly ListColumn[]): SectionList["columns"] {
  const columns =
    named.length > 0 ? named : DEFAULT_COLUMNS.map((name) => ({ name, label: undefined }));
  const isThere = columns.some(({ name }) => name.toLowerCase() === "title");
  const all = isThere ? columns : [{ name: "title", label: undefined }, ...columns];
  return all.map(({ name, label }) => ({
    name: name.toLowerCase(),
    label: label ?? labelOf(name),
  }));
}

/** `snake_case` and `kebab-case` as words. */
function labelOf(name: string): string {
  const words = name.replace(/[_-]+/g, " ").trim();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function cellOf(site: Site, page: Page, name: string): string {
  const { date, lastmod, weight, params } = page.frontMatter;
  const listed = listedPage(page);
  switch (name) {
    case "title":
      return listed.title;
    case "description":
      return listed.description ?? "";
    case "date":
      return dateText(date, site);
    case "lastmod":
      return dateText(lastmod, site);
    case "weight":
      return weight === 0 ? "" : String(weight);
    default:
      return valueText(params[name], site);
  }
}

function valueText(value: unknown, site: Site): string {
  if (value === undefined || value === null) return "";
  if (value instanceof Date) return dateText(value, site);
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (Array.isArray(value)) return value.map((item) => valueText(item, site)).join(", ");
  return typeof value === "object" ? "" : String(value);
}

/** A day in the site's language; front matter gives a day, which a time zone would move. */
function dateText(date: Date | undefined, { settings }: Site): string {
  if (date === undefined) return "";
  const format = { dateStyle: "medium", timeZone: "UTC" } as const;
  return dateFormat(settings.language, format).format(date);
}
