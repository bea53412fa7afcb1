/** Menus as trees. Hugo: navigation/menu.go, hugolib/site.go. */
import type { Finding } from "../messages/diagnostic.ts";
import { nearest } from "../text/nearest.ts";
import type { ContentPage } from "./content.ts";
import { type MenuEntry, menuEntries, menuNames } from "./menu-entries.ts";
import type { NavItem, Page, Settings } from "./types.ts";

type Report = (finding: Finding) => void;

/** A menu entry that knows its page. */
export interface MenuItem extends NavItem {
  readonly page: Page | undefined;
  readonly children: readonly MenuItem[];
}

/** All menus of the site by name, the shown one among them, even if it is empty. */
export function buildMenus(
  pages: readonly ContentPage[],
  settings: Settings,
  report: Report,
): Map<string, MenuItem[]> {
  const names = [...menuNames(pages, settings)];
  return new Map(names.map((name) => [name, buildMenu(name, pages, settings, report)]));
}

/** One menu as a tree, each level by weight, name, identifier. */
export function buildMenu(
  name: string,
  pages: readonly ContentPage[],
  settings: Settings,
  report: Report,
): MenuItem[] {
  const entries = new Map<string, MenuEntry>();
  for (const entry of menuEntries(name, pages, settings)) {
    const first = entries.get(entry.key);
    if (first === undefined) entries.set(entry.key, entry);
    else reportDuplicate(name, entry, first, report);
  }
  addParents(entries, report);
  return toTree(entries, report);
}

/** Hugo: a repeated key is dropped. */
function reportDuplicate(menu: string, entry: MenuEntry, first: MenuEntry, report: Report): void {
  if (entry.span === undefined) return;
  const owner = first.page?.path ?? first.span?.source.path ?? "the settings";
  const message = `Unexpected second entry "${entry.key}" in menu "${menu}", ${owner} has the first; give one an identifier`;
  const related = first.span && [{ what: "the first entry", span: first.span }];
  report({ id: "menu-duplicate", message, span: entry.span, related });
}

/** Hugo: an unknown parent becomes an entry without a page. */
function addParents(entries: Map<string, MenuEntry>, report: Report): void {
  const known = [...entries.keys()];
  const missing = new Set<string>();
  for (const { parent, span } of [...entries.values()]) {
    if (parent === undefined || (entries.has(parent) && !missing.has(parent))) continue;
    missing.add(parent);
    if (span !== undefined) {
      const message = `Unexpected parent "${parent}", expected the identifier of a menu entry`;
      report({ id: "menu-parent", message, suggestion: nearest(parent, known), span });
    }
    entries.set(parent, withoutPage(parent));
  }
}

function withoutPage(key: string): MenuEntry {
  const none = { url: undefined, parent: undefined, page: undefined, span: undefined };
  return { key, name: key, weight: 0, ...none };
}

/** An entry in a circle of parents is told and stands at the top. */
function toTree(entries: ReadonlyMap<string, MenuEntry>, report: Report): MenuItem[] {
  const circular = circularKeys(entries);
  const byParent = new Map<string | undefined, MenuEntry[]>();
  for (const entry of entries.values()) {
    const isCircular = circular.has(entry.key);
    if (isCircular) reportCircle(entry, report);
    const parent = isCircular ? undefined : entry.parent;
    const siblings = byParent.get(parent);
    if (siblings === undefined) byParent.set(parent, [entry]);
    else siblings.push(entry);
  }
  const level = (parent: string | undefined): MenuItem[] =>
    (byParent.get(parent) ?? []).sort(byWeight).map(({ key, name, url, weight, page }) => ({
      key,
      name,
      url,
      weight,
      page,
      children: level(key),
    }));
  return level(undefined);
}

/** The keys whose parents lead back to them; each entry is walked once. */
function circularKeys(entries: ReadonlyMap<string, MenuEntry>): Set<string> {
  const circular = new Set<string>();
  const walked = new Set<string>();
  for (const start of entries.values()) {
    const path: string[] = [];
    const places = new Map<string, number>();
    let at: MenuEntry | undefined = start;
    while (at !== undefined && !walked.has(at.key)) {
      walked.add(at.key);
      places.set(at.key, path.length);
      path.push(at.key);
      at = at.parent === undefined ? undefined : entries.get(at.parent);
    }
    const from = at === undefined ? undefined : places.get(at.key);
    if (from !== undefined) for (const key of path.slice(from)) circular.add(key);
  }
  return circular;
}

function reportCircle(entry: MenuEntry, report: Report): void {
  if (entry.span === undefined) return;
  const message = `Unexpected parent "${entry.parent}", which stands below "${entry.key}" itself`;
  report({ id: "menu-parent", message, span: entry.span });
}

/** Hugo: by weight with 0 last, name in any case, identifier. */
function byWeight(a: MenuEntry, b: MenuEntry): number {
  return (
    (a.weight || Number.MAX_VALUE) - (b.weight || Number.MAX_VALUE) ||
    compare(a.name.toLowerCase(), b.name.toLowerCase()) ||
    compare(a.key, b.key)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
