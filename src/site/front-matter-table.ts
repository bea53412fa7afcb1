/** The fields of front matter that have a meaning; all others are parameters. */
import type { FieldTable, FieldType } from "../data/field-table.ts";
import { MENU_ENTRY } from "./settings-table.ts";

export const LIST_FORMS = ["cards", "table", "none"] as const;
export const LIST_RULES = ["always", "local", "never"] as const;
export const RENDER_RULES = ["always", "link", "never"] as const;

const BUILD: FieldType = {
  map: {
    render: {
      type: { words: RENDER_RULES, flags: true },
      doc: "Whether the page gets a file; with `link` it has none, but a place in lists and menus.",
    },
    list: {
      type: { words: LIST_RULES, flags: true },
      doc: "Whether the page is listed; with `local` in its section alone.",
    },
    publishResources: { type: "boolean", doc: "`false` leaves out the files beside the page." },
  },
  isOpen: true,
};

const MENUS: FieldType = {
  anyOf: ["texts", { each: { anyOf: [{ map: MENU_ENTRY, isOpen: true }, { words: [] }] } }],
};

const CASCADE: FieldType = {
  map: {
    target: {
      type: {
        map: {
          path: { type: "text", doc: "A pattern for paths below `content/`." },
          kind: { type: "text", doc: "`page`, `section` or `home`." },
          environment: { type: "text", doc: "Anything but `production` drops the fields." },
        },
        isOpen: true,
      },
      doc: "Which pages get the fields.",
    },
  },
  isOpen: true,
};

const flag = (doc: string) => ({ type: "boolean", doc }) as const;
const text = (doc: string) => ({ type: "text", doc }) as const;
const date = (doc: string) => ({ type: "date", doc }) as const;
const silent = (doc: string) => ({ type: "any", doc, isSilent: true }) as const;

/** Fields with a meaning of their own. */
export const FRONT_MATTER: FieldTable = {
  placeholders: flag("Whether placeholders such as `<host>` become fields."),
  title: text("The heading of the page and its name in search."),
  linkTitle: text("A shorter name for menus, cards and breadcrumbs."),
  description: text("The line below the heading, on cards, and in search engines. Plain text."),
  slug: text("The last part of the address."),
  url: text("The whole address, from the root."),
  weight: {
    type: "integer",
    doc: "The position among the pages of the section. Small numbers come first, `0` last.",
  },
  draft: flag("`true` leaves the page out."),
  published: { type: { anyOf: ["boolean", "date"] }, doc: "`false`, or a date: out until then." },
  date: date("Orders pages of the same weight, the latest first."),
  lastmod: date("“Last updated” below the text."),
  modified: date("Another name of `lastmod`."),
  publishDate: date("The page is left out until then."),
  pubdate: date("Another name of `publishDate`."),
  expiryDate: date("The page is left out from then on."),
  unpublishdate: date("Another name of `expiryDate`."),
  aliases: { type: "texts", doc: "Former addresses, which redirect to the page." },
  menu: { type: MENUS, doc: "The page's entries in menus." },
  menus: { type: MENUS, doc: "Another name of `menu`." },
  headless: flag("`true` means no address, no file and no place in lists."),
  build: { type: BUILD, doc: "Whether the page gets a file, and who lists it." },
  _build: { type: BUILD, doc: "The older name of `build`.", isSilent: true },
  cascade: {
    type: { anyOf: [CASCADE, { list: CASCADE }] },
    doc: "Fields for this page and all pages below it.",
  },
  params: { type: { map: {}, isOpen: true }, doc: "Values of your own, which `param` prints." },
  keywords: { type: "texts", doc: "Words by which search finds the page beside its text." },
  editURL: text("Where “Edit this page” leads; `false` leaves the link out."),
  sitemap: {
    type: {
      anyOf: [
        { words: ["false"] },
        { map: { disable: flag("`true` leaves the page out of the site map.") }, isOpen: true },
      ],
    },
    doc: "`disable: true` in it leaves the page out of the site map.",
  },
  layout: { ...text("Without effect."), isSilent: true },
  type: { ...text("Without effect."), isSilent: true },
  tags: silent("Without effect."),
  categories: silent("Without effect."),
  summary: silent("Without effect."),
  markup: silent("Without effect."),
  outputs: silent("Without effect."),
  resources: silent("Without effect."),
};

/** Parameters that layouts and search read. */
export const PARAMETERS: FieldTable = {
  list: {
    type: { words: LIST_FORMS, flags: true },
    doc: "How a section lists its pages below its text.",
  },
  columns: { type: { list: "any" }, doc: "The columns of the table of a section's pages." },
  list_groups: flag("`true` lists the pages of subsections too, in groups."),
  disable_list: { type: "any", doc: "`true` is the same as `list: none`." },
  disable_toc: { type: "any", doc: "`true` leaves out the table of contents." },
  card: { type: "any", doc: "The line on cards, if it should differ from `description`." },
  search: { type: "any", doc: "`false` keeps the page out of the search index." },
  pagerank: { type: "any", doc: "By how many percent the page counts more in search." },
  images: { type: "any", doc: "The picture that other sites show with a link to the page." },
  htmltitle: { type: "any", doc: "The title in the tab of the browser." },
  robots: { type: "any", doc: "`noindex` keeps the page out of search engines." },
  disable_h1: silent("Known from themes."),
  suppress_breadcrumb: silent("Known from themes."),
  mermaid: silent("Known from themes."),
  released: silent("Known from themes."),
  patch: silent("Known from themes."),
  make_table_row_headers_searchable: silent("Known from themes."),
};
