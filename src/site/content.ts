/** Reads the content tree into pages. Hugo: content-management, hugolib/page__meta.go. */
import { dirname } from "node:path/posix";
import type { Finding } from "../messages/diagnostic.ts";
import type { Source } from "../text/source.ts";
import { isMarkdown, kindOf, LeafBundles } from "./bundles.ts";
import { type Cascade, isMeantFor } from "./cascade.ts";
import { listContent, readContentFile } from "./content-files.ts";
import type { FieldLayer } from "./fields.ts";
import { type OwnMatter, type PageMatter, readOwnMatter, readPageMatter } from "./front-matter.ts";
import { generatedSections } from "./generated.ts";
import { toPage } from "./page.ts";
import { type ContentResource, resourcesOf } from "./resources.ts";
import type { Page, Settings } from "./types.ts";
import { contentName, sanitizedPath } from "./urls.ts";

type Report = (finding: Finding) => void;

/** A page with the parts of its front matter that only the site needs. */
export interface ContentPage {
  readonly page: Page;
  /** Undefined for a generated section. */
  readonly matter: PageMatter | undefined;
}

/** A page that is not built, and why, as a sentence goes on about it. */
export interface LeftPage {
  readonly page: Page;
  readonly reason: string;
}

export interface Content {
  /** What was read, for the next time. */
  readonly files: KnownFiles;
  readonly pages: readonly ContentPage[];
  readonly left: readonly LeftPage[];
  readonly resources: readonly ContentResource[];
  /** Markdown files that are part of another page: see `LeafBundles`. Paths below content/. */
  readonly bundled: readonly string[];
}

/** What the content is read with. */
export interface ContentOptions {
  readonly settings: Settings;
  /** What the configuration hands down to all pages. */
  readonly cascades: readonly Cascade[];
  /** The moment that decides on pages of the future and expired ones. */
  readonly now: Date;
  /** Files that have not changed since they were read. */
  readonly known?: KnownFiles | undefined;
}

/** Files by their paths below content/. */
export type KnownFiles = ReadonlyMap<string, ContentFile>;

/** A file with its own front matter. */
export interface ContentFile {
  readonly path: string;
  readonly source: Source;
  readonly own: OwnMatter;
  /** What is wrong with the file and its own front matter. */
  readonly findings: readonly Finding[];
  /** The page that was made of it last. */
  made: MadePage | undefined;
}

/** A page with all that it was made of. */
interface MadePage extends ContentPage {
  readonly matter: PageMatter;
  readonly layers: readonly FieldLayer[];
  readonly settings: Settings;
  readonly findings: readonly Finding[];
}

/** The content of the site at `root`: pages in order of path, generated sections included. */
export function readContent(root: string, options: ContentOptions, report: Report): Content {
  const { paths, links } = listContent(root, report);
  const bundles = new LeafBundles(paths);
  const files = paths
    .filter((path) => isMarkdown(path) && bundles.isPage(path))
    .map((path) => knownFile(path, links, options.known) ?? readFile(root, path));
  for (const { findings } of files) findings.forEach(report);
  const inherited = new Inheritance(files, options.cascades);
  const left: LeftPage[] = [];
  const written = files.flatMap((file): ContentPage[] => {
    const { page, matter, findings } = pageOf(file, inherited.layersFor(file), options.settings);
    findings.forEach(report);
    const reason = whyLeft(matter, options);
    if (reason === undefined) return [{ page, matter }];
    left.push({ page, reason });
    return [];
  });
  const pages = [...written, ...generatedSections(written, options.settings)];
  return {
    files: new Map(files.map((file) => [file.path, file])),
    pages: pages.sort((a, b) => (a.page.path < b.page.path ? -1 : 1)),
    left,
    bundled: paths.filter((path) => isMarkdown(path) && !bundles.isPage(path)),
    resources: resourcesOf(
      root,
      { paths, bundles, pages: written, left: left.map(({ page }) => contentPath(page)) },
      options.settings,
    ),
  };
}

/** What leads elsewhere is read each time. */
function knownFile(
  path: string,
  links: readonly string[],
  known: KnownFiles | undefined,
): ContentFile | undefined {
  const isLinked = links.some((link) => path === link || path.startsWith(`${link}/`));
  return isLinked ? undefined : known?.get(path);
}

function readFile(root: string, path: string): ContentFile {
  const findings: Finding[] = [];
  const report = (finding: Finding): void => void findings.push(finding);
  const source = readContentFile(root, path, report);
  return { path, source, own: readOwnMatter(source, report), findings, made: undefined };
}

/** The page of a file: the same object as before if it is made of the same. */
function pageOf(file: ContentFile, handedDown: FieldLayer[], settings: Settings): MadePage {
  const layers = [file.own.layer, ...handedDown];
  const { made } = file;
  const isSame = made?.layers.length === layers.length && layers.every(isLayerOf, made.layers);
  if (made !== undefined && isSame && made.settings === settings) return made;
  const findings: Finding[] = [];
  const report = (finding: Finding): void => void findings.push(finding);
  const matter = readPageMatter(layers, report, kindOf(file.path));
  const page = toPage(file, file.own.bodyStart, matter, settings);
  file.made = { page, matter, layers, settings, findings };
  return file.made;
}

function isLayerOf(this: readonly FieldLayer[], layer: FieldLayer, index: number): boolean {
  return this[index] === layer;
}

function contentPath({ path }: Page): string {
  return path.replace(/^content\//, "");
}

/** Hugo: drafts, pages of the future and expired ones are not built. Undefined for others. */
function whyLeft(
  { frontMatter, publishDate, expiryDate }: PageMatter,
  { settings, now }: ContentOptions,
): string | undefined {
  if (frontMatter.draft && !settings.buildDrafts) return "is a draft";
  if (publishDate !== undefined && publishDate > now && !settings.buildFuture)
    return "is not published yet";
  const isExpired = expiryDate !== undefined && expiryDate <= now && !settings.buildExpired;
  return isExpired ? "has expired" : undefined;
}

/** What sections and the configuration hand down. */
class Inheritance {
  readonly #byFolder = new Map<string, readonly Cascade[]>();
  readonly #ofSite: readonly Cascade[];

  constructor(files: readonly ContentFile[], ofSite: readonly Cascade[]) {
    this.#ofSite = ofSite;
    for (const { path, own } of files) {
      if (kindOf(path) !== "page") this.#byFolder.set(dirname(path), own.cascades);
    }
  }

  /** What a page inherits, the strongest first: its own cascade, the nearest section's, … */
  layersFor({ path, own }: ContentFile): FieldLayer[] {
    const kind = kindOf(path);
    const cascades = kind === "page" ? [...own.cascades] : [];
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      cascades.push(...(this.#byFolder.get(folder) ?? []));
      if (folder === ".") break;
    }
    const target = { path: sanitizedPath(contentName(path), { disablePathToLower: false }), kind };
    return [...cascades, ...this.#ofSite]
      .filter((cascade) => isMeantFor(cascade, target))
      .map(({ layer }) => layer);
  }
}
