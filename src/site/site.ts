/** A whole site, read: settings, pages, addresses, menus, links. */
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { join, sep } from "node:path";
import { type Diagnostic, Diagnostics, type Finding } from "../messages/diagnostic.ts";
import { readAddresses } from "./addresses.ts";
import { type LeftPage, readContent } from "./content.ts";
import { ImageSizes } from "./image-sizes.ts";
import { LinkResolver } from "./links.ts";
import { type Look, lookOf } from "./look.ts";
import { buildMenus, type MenuItem } from "./menus.ts";
import { SiteNavigation } from "./navigation.ts";
import type { ContentResource } from "./resources.ts";
import { Sections } from "./sections.ts";
import { loadConfiguration } from "./settings.ts";
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
  readonly look: Look;
  readonly imageSizes: ImageSizes;
  /** The folder whose files are copied as they are, absolute. */
  readonly staticFolder: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the site at `root` (absolute). What is wrong with it is among its diagnostics. */
export function loadSite(root: string, now: Date = new Date()): Site {
  const diagnostics = new Diagnostics();
  const report = (finding: Finding): void => diagnostics.add(finding);
  const { settings, cascades } = loadConfiguration(root, report);
  const content = readContent(root, { settings, cascades, now }, report);
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
    look: lookOf(settings.look, files, imageSizes, report),
    imageSizes,
    staticFolder: folder,
    diagnostics: diagnostics.list(),
  };
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
