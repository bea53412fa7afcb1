/** A whole site, read: settings, pages, addresses, menus, links. */
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { join, sep } from "node:path";
import { type Diagnostic, Diagnostics, type Finding } from "../messages/diagnostic.ts";
import { type ContentPage, type ContentResource, readContent } from "./content.ts";
import { LinkResolver } from "./links.ts";
import { buildMenu } from "./menus.ts";
import { SiteNavigation } from "./navigation.ts";
import { Sections } from "./sections.ts";
import { loadSettings } from "./settings.ts";
import type { Page, Settings } from "./types.ts";
import { aliasUrl } from "./urls.ts";

export interface Site {
  /** The site's folder, absolute. */
  readonly root: string;
  readonly settings: Settings;
  /** Pages that get a file, in order of path. */
  readonly pages: readonly Page[];
  /** Those and the pages that are only read by others. */
  readonly allPages: readonly Page[];
  readonly home: Page;
  readonly sections: Sections;
  readonly navigation: SiteNavigation;
  readonly links: LinkResolver;
  /** Aliases, by path, with the page that each leads to. */
  readonly aliases: ReadonlyMap<string, Page>;
  readonly resources: readonly ContentResource[];
  /** The folder whose files are copied as they are, absolute. */
  readonly staticFolder: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the site at `root` (absolute). What is wrong with it is among its diagnostics. */
export function loadSite(root: string, now: Date = new Date()): Site {
  const diagnostics = new Diagnostics();
  const report = (finding: Finding): void => diagnostics.add(finding);
  const settings = loadSettings(root, report);
  const content = readContent(root, settings, now, report);
  const allPages = content.pages.map(({ page }) => page);
  const pages = allPages.filter(({ isPublished }) => isPublished);
  reportUrlClashes(content.pages, report);
  const aliases = readAliases(content.pages, report);
  const home = allPages.find(({ kind }) => kind === "home");
  if (home === undefined) throw new Error("A site has a home page, written or generated.");
  const sections = new Sections(allPages);
  const menu = buildMenu(settings.menu, content.pages, settings, report);
  const folder = staticFolder(root);
  const files = new Set([
    ...(folder === undefined ? [] : listFiles(folder)),
    ...content.resources.map(({ to }) => `/${to}`),
  ]);
  return {
    root: realpathSync(root),
    settings,
    pages,
    allPages,
    home,
    sections,
    navigation: new SiteNavigation(menu, sections, home),
    links: new LinkResolver({ pages: allPages, settings, aliases, files }),
    aliases,
    resources: content.resources,
    staticFolder: folder,
    diagnostics: diagnostics.list(),
  };
}

function reportUrlClashes(pages: readonly ContentPage[], report: (finding: Finding) => void): void {
  const byUrl = new Map<string, Page>();
  for (const { page } of pages) {
    if (!page.isPublished) continue;
    const first = byUrl.get(page.url);
    if (first === undefined) byUrl.set(page.url, page);
    else if (page.source !== undefined) {
      const message = `Unexpected second page at ${page.url}, ${first.path} has that address`;
      report({ id: "page-url-clash", message, span: { source: page.source, start: 0, end: 0 } });
    }
  }
}

function readAliases(
  pages: readonly ContentPage[],
  report: (finding: Finding) => void,
): Map<string, Page> {
  const aliases = new Map<string, Page>();
  const byUrl = new Map(
    pages.filter(({ page }) => page.isPublished).map(({ page }) => [page.url, page]),
  );
  for (const { page, matter } of pages) {
    const { source } = page;
    if (source === undefined || !page.isPublished) continue;
    for (const { path, node } of matter?.aliases ?? []) {
      const span = { source, start: node.range.start, end: node.range.end };
      const alias = aliasUrl(path, page.url);
      if (!alias.ok) {
        const message = `Unexpected alias "${path}": ${alias.reason}`;
        report({ id: "alias-invalid", message, span });
        continue;
      }
      const owner = byUrl.get(alias.url) ?? aliases.get(alias.url);
      if (owner === undefined) aliases.set(alias.url, page);
      else if (owner !== page) {
        const message = `Unexpected alias "${path}", ${owner.path} has that address`;
        report({ id: "alias-clash", message, span });
      }
    }
  }
  return aliases;
}

/** Hugo's `static/`, or `public/` where no Hugo configuration makes that the output folder. */
function staticFolder(root: string): string | undefined {
  const isHugo = ["hugo", "config"].some((name) =>
    ["toml", "yaml", "yml", "json"].some((extension) =>
      existsSync(join(root, `${name}.${extension}`)),
    ),
  );
  const folders = isHugo || existsSync(join(root, "config")) ? ["static"] : ["static", "public"];
  return folders.map((folder) => join(root, folder)).find((folder) => existsSync(folder));
}

/** Paths from the output's root. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).split(sep).join("/"));
}
