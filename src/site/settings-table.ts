/** The settings of `data/site.yml`, and what stands below them. */
import type { FieldTable, FieldType } from "../data/field-table.ts";
import { diagnosticIds } from "../messages/catalog.ts";

export const DIRECTIONS = ["ltr", "rtl"] as const;
export const PARSERS = ["satteri", "remark"] as const;
export const REF_LEVELS = ["error", "warning"] as const;
export const LEVELS = ["off", "info", "warning", "error"] as const;

/** An item of `header` and `footer`. */
export const LINK: FieldTable = {
  name: { type: "text", doc: "What the link says.", isRequired: true },
  url: { type: "text", doc: "An address, or a path of the site without base.", isRequired: true },
};

/** An item of `upstream`. */
export const UPSTREAM: FieldTable = {
  prefix: { type: "text", doc: "The first part of paths: `/reference/`.", isRequired: true },
  url: { type: "text", doc: "The address of the other site.", isRequired: true },
};

export const LOGO: FieldTable = {
  light: { type: "text", doc: "The file for the light theme, in the static folder." },
  dark: { type: "text", doc: "The file for the dark theme." },
  alt: { type: "text", doc: "What the image says." },
};

export const ACCENT: FieldTable = {
  light: { type: "text", doc: "The color of the light theme, in quotes." },
  dark: { type: "text", doc: "The color of the dark theme." },
};

export const SEARCH: FieldTable = {
  synonyms: {
    type: { list: { list: "text" } },
    doc: "Lists of names for the same thing.",
  },
};

export const TABS: FieldTable = {
  keys: {
    type: { each: { anyOf: ["text", { list: "text" }] } },
    doc: "A key for labels of tabs that mean the same, and the list of these labels.",
  },
};

export const EXTERNAL_LINKS: FieldTable = {
  ignore: {
    type: "texts",
    doc: "Hosts, and addresses with `*` for anything, that are not asked for.",
  },
  private: { type: "boolean", doc: "`true` asks hosts of your own network too." },
  timeout: { type: "integer", doc: "Seconds to wait for an answer: 20 by default." },
  days: { type: "integer", doc: "For how many days a good answer counts: 7 by default." },
};

/** An entry of a menu, in settings and in front matter. */
export const MENU_ENTRY: FieldTable = {
  identifier: { type: "text", doc: "What `parent` of other entries refers to." },
  name: { type: "text", doc: "What the menu shows." },
  title: { type: "text", doc: "Another name of `name`." },
  url: { type: "text", doc: "Where the entry leads." },
  pageRef: { type: "text", doc: "The path of the page that it leads to." },
  parent: { type: "text", doc: "The identifier of the entry that it stands below." },
  weight: { type: "integer", doc: "The position among its neighbors; small numbers come first." },
  pre: { type: "any", doc: "Without effect.", isSilent: true },
  post: { type: "any", doc: "Without effect.", isSilent: true },
  params: { type: "any", doc: "Without effect.", isSilent: true },
};

const MENUS: FieldType = { each: { list: { map: MENU_ENTRY, isOpen: true } } };

/** Fields of the languages of Hugo's settings: understood here too. */
const LANGUAGE = { type: "text", doc: "Another name of `language`.", isSilent: true } as const;

const flag = (doc: string) => ({ type: "boolean", doc }) as const;

export const SETTINGS: FieldTable = {
  placeholders: flag(
    "`false`: placeholders such as `<host>` become fields only on pages that say so.",
  ),
  title: { type: "text", doc: "The name of the site, in the header and in each page's title." },
  description: { type: "text", doc: "What the site is, in a sentence." },
  baseURL: {
    type: "text",
    doc: "The address of the site: `https://docs.example.com/`. Its path is the base path.",
  },
  base: { type: "text", doc: "The base path, if `baseURL` does not have it." },
  language: { type: "text", doc: "The language of the texts, as in `en` or `pt-BR`." },
  params: { type: { map: {}, isOpen: true }, doc: "Values of your own, which `param` prints." },
  menu: { type: { anyOf: ["text", MENUS] }, doc: "The name of the menu that is shown." },
  menus: { type: MENUS, doc: "Menu entries by the name of the menu, beside those of pages." },
  header: { type: { list: { map: LINK } }, doc: "Links in the header." },
  footer: { type: { list: { map: LINK } }, doc: "Links in the footer." },
  footerText: { type: "text", doc: "A line of text in the footer." },
  upstream: {
    type: { list: { map: UPSTREAM } },
    doc: "Where links lead that this site has no page for.",
  },
  parser: { type: { words: PARSERS }, doc: "The Markdown parser." },
  printViews: {
    type: { anyOf: ["boolean", { list: "text" }] },
    doc: "`false` for no print views of sections, or the addresses of the sections that have one.",
  },
  buildDrafts: flag("Include pages with `draft: true`."),
  buildFuture: flag("Include pages whose date has not come."),
  buildExpired: flag("Include pages whose `expiryDate` is over."),
  uglyURLs: {
    type: { anyOf: ["boolean", { each: "any" }] },
    doc: "Files instead of folders: `/guides/install.html`. A map from top sections to `true` does it for those alone.",
  },
  disablePathToLower: flag("Keep upper case in addresses."),
  sectionPagesMenu: {
    type: "text",
    doc: "The name of a menu that gets an entry for each top section.",
  },
  refLinksErrorLevel: {
    type: { words: REF_LEVELS },
    doc: "`warning` lets `ref` and `relref` name pages that do not exist.",
  },
  refLinksNotFoundURL: { type: "text", doc: "The address that they print then." },
  search: { type: { map: SEARCH }, doc: "Synonyms for the search." },
  logo: { type: { anyOf: ["text", { map: LOGO }] }, doc: "A file of the static folder." },
  accent: { type: { anyOf: ["text", { map: ACCENT }] }, doc: "A color, in quotes." },
  styles: { type: "texts", doc: "Style sheets of the static folder." },
  direction: { type: { words: DIRECTIONS }, doc: "The direction of the texts." },
  edit: {
    type: "text",
    doc: "Where readers can edit a page: an address with `{path}` for the path of its file, and `{line}` for a line in it if the host has a way of its own.",
  },
  image: { type: "text", doc: "The picture that other sites show with a link to yours." },
  enableGitInfo: flag("`false` takes dates of changes from front matter alone."),
  tabs: { type: { map: TABS }, doc: "Keys for labels of tabs that mean the same." },
  externalLinks: {
    type: { map: EXTERNAL_LINKS },
    doc: "How `npm run check -- --external` asks for links to other hosts.",
  },
  diagnostics: {
    type: {
      map: Object.fromEntries(
        diagnosticIds().map((id) => [id, { type: { words: LEVELS }, doc: "Its level here." }]),
      ),
    },
    doc: "Levels of messages by id.",
  },
  manual: {
    type: "text",
    doc: "Where you publish Waymark's manual; addresses of explanations begin with it.",
  },
  // Hugo's names for what has one of ours.
  languageCode: LANGUAGE,
  locale: LANGUAGE,
  defaultContentLanguage: LANGUAGE,
  cascade: {
    type: { anyOf: [{ map: {}, isOpen: true }, { list: { map: {}, isOpen: true } }] },
    doc: "Front matter that is handed down to all pages.",
    isSilent: true,
  },
};
