/** What asks for a place in a menu: the configuration, sections, pages. Hugo: hugolib/site.go. */
import type { Span } from "../messages/diagnostic.ts";
import type { ContentPage } from "./content.ts";
import type { Page, Settings } from "./types.ts";
import { contentName, normalUrl } from "./urls.ts";

/** An entry before the tree is made. */
export interface MenuEntry {
  readonly key: string;
  readonly name: string;
  readonly url: string | undefined;
  readonly weight: number;
  readonly parent: string | undefined;
  readonly page: Page | undefined;
  /** Where it is asked for; undefined for what nobody wrote. */
  readonly span: Span | undefined;
}

/** The names of all menus that something stands in, and of the one that is shown. */
export function menuNames(pages: readonly ContentPage[], settings: Settings): Set<string> {
  const used = pages.flatMap(({ matter }) => matter?.menus ?? []).map(({ menu }) => menu);
  const { menu, menus, sectionPagesMenu } = settings;
  const sections = sectionPagesMenu === undefined ? [] : [sectionPagesMenu];
  return new Set([menu, ...Object.keys(menus), ...sections, ...used]);
}

/** A menu's entries; Hugo: the configuration's go first, then sections, then pages by path. */
export function menuEntries(
  name: string,
  pages: readonly ContentPage[],
  settings: Settings,
): MenuEntry[] {
  return [
    ...settingsEntries(name, pages, settings),
    ...sectionEntries(name, pages, settings),
    ...pageEntries(name, pages),
  ];
}

function settingsEntries(
  name: string,
  pages: readonly ContentPage[],
  settings: Settings,
): MenuEntry[] {
  const entries = settings.menus[name] ?? [];
  const byRef = entries.some(({ pageRef }) => pageRef !== undefined)
    ? pagesByRef(pages)
    : undefined;
  return entries.map((entry): MenuEntry => {
    const page = entry.pageRef === undefined ? undefined : byRef?.get(refKey(entry.pageRef));
    const title = entry.name === "" ? (page?.linkTitle ?? "") : entry.name;
    return {
      key: entry.identifier ?? title,
      name: title,
      // Hugo: the page's address wins over `url`.
      url: page?.url ?? entry.url,
      weight: entry.weight || (page?.frontMatter.weight ?? 0),
      parent: entry.parent,
      page,
      span: entry.span,
    };
  });
}

/** Hugo: `pageRef` is a content path; an address is understood too. */
function pagesByRef(pages: readonly ContentPage[]): Map<string, Page> {
  const byRef = new Map(pages.map(({ page }) => [page.url.toLowerCase(), page]));
  for (const { page } of pages) byRef.set(refKey(page.path.replace(/^content\//, "")), page);
  return byRef;
}

function refKey(path: string): string {
  const name = /\.(?:md|markdown)$/i.test(path) ? contentName(path) : path.replace(/^_index$/, "");
  return normalUrl(name.replace(/\/_index$/, "")).toLowerCase();
}

/** Hugo: `sectionPagesMenu` has one entry for each top section. */
function sectionEntries(
  name: string,
  pages: readonly ContentPage[],
  settings: Settings,
): MenuEntry[] {
  if (settings.sectionPagesMenu !== name) return [];
  return pages
    .filter(({ page }) => page.kind === "section" && page.path.split("/").length === 3)
    .filter(isInMenus)
    .map(({ page }) => ({
      key: page.path.split("/")[1] ?? "",
      name: page.linkTitle,
      url: page.url,
      weight: page.frontMatter.weight,
      parent: undefined,
      page,
      span: undefined,
    }));
}

function pageEntries(name: string, pages: readonly ContentPage[]): MenuEntry[] {
  return pages.filter(isInMenus).flatMap(({ page, matter }) =>
    (matter?.menus ?? [])
      .filter((use) => use.menu === name)
      .map((use) => ({
        key: use.identifier ?? use.name ?? page.linkTitle,
        name: use.name ?? page.linkTitle,
        url: page.url,
        weight: use.weight ?? page.frontMatter.weight,
        parent: use.parent,
        page,
        span: use.span,
      })),
  );
}

/** Hugo: menus name only pages that every list names. */
function isInMenus({ page, matter }: ContentPage): boolean {
  return page.isListed && (matter === undefined || matter.build.list === "always");
}
