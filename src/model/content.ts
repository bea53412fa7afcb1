/**
 * Reads the content tree into pages. Hugo: content-management, hugolib/page__meta.go.
 * The reader of content/.
 */
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import type { Finding } from "../messages/diagnostic.ts";
import { Source } from "../text/source.ts";
import { type Cascade, isMeantFor } from "./cascade.ts";
import { type PageMatter, readFrontMatter } from "./front-matter.ts";
import type { FrontMatter, Page, Settings } from "./types.ts";
import { pageUrl } from "./urls.ts";

type Report = (finding: Finding) => void;

/** A page with the parts of its front matter that only the site needs. */
export interface ContentPage {
  readonly page: Page;
  readonly matter: PageMatter | undefined;
}

/** A file beside pages, published in place. */
export interface ContentResource {
  /** Absolute path. */
  readonly from: string;
  /** Path in the output. */
  readonly to: string;
}

export interface Content {
  readonly pages: readonly ContentPage[];
  readonly resources: readonly ContentResource[];
}

const MARKDOWN = /\.(md|markdown)$/i;

/** The content of the site at `root`: pages in order of path, generated sections included. */
export function readContent(root: string, settings: Settings, now: Date, report: Report): Content {
  const files = listFiles(root);
  const bundles = leafBundles(files);
  const markdown = files.filter((path) => MARKDOWN.test(path) && !isInBundle(path, bundles));
  const matters = new Map<string, { source: Source; matter: PageMatter }>();
  for (const path of markdown) {
    const source = readSource(root, path, report);
    matters.set(path, { source, matter: readFrontMatter(source, report) });
  }
  const cascades = new Cascades(matters);
  const pages: ContentPage[] = [];
  for (const [path, { source, matter }] of matters) {
    const kind = kindOf(path);
    const inherited = cascades.valuesFor(path, kind, matter);
    if (!isBuilt(matter, inherited, settings, now)) continue;
    pages.push({ page: toPage(path, kind, source, matter, inherited, settings), matter });
  }
  pages.push(...generatedSections(pages, settings));
  const resources = files
    .filter((path) => !MARKDOWN.test(path))
    .map((path) => ({ from: join(root, "content", path), to: resourceUrl(path, settings) }));
  return { pages: pages.sort((a, b) => (a.page.path < b.page.path ? -1 : 1)), resources };
}

/** Paths below content/, with `/`; links out of the site are left out. */
function listFiles(root: string): string[] {
  const folder = join(root, "content");
  if (!existsSync(folder)) return [];
  const realRoot = realpathSync(root) + sep;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => existsSync(file) && realpathSync(file).startsWith(realRoot))
    .map((file) =>
      file
        .slice(folder.length + 1)
        .split(sep)
        .join("/"),
    )
    .sort();
}

/** Folders with an index.md: all below belongs to that page. */
function leafBundles(files: readonly string[]): string[] {
  return files
    .filter((path) => /^(.*\/)?index\.(md|markdown)$/i.test(path))
    .map((path) => dirname(path));
}

function isInBundle(path: string, bundles: readonly string[]): boolean {
  if (/^index\.(md|markdown)$/i.test(basename(path))) {
    return bundles.some((bundle) => bundle !== dirname(path) && path.startsWith(`${bundle}/`));
  }
  return bundles.some(
    (bundle) => path.startsWith(`${bundle}/`) || (bundle === "." && !path.includes("/") && false),
  );
}

function readSource(root: string, path: string, report: Report): Source {
  const bytes = readFileSync(join(root, "content", path));
  const source = new Source(`content/${path}`, bytes.toString("utf8"));
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const start = source.text.indexOf("\ufffd");
    const message = "Unexpected bytes that are not UTF-8, expected a text file in UTF-8";
    report({ id: "content-encoding", message, span: { source, start, end: start + 1 } });
  }
  return source;
}

function kindOf(path: string): Page["kind"] {
  if (!/(^|\/)_index\.[^/]+$/i.test(path))
    return path.replace(/^index\.[^/]+$/, "") === "" ? "home" : "page";
  return path.includes("/") ? "section" : "home";
}

/** Hugo: drafts, pages of the future and expired ones are not built. */
function isBuilt(matter: PageMatter, inherited: Inherited, settings: Settings, now: Date): boolean {
  const { frontMatter, publishDate, expiryDate } = matter;
  const isDraft = frontMatter.draft || inherited.draft === true;
  if (isDraft && !settings.buildDrafts) return false;
  if (publishDate !== undefined && publishDate > now && !settings.buildFuture) return false;
  return expiryDate === undefined || expiryDate > now || settings.buildExpired;
}

/** Values handed down, by field name in lower case. */
type Inherited = Readonly<Record<string, unknown>>;

class Cascades {
  readonly #byFolder = new Map<string, readonly Cascade[]>();

  constructor(matters: ReadonlyMap<string, { matter: PageMatter }>) {
    for (const [path, { matter }] of matters) {
      if (matter.cascades.length === 0 || kindOf(path) === "page") continue;
      this.#byFolder.set(dirname(path), matter.cascades);
    }
  }

  /** What a page inherits: the nearest section's values win. */
  valuesFor(path: string, kind: string, matter: PageMatter): Inherited {
    const values: Record<string, unknown> = {};
    const name = path.replace(/\.[^.]+$/, "").replace(/\/_?index$/, "");
    const own = kind === "page" ? matter.cascades : [];
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      const cascades = [...own, ...(this.#byFolder.get(folder) ?? [])];
      for (const cascade of cascades) {
        if (!isMeantFor(cascade, { path: name, kind })) continue;
        for (const [key, value] of Object.entries(cascade.values)) values[key] ??= value;
      }
      if (folder === ".") return values;
    }
  }
}

function toPage(
  path: string,
  kind: Page["kind"],
  source: Source,
  matter: PageMatter,
  inherited: Inherited,
  settings: Settings,
): Page {
  const frontMatter = withInherited(matter.frontMatter, inherited);
  const build = (inherited.build ?? inherited._build ?? {}) as Record<string, unknown>;
  const render = matter.render ?? (inherited.headless === true ? "never" : build.render);
  const list = matter.list ?? build.list;
  const title = frontMatter.title ?? titleOfText(source, matter.bodyStart) ?? "";
  return {
    path: `content/${path}`,
    source,
    kind,
    frontMatter,
    url: pageUrl({ path, kind, slug: frontMatter.slug, url: frontMatter.url }, settings),
    title,
    linkTitle: frontMatter.linkTitle ?? title,
    isPublished: render !== "never" && render !== "link" && render !== false,
    isListed: list !== "never" && list !== false && render !== "never",
    bodyStart: matter.bodyStart,
  };
}

function withInherited(own: FrontMatter, inherited: Inherited): FrontMatter {
  const known = new Set(["build", "_build", "headless", "draft", "cascade"]);
  const text = (name: string): string | undefined =>
    inherited[name] === undefined ? undefined : String(inherited[name]);
  const params = Object.fromEntries(
    Object.entries(inherited).filter(
      ([key]) => !known.has(key) && !["title", "description", "layout"].includes(key),
    ),
  );
  return {
    ...own,
    title: own.title ?? text("title"),
    description: own.description ?? text("description"),
    layout: own.layout ?? text("layout"),
    params: { ...params, ...own.params },
  };
}

/** A page without a title in front matter: its first heading of level 1. */
function titleOfText({ text }: Source, start: number): string | undefined {
  const heading = /^#[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*$/m.exec(text.slice(start, start + 2_000));
  return heading?.[1];
}

/** Hugo: top folders are sections, and there is always a home page. */
function generatedSections(pages: readonly ContentPage[], settings: Settings): ContentPage[] {
  const known = new Set(pages.map(({ page }) => page.path.replace(/_index\.[^/]+$/, "_index")));
  const wanted = new Set(["content/_index"]);
  for (const { page } of pages) {
    const [, top, ...rest] = page.path.split("/");
    if (rest.length > 0 && page.isListed) wanted.add(`content/${top}/_index`);
  }
  const hasHome = pages.some(({ page }) => page.kind === "home");
  return [...wanted]
    .filter((path) => !known.has(path) && !(path === "content/_index" && hasHome))
    .map((path) => ({ page: generatedPage(path, settings), matter: undefined }));
}

function generatedPage(path: string, settings: Settings): Page {
  const below = `${path.slice("content/".length)}.md`;
  const kind = below === "_index.md" ? "home" : "section";
  const title = kind === "home" ? settings.title : titleOfFolder(below.split("/")[0] ?? "");
  return {
    path,
    source: undefined,
    kind,
    frontMatter: EMPTY,
    url: pageUrl({ path: below, kind, slug: undefined, url: undefined }, settings),
    title,
    linkTitle: title,
    isPublished: true,
    isListed: true,
    bodyStart: 0,
  };
}

const EMPTY: FrontMatter = {
  title: undefined,
  linkTitle: undefined,
  description: undefined,
  slug: undefined,
  url: undefined,
  weight: 0,
  draft: false,
  date: undefined,
  aliases: [],
  layout: undefined,
  params: {},
};

/** `ingest-data`: "Ingest Data". Hugo's plural form is left out: it makes "Sqls" of "sql". */
function titleOfFolder(name: string): string {
  return name
    .split(/[-_\s]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}

/** Files beside pages keep their name; their folder is that of the page's address. */
function resourceUrl(path: string, settings: Settings): string {
  const folder = dirname(path);
  if (folder === ".") return path;
  const url = pageUrl(
    { path: `${folder}/_index.md`, kind: "section", slug: undefined, url: undefined },
    settings,
  );
  return `${url.slice(1)}${basename(path)}`;
}
