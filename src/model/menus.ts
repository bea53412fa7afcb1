/** Menus from settings and front matter. Hugo: navigation/menu.go, hugolib/site.go. */
import type { Finding } from "../messages/diagnostic.ts";
import { nearest } from "../text/nearest.ts";
import type { ContentPage } from "./content.ts";
import type { MenuUse } from "./menu-uses.ts";
import type { NavItem, Page, Settings } from "./types.ts";
import { normalUrl } from "./urls.ts";

/** A menu entry that knows its page. */
export interface MenuItem extends NavItem {
  readonly page: Page | undefined;
  readonly children: readonly MenuItem[];
}

/** An entry before the tree is made. */
interface Entry {
  readonly key: string;
  readonly name: string;
  readonly url: string | undefined;
  readonly weight: number;
  readonly parent: string | undefined;
  readonly page: Page | undefined;
  /** Where front matter asks for it. */
  readonly use: MenuUse | undefined;
}

/** One menu as a tree, each level by weight, name, identifier. */
export function buildMenu(
  name: string,
  pages: readonly ContentPage[],
  settings: Settings,
  report: (finding: Finding) => void,
): MenuItem[] {
  const entries = new Map<string, Entry>();
  const all = [
    ...settingsEntries(name, pages, settings),
    ...sectionEntries(name, pages, settings),
    ...pageEntries(name, pages),
  ];
  for (const entry of all) {
    const first = entries.get(entry.key);
    if (first === undefined) entries.set(entry.key, entry);
    else reportDuplicate(name, entry, first, report);
  }
  addParents(entries, report);
  return toTree(entries, report);
}

function settingsEntries(name: string, pages: readonly ContentPage[], settings: Settings): Entry[] {
  return (settings.menus[name] ?? []).map((entry): Entry => {
    const ref = entry.pageRef === undefined ? undefined : normalUrl(entry.pageRef).toLowerCase();
    const page = pages.find((candidate) => candidate.page.url === ref)?.page;
    return {
      key: entry.identifier ?? entry.name,
      name: entry.name === "" ? (page?.linkTitle ?? "") : entry.name,
      url: page?.url ?? entry.url,
      weight: entry.weight || (page?.frontMatter.weight ?? 0),
      parent: entry.parent,
      page,
      use: undefined,
    };
  });
}

/** Hugo: `sectionPagesMenu` has one entry for each top section. */
function sectionEntries(name: string, pages: readonly ContentPage[], settings: Settings): Entry[] {
  if (settings.sectionPagesMenu !== name) return [];
  return pages
    .filter(
      ({ page }) => page.kind === "section" && page.isListed && page.path.split("/").length === 3,
    )
    .map(({ page }) => ({
      key: page.path.split("/")[1] ?? "",
      name: page.linkTitle,
      url: page.url,
      weight: page.frontMatter.weight,
      parent: undefined,
      page,
      use: undefined,
    }));
}

function pageEntries(name: string, pages: readonly ContentPage[]): Entry[] {
  return pages.flatMap(({ page, matter }) => {
    if (!page.isListed || matter === undefined) return [];
    return matter.menus
      .filter((use) => use.menu === name)
      .map((use) => ({
        key: use.identifier ?? use.name ?? page.linkTitle,
        name: use.name ?? page.linkTitle,
        url: page.url,
        weight: use.weight ?? page.frontMatter.weight,
        parent: use.parent,
        page,
        use,
      }));
  });
}

function reportDuplicate(
  menu: string,
  entry: Entry,
  first: Entry,
  report: (finding: Finding) => void,
): void {
  const span = spanOf(entry);
  if (span === undefined) return;
  const message = `Unexpected second entry "${entry.key}" in menu "${menu}", ${first.page?.path ?? "the settings"} has the first; give one an identifier`;
  report({ id: "menu-duplicate", message, span });
}

/** Hugo: an unknown parent becomes an entry without a page. */
function addParents(entries: Map<string, Entry>, report: (finding: Finding) => void): void {
  const known = [...entries.keys()];
  const missing = new Set<string>();
  for (const entry of [...entries.values()]) {
    const { parent } = entry;
    if (parent === undefined || (entries.has(parent) && !missing.has(parent))) continue;
    missing.add(parent);
    const span = spanOf(entry);
    if (span !== undefined) {
      const message = `Unexpected parent "${parent}", expected the identifier of a menu entry`;
      report({ id: "menu-parent", message, suggestion: nearest(parent, known), span });
    }
    entries.set(parent, {
      key: parent,
      name: parent,
      url: undefined,
      weight: 0,
      parent: undefined,
      page: undefined,
      use: undefined,
    });
  }
}

function toTree(
  entries: ReadonlyMap<string, Entry>,
  report: (finding: Finding) => void,
): MenuItem[] {
  const byParent = new Map<string | undefined, Entry[]>();
  for (const entry of entries.values()) {
    const parent = isInCycle(entry, entries) ? undefined : entry.parent;
    if (parent !== entry.parent) reportCycle(entry, report);
    byParent.set(parent, [...(byParent.get(parent) ?? []), entry]);
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

function isInCycle(entry: Entry, entries: ReadonlyMap<string, Entry>): boolean {
  const seen = new Set<string>();
  for (let at: Entry | undefined = entry; at?.parent !== undefined; at = entries.get(at.parent)) {
    if (at.parent === entry.key) return true;
    if (seen.has(at.key)) return false;
    seen.add(at.key);
  }
  return false;
}

function reportCycle(entry: Entry, report: (finding: Finding) => void): void {
  const span = spanOf(entry);
  if (span === undefined) return;
  const message = `Unexpected parent "${entry.parent}", which stands below "${entry.key}" itself`;
  report({ id: "menu-parent", message, span });
}

function spanOf({ page, use }: Entry): Finding["span"] | undefined {
  if (page?.source === undefined || use === undefined) return undefined;
  return { source: page.source, start: use.node.range.start, end: use.node.range.end };
}

/** Hugo: by weight with 0 last, name in any case, identifier. */
function byWeight(a: Entry, b: Entry): number {
  const weight = (entry: Entry): number => entry.weight || Number.POSITIVE_INFINITY;
  if (weight(a) !== weight(b)) return weight(a) - weight(b);
  return compare(a.name.toLowerCase(), b.name.toLowerCase()) || compare(a.key, b.key);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
