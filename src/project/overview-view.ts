/** What of the overview an address asks for: `/_waymark/?show=…&in=…&q=…&page=…`. */

/** The lists that have pages of their own. */
export const SHOWN_LISTS = ["messages", "snippets", "unused", "shortcodes"] as const;

export type ShownList = (typeof SHOWN_LISTS)[number];

export interface OverviewView {
  /** One list, with pages; undefined: the beginning of all. */
  readonly show: ShownList | undefined;
  /** The file whose snippets are shown; undefined for those of all. */
  readonly file: string | undefined;
  /** The one snippet or shortcode that is shown. */
  readonly name: string | undefined;
  /** The words that a name, a text or a message has to have, in lower case. */
  readonly words: readonly string[];
  /** As it was typed. */
  readonly query: string;
  /** From 1. */
  readonly page: number;
}

/** The view of an address's parameters; what cannot be is as if it was not there. */
export function overviewView(parameters: URLSearchParams): OverviewView {
  const show = SHOWN_LISTS.find((list) => list === parameters.get("show"));
  const query = (parameters.get("q") ?? "").trim();
  const page = Number(parameters.get("page") ?? 1);
  const file = parameters.get("in") ?? undefined;
  return {
    show: show ?? (file === undefined ? undefined : "snippets"),
    file,
    name: parameters.get("name") ?? undefined,
    words: query.toLowerCase().split(/\s+/).filter(Boolean),
    query,
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/** The address of a view with something changed, as a query; the first page unless one is named. */
export function viewAddress(view: OverviewView, change: Partial<OverviewView>): string {
  const { show, file, name, query, page } = { ...view, page: 1, ...change };
  const parameters = new URLSearchParams();
  if (show !== undefined && file === undefined) parameters.set("show", show);
  if (file !== undefined) parameters.set("in", file);
  if (name !== undefined) parameters.set("name", name);
  if (query !== "") parameters.set("q", query);
  if (page > 1) parameters.set("page", String(page));
  return `?${parameters}`;
}

/** A part of a list, as long as a page of it is. */
export interface ListPart<T> {
  readonly items: readonly T[];
  /** Of the whole list. */
  readonly total: number;
  /** The number of the first item, from 1; 0 for an empty list. */
  readonly first: number;
  readonly page: number;
  readonly pages: number;
}

/** The page of a list; beyond the last one, the last one. */
export function listPart<T>(list: readonly T[], page: number, size: number): ListPart<T> {
  const pages = Math.max(1, Math.ceil(list.length / size));
  const at = Math.min(page, pages);
  const items = list.slice((at - 1) * size, at * size);
  const first = items.length === 0 ? 0 : (at - 1) * size + 1;
  return { items, total: list.length, first, page: at, pages };
}
