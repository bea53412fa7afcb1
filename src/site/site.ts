/** A whole site, read: settings, pages, addresses, menus, links. */
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { join, sep } from "node:path";
import { type Diagnostic, Diagnostics, type Finding } from "../messages/diagnostic.ts";
import type { ChangedPaths } from "../text/changed-paths.ts";
import { readAddresses } from "./addresses.ts";
import { type KnownFiles, type LeftPage, readContent } from "./content.ts";
import { ImageSizes } from "./image-sizes.ts";
import { LinkResolver } from "./links.ts";
import { type Look, lookOf } from "./look.ts";
import { buildMenus, type MenuItem } from "./menus.ts";
import { SiteNavigation } from "./navigation.ts";
import type { ContentResource } from "./resources.ts";
import { Sections } from "./sections.ts";
import { type Configuration, loadConfiguration } from "./settings.ts";
import type { Page, Settings } from "./types.ts";

export interface Site {
  /** The site's folder, absolute. */
  readonly root: string;
  readonly settings: Settings;
  /** Pages that get a file, in order of path. */
  readonly pages: readonly Page[];
  /** Those and the pages that are only read by others. */
  readonly allPages: readonly Page[];
  /** Pages that are not built: drafts, those of the future, expired ones. */
  readonly left: readonly LeftPage[];
  /** Pages that get a file, by address. */
  readonly byUrl: ReadonlyMap<string, Page>;
  readonly home: Page;
  /** All menus, by name; the shown one is also `navigation`. */
  readonly menus: ReadonlyMap<string, readonly MenuItem[]>;
  readonly sections: Sections;
  readonly navigation: SiteNavigation;
  readonly links: LinkResolver;
  /** Aliases, by path, with the page that each leads to. */
  readonly aliases: ReadonlyMap<string, Page>;
  /** Static files and resources, by path from the output's root: `/images/a.png`. */
  readonly files: ReadonlySet<string>;
  readonly resources: readonly ContentResource[];
  /** Markdown files, by path below content/, that are no pages but part of one. */
  readonly bundled: readonly string[];
  readonly look: Look;
  readonly imageSizes: ImageSizes;
  /** The folder whose files are copied as they are, absolute. */
  readonly staticFolder: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** What was read, for the next time. */
  readonly reads: SiteReads;
}

/** What a site was made of: files that have not changed need not be read again. */
export interface SiteReads {
  readonly configuration: Configuration & { readonly findings: readonly Finding[] };
  readonly files: KnownFiles;
}

/** Reads the site at `root` (absolute). What is wrong with it is among its diagnostics. */
export function loadSite(root: string, now: Date = new Date()): Site {
  return makeSite(root, now, { configuration: configurationOf(root), files: new Map() });
}

/**
 * The site after a change: as `loadSite` would give it, but only what may have `changed` is
 * read. Names files and folders by their paths from the root; the same site if none is its.
 */
export function reloadSite(site: Site, changed: ChangedPaths): Site {
  if (!changed.some(isOfSite)) return site;
  const { configuration, files } = site.reads;
  return makeSite(site.root, new Date(), {
    configuration: changed.some(isOfSettings) ? configurationOf(site.root) : configuration,
    files: changed.without(files, "content/"),
  });
}

/** What the settings are read from; a change of a folder above them counts. */
function isOfSettings(path: string): boolean {
  return /^(?:data|data\/site\..*|config(?:[/.].*)?|hugo\..*|)$/.test(path);
}

/** All but data, partials and other texts that pages ask for. */
function isOfSite(path: string): boolean {
  return isOfSettings(path) || /^(?:content|static|public)(?:\/|$)/.test(path);
}

function configurationOf(root: string): SiteReads["configuration"] {
  const findings: Finding[] = [];
  const configuration = loadConfiguration(root, (finding) => findings.push(finding));
  return { ...configuration, findings };
}

function makeSite(root: string, now: Date, { configuration, files: known }: SiteReads): Site {
  const diagnostics = new Diagnostics();
  const report = (finding: Finding): void => diagnostics.add(finding);
  const { settings, cascades } = configuration;
  configuration.findings.forEach(report);
  const content = readContent(root, { settings, cascades, now, known }, report);
  const allPages = content.pages.map(({ page }) => page);
  const pages = allPages.filter(({ isPublished }) => isPublished);
  const { byUrl, aliases } = readAddresses(content.pages, report);
  const home = allPages.find(({ kind }) => kind === "home");
  if (home === undefined) throw new Error("A site has a home page, written or generated.");
  const sections = new Sections(allPages);
  const menus = buildMenus(content.pages, settings, report);
  const folder = staticFolder(root);
  const files = new Set([
    ...(folder === undefined ? [] : listFiles(folder)),
    ...content.resources.map(({ to }) => `/${to}`),
  ]);
  const imageSizes = new ImageSizes(folder, content.resources);
  return {
    root: realpathSync(root),
    settings,
    pages,
    allPages,
    left: content.left,
    byUrl,
    home,
    menus,
    sections,
    navigation: new SiteNavigation(menus.get(settings.menu) ?? [], sections, home),
    links: new LinkResolver({ pages: allPages, left: content.left, settings, aliases, files }),
    aliases,
    files,
    resources: content.resources,
    bundled: content.bundled,
    look: lookOf(settings.look, files, imageSizes, report),
    imageSizes,
    staticFolder: folder,
    diagnostics: diagnostics.list(),
    reads: { configuration, files: content.files },
  };
}

/** Hugo's `static/`, or `public/` where no Hugo configuration makes that the output folder. */
export function staticFolder(root: string): string | undefined {
  return staticFolders(root).find((folder) => existsSync(folder));
}

/** The folders that static files can stand in; the first that is there counts. */
export function staticFolders(root: string): string[] {
  const isHugo = ["hugo", "config"].some((name) =>
    ["toml", "yaml", "yml", "json"].some((extension) =>
      existsSync(join(root, `${name}.${extension}`)),
    ),
  );
  const folders = isHugo || existsSync(join(root, "config")) ? ["static"] : ["static", "public"];
  return folders.map((folder) => join(root, folder));
}

/** Paths from the output's root. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).split(sep).join("/"));
}
