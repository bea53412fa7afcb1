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

export interface Content {
  readonly pages: readonly ContentPage[];
  readonly resources: readonly ContentResource[];
}

/** What the content is read with. */
export interface ContentOptions {
  readonly settings: Settings;
  /** What the configuration hands down to all pages. */
  readonly cascades: readonly Cascade[];
  /** The moment that decides on pages of the future and expired ones. */
  readonly now: Date;
}

/** A file with its own front matter. */
interface ContentFile {
  readonly path: string;
  readonly source: Source;
  readonly own: OwnMatter;
}

/** The content of the site at `root`: pages in order of path, generated sections included. */
export function readContent(root: string, options: ContentOptions, report: Report): Content {
  const paths = listContent(root, report);
  const bundles = new LeafBundles(paths);
  const files = paths
    .filter((path) => isMarkdown(path) && bundles.isPage(path))
    .map((path): ContentFile => {
      const source = readContentFile(root, path, report);
      return { path, source, own: readOwnMatter(source, report) };
    });
  const inherited = new Inheritance(files, options.cascades);
  const left: string[] = [];
  const written = files.flatMap((file): ContentPage[] => {
    const matter = readPageMatter(
      [file.own.layer, ...inherited.layersFor(file)],
      report,
      kindOf(file.path),
    );
    if (!isBuilt(matter, options)) left.push(file.path);
    else return [{ page: toPage(file, file.own.bodyStart, matter, options.settings), matter }];
    return [];
  });
  const pages = [...written, ...generatedSections(written, options.settings)];
  return {
    pages: pages.sort((a, b) => (a.page.path < b.page.path ? -1 : 1)),
    resources: resourcesOf(root, { paths, bundles, pages: written, left }, options.settings),
  };
}

/** Hugo: drafts, pages of the future and expired ones are not built. */
function isBuilt(
  { frontMatter, publishDate, expiryDate }: PageMatter,
  { settings, now }: ContentOptions,
): boolean {
  if (frontMatter.draft && !settings.buildDrafts) return false;
  if (publishDate !== undefined && publishDate > now && !settings.buildFuture) return false;
  return expiryDate === undefined || expiryDate > now || settings.buildExpired;
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
