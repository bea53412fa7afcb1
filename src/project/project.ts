/**
 * A site that is open for building: its pages, its data, and the pipeline that
 * makes articles of them. The one place that knows all parts.
 */

import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Root } from "mdast";
import type { Store } from "../cache/store.ts";
import { callsOfEntry, callsOfPartial, ownFaults, ownLinks } from "../checks/alone.ts";
import { checkAnchors, hasDeadAnchor, type IdsOf } from "../checks/anchors.ts";
import { Excuses } from "../checks/excuses.ts";
import type { ExternalResult } from "../checks/external/check.ts";
import { isExternal } from "../checks/external/questions.ts";
import type { ExternalLink } from "../checks/external/types.ts";
import { checkLists } from "../checks/lists.ts";
import { checkPage } from "../checks/page.ts";
import { checkPageImages } from "../checks/page-images.ts";
import { checkShownLinks, shownAddresses } from "../checks/shown-links.ts";
import { unusedEntries } from "../checks/unused.ts";
import { createDataStore, type DataStore } from "../data/store.ts";
import { sharedHighlighter } from "../markdown/highlight.ts";
import type { ArticleLink } from "../markdown/links.ts";
import { createPipeline, type Pipeline, type Rendering } from "../markdown/pipeline.ts";
import type { Provenance } from "../markdown/provenance.ts";
import { type Diagnostic, Diagnostics, type Finding, type Span } from "../messages/diagnostic.ts";
import type { Rules } from "../messages/rules.ts";
import type { SearchCache } from "../search/site-index.ts";
import type { Host, Use } from "../shortcodes/types.ts";
import { linksParts, sourceLink } from "../site/edit-link.ts";
import {
  PLACEHOLDER_DATA,
  type PlaceholderNote,
  readPlaceholderNotes,
} from "../site/placeholders.ts";
import { loadSite, reloadSite, type Site } from "../site/site.ts";
import type { Article, Page } from "../site/types.ts";
import { ChangedPaths } from "../text/changed-paths.ts";
import { Source } from "../text/source.ts";
import { during } from "../timing/recorder.ts";
import { beginStep, pageDone } from "../timing/steps.ts";
import { engineVersion } from "./engine-version.ts";
import { createHost, Definitions } from "./host.ts";
import { type ChangeDates, changeDates, lastChanged } from "./last-changed.ts";
import { linkContext } from "./link-context.ts";
import { outputOf, type Target } from "./outputs.ts";
import { PageCache } from "./page-cache.ts";
import { PageMemory } from "./page-memory.ts";
import { type FullPage, RenderedPages, type Renderer } from "./rendered-pages.ts";
import { SiteFiles } from "./site-files.ts";
import type { Answerer } from "./trace.ts";
import { unusedFindings } from "./unused-findings.ts";

/** A page that no reader sees. */
interface HiddenPage extends FullPage {
  readonly ids: ReadonlySet<string>;
}

export interface ProjectOptions {
  /** Where pages are kept from one build to the next. */
  readonly cache?: Store | undefined;
  /** Only articles are kept, no trees: they are most of the memory that a site takes. */
  readonly isBuild?: boolean;
  /** Articles are for authors: failed calls leave a box, included blocks say where they come from. */
  readonly isDev?: boolean;
}

/** What `renderFile` gives. */
export interface RenderedFile {
  readonly output: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a project is made of. */
interface ProjectParts {
  readonly site: Site;
  readonly data: DataStore;
  readonly files: SiteFiles;
  readonly pipeline: Pipeline;
  readonly memory: PageMemory;
}

export class Project {
  readonly site: Site;
  readonly data: DataStore;
  readonly #files: SiteFiles;
  readonly #definitions: Definitions;
  readonly #pipeline: Pipeline;
  readonly #pages: RenderedPages;
  readonly #memory: PageMemory;
  readonly #excuses = new Excuses();
  readonly #rules: Rules;
  readonly #diagnostics: Diagnostics;
  #dates: ChangeDates | undefined;
  #all: Promise<void> | undefined;
  #isRendered = false;
  #told: Diagnostic[] | undefined;
  /** Pages that no reader sees, once they were looked at. */
  #hidden: ReadonlyMap<string, HiddenPage> = new Map();
  #hasAsked = false;
  /** Links of texts that no page shows. */
  readonly #lone: ArticleLink[] = [];
  readonly #notes: ReadonlyMap<string, PlaceholderNote>;

  /** How it was opened. */
  readonly options: ProjectOptions;
  readonly #isDev: boolean;

  private constructor(parts: ProjectParts, options: ProjectOptions) {
    const { cache, isBuild = false, isDev = false } = options;
    const { site, data, files, pipeline, memory } = parts;
    this.site = site;
    this.options = options;
    this.#memory = memory;
    this.#isDev = isDev;
    this.data = data;
    this.#pipeline = pipeline;
    this.#rules = {
      levels: site.settings.diagnostics,
      isExcused: (finding) => this.#excuses.isExcused(finding),
    };
    this.#diagnostics = new Diagnostics(this.#rules);
    this.#files = files;
    this.#definitions = new Definitions(this.#files);
    this.#notes = this.#readNotes();
    const kind = isDev ? "for authors" : "for readers";
    const notes = JSON.stringify([...this.#notes]);
    const pageCache = cache && new PageCache({ store: cache, memory, site }, kind, notes);
    const renderer: Renderer = {
      site,
      answerer: (page) => this.#answerer(page),
      render: (...text) => this.render(...text),
    };
    this.#pages = new RenderedPages(renderer, this.#diagnostics, { cache: pageCache, isBuild });
  }

  /** Reads the site at `root` (absolute). What is wrong with it is told by `diagnostics()`. */
  static async open(root: string, options: ProjectOptions = {}): Promise<Project> {
    const data = during("read", () => createDataStore(root));
    const site = during("read", () => loadSite(root));
    const pipeline = pipelineOf(site);
    const files = new SiteFiles(site.root);
    return new Project({ site, data, files, pipeline, memory: new PageMemory() }, options);
  }

  /**
   * The same site as it is now. `changed` names what may have changed since this project was
   * opened: files, or folders with all below them, by their paths from the site's root. Only
   * that is read again; all else is shared, the pages that it leaves as they are too. Without
   * it, everything is read.
   */
  reopened(changed: Iterable<string> = [""]): Project {
    const paths = new ChangedPaths(changed);
    const site = during("read", () => reloadSite(this.site, paths));
    const data = during("read", () => this.data.reopened(paths));
    const isSameParser = site.settings.parser === this.site.settings.parser;
    const pipeline = isSameParser ? this.#pipeline : pipelineOf(site);
    const files = this.#files.reopened(paths);
    return new Project({ site, data, files, pipeline, memory: this.#memory }, this.options);
  }

  /** The pages that get a file. */
  get publishedPages(): readonly Page[] {
    return this.site.pages.filter((page) => page.isPublished);
  }

  /**
   * Makes every page's article and checks the links between them. After each page other
   * work has its turn: the index takes the pages that are ready. Done once. Once `signal` is
   * aborted, what is left is left undone.
   */
  renderAll(signal?: AbortSignal): Promise<void> {
    this.#all ??= this.#renderEach(signal);
    return this.#all;
  }

  /** Whether all pages are made, and the links between them checked. */
  get isRendered(): boolean {
    return this.#isRendered;
  }

  /** Where the parts of the search index are kept, if anything is. */
  get searchCache(): SearchCache | undefined {
    const { cache } = this.options;
    return cache && { folder: cache.folder, version: engineVersion() };
  }

  async #renderEach(signal?: AbortSignal): Promise<void> {
    beginStep("Rendering pages", this.publishedPages.length);
    for (const page of this.publishedPages) {
      if (signal?.aborted) return;
      this.article(page);
      pageDone();
      await setImmediate();
    }
    during("resolve", () => this.#checkLinks());
    this.#isRendered = true;
  }

  /** Links between pages: they need all pages. */
  #checkLinks(): void {
    const idsOf = (url: string): ReadonlySet<string> | undefined =>
      this.#pages.at(url)?.article.ids;
    for (const page of this.publishedPages) {
      if (!hasDeadAnchor(this.#pages.get(page).anchors, idsOf)) continue;
      for (const finding of checkAnchors(this.#pages.full(page).links, idsOf))
        this.#diagnostics.add(finding);
    }
    for (const finding of checkLists(this.site)) this.#diagnostics.add(finding);
    for (const finding of checkPageImages(this.site)) this.#diagnostics.add(finding);
    for (const finding of checkShownLinks(this.site, idsOf)) this.#diagnostics.add(finding);
  }

  /** Checks what no page shows: pages that get no file, entries and partials that nobody calls. */
  checkUnused(): void {
    const hidden = this.#renderHidden();
    this.#hidden = hidden;
    const idsOf: IdsOf = (url) => this.#pages.at(url)?.article.ids ?? hidden.get(url)?.ids;
    for (const { links } of hidden.values())
      for (const finding of checkAnchors(links, idsOf)) this.#diagnostics.add(finding);
    const uses = [...this.uses(), ...[...hidden.values()].flatMap((page) => page.uses)];
    const findings = unusedFindings({
      site: this.site,
      data: this.data,
      files: this.#files,
      trees: [
        ...this.publishedPages.map((page) => this.tree(page)),
        ...[...hidden.values()].map(({ tree }) => tree),
      ],
      used: new Set(uses.map(({ target }) => target)),
      texts: this.#sources().map(({ text }) => text),
    });
    for (const finding of findings) this.#diagnostics.add(finding);
    this.#checkAlone(new Set(uses.map(({ target }) => target)), idsOf);
  }

  /** The texts that no page shows, each by itself. */
  #checkAlone(used: ReadonlySet<string>, idsOf: IdsOf): void {
    const partials = [...this.partials()].filter(
      ([, { path }]) => path.endsWith(".md") && !used.has(path),
    );
    const calls = [
      ...unusedEntries(this.data.allEntries(), used).flatMap(callsOfEntry),
      ...partials.flatMap(([name, source]) => callsOfPartial(name, source)),
    ];
    for (const source of calls) {
      const links: ArticleLink[] = [];
      const { diagnostics } = this.#rendered(source, undefined, links, { isTreeOnly: true });
      this.#diagnostics.addAll(ownFaults(diagnostics));
      const own = ownLinks(links);
      this.#lone.push(...own);
      for (const finding of checkAnchors(own, idsOf)) this.#diagnostics.add(finding);
    }
  }

  /** The links that lead to other hosts, of all pages that were looked at, settings and front matter. */
  externalLinks(): ExternalLink[] {
    const pages = [...this.publishedPages.map((page) => this.#pages.full(page))];
    const links = [...pages, ...this.#hidden.values()].flatMap((page) => page.links);
    return [...links, ...this.#lone, ...shownAddresses(this.site)].filter(({ url }) =>
      isExternal(url),
    );
  }

  /** Takes what links to other hosts came to; `isOnline`: excuses of that have had their chance. */
  addExternal({ findings, isOnline }: Pick<ExternalResult, "findings" | "isOnline">): void {
    for (const finding of findings) this.#diagnostics.add(finding);
    this.#hasAsked = isOnline;
  }

  /**
   * Makes one page's article and checks it and its links, without the other pages; those that
   * its links name ids of are made too. For an editor, which asks while the page is written.
   */
  checkPage(page: Page): void {
    if (page.source !== undefined && !page.isPublished) {
      this.#diagnostics.addAll(this.render(page.source, page).diagnostics);
      return;
    }
    const idsOf = (url: string): ReadonlySet<string> | undefined => {
      const target = this.site.byUrl.get(url);
      return target && this.article(target).ids;
    };
    for (const finding of checkAnchors(this.#pages.full(page).links, idsOf))
      this.#diagnostics.add(finding);
  }

  /**
   * What is wrong with a text that stands in place of a page's own, as far as the page itself
   * tells. Nothing of the project changes: for an editor, at each keystroke.
   */
  checkText(source: Source, page: Page): Finding[] {
    const links: ArticleLink[] = [];
    const { article, diagnostics } = this.render(source, page, links);
    if (!page.isPublished) return [...diagnostics];
    const idsOf = (url: string): ReadonlySet<string> | undefined => {
      const target = this.site.byUrl.get(url);
      return target?.path === page.path ? article.ids : target && this.article(target).ids;
    };
    return [...diagnostics, ...checkAnchors(links, idsOf)];
  }

  /** Findings under the rules of the site and the excuses in `source`, apart from all others. */
  judge(findings: Iterable<Finding>, source: Source): Diagnostic[] {
    const excuses = new Excuses();
    const found = new Diagnostics({
      levels: this.#rules.levels,
      isExcused: (finding) => excuses.isExcused(finding),
    });
    for (const finding of [...findings, ...excuses.problems(source)]) found.add(finding);
    return found.list();
  }

  /** The pages that get no file, and those that are not built. */
  #renderHidden(): Map<string, HiddenPage> {
    const withoutFile = this.site.allPages.filter(({ isPublished }) => !isPublished);
    const seen = new Set<string>();
    // Of pages at one address, the first was made.
    const second = this.publishedPages.filter(({ url }) => seen.size === seen.add(url).size);
    const pages = [...withoutFile, ...second, ...this.site.left.map(({ page }) => page)];
    return new Map(
      pages.flatMap((page): [string, HiddenPage][] => {
        if (page.source === undefined) return [];
        const links: ArticleLink[] = [];
        const { tree, article, uses, diagnostics } = this.render(page.source, page, links);
        this.#diagnostics.addAll(diagnostics);
        return [[page.url, { tree, links, uses, ids: article.ids }]];
      }),
    );
  }

  /** A page's article; rendered once. */
  article(page: Page): Article {
    return this.#pages.get(page).article;
  }

  /** A page's resolved tree, of which its article was made. Nobody changes it. */
  tree(page: Page): Root {
    return this.#pages.full(page).tree;
  }

  /** What a page used, with the places that asked for it. */
  usesOf(page: Page): readonly Use[] {
    return this.#pages.full(page).uses;
  }

  /** A page's article as Markdown, for its twin. */
  markdown(page: Page): string {
    return this.#pages.markdown(page);
  }

  #answerer(page: Page): Answerer {
    const links = linkContext(this.site, page, []);
    return {
      host: this.host(page),
      links,
      files: this.#files,
      hasPlaces: this.#isDev || this.site.settings.edit !== undefined,
    };
  }

  /** When a page was changed last, as far as front matter or git says. */
  lastChanged(page: Page): Date | undefined {
    const { root, settings } = this.site;
    this.#dates ??= settings.enableGitInfo ? changeDates(root) : new Map();
    return lastChanged(page, this.article(page).uses, this.#dates);
  }

  /** One file's article in some form; a page of the site, or any Markdown file. */
  async renderFile(path: string, to: Target): Promise<RenderedFile> {
    const name = relative(this.site.root, path).split(sep).join("/");
    const page = this.site.allPages.find((candidate) => candidate.path === name);
    const source = page?.source ?? new Source(name, readFileSync(path, "utf8"));
    const rendering = this.render(source, page);
    const output = outputOf(rendering, source, to, this.#definitions);
    const diagnostics = new Diagnostics(this.#rules);
    diagnostics.addAll(rendering.diagnostics);
    diagnostics.addAll(this.data.diagnostics());
    return { output, diagnostics: diagnostics.list() };
  }

  /** Takes what an earlier build of the same files told, in place of all that is found. */
  takeDiagnostics(told: Diagnostic[]): void {
    this.#told = told;
  }

  /** Everything found so far; `allData`: unused data files are checked too. */
  diagnostics(options: { readonly allData?: boolean } = {}): Diagnostic[] {
    if (this.#told !== undefined) return this.#told;
    const all = new Diagnostics(this.#rules);
    all.addAll(this.site.diagnostics);
    all.addAll(this.#dataDiagnostics(options.allData ?? false));
    all.addAll(this.#diagnostics.list());
    const isChecked = (id: string): boolean => this.#hasAsked || !id.startsWith("external-");
    for (const source of this.#sources()) {
      for (const problem of this.#excuses.problems(source)) all.add(problem);
      if (options.allData !== true) continue;
      for (const unused of this.#excuses.unused(source, isChecked)) all.add(unused);
    }
    const list = all.list();
    const unread = new Set(
      list.filter(({ id }) => id === "content-encoding").map(({ span }) => span.source.path),
    );
    // What was lost as a file was read is no fault of its text.
    return list.filter(({ id, span }) => id !== "text-encoding" || !unread.has(span.source.path));
  }

  /** The files that were read, with comments that may excuse something. */
  #sources(): Source[] {
    return [
      ...this.site.allPages.flatMap(({ source }) => source ?? []),
      ...this.site.left.flatMap(({ page: { source } }) => source ?? []),
      ...this.data.sources(),
      ...this.#files.sources(),
      ...this.site.reads.configuration.sources,
    ];
  }

  get hasErrors(): boolean {
    return this.diagnostics().some(({ level }) => level === "error");
  }

  /** What all rendered pages used. */
  *uses(): Generator<Use> {
    for (const page of this.publishedPages)
      if (this.#pages.at(page.url) !== undefined) yield* this.usesOf(page);
  }

  /** What `data/placeholders.yml` says, by name. */
  get placeholderNotes(): ReadonlyMap<string, PlaceholderNote> {
    return this.#notes;
  }

  /** The partials by the names that call them. */
  partials(): Map<string, Source> {
    const named = [...this.#files.partialNames()].map(
      (name) => [name, this.#files.partial(name)?.source] as const,
    );
    return new Map(named.filter((pair): pair is [string, Source] => pair[1] !== undefined));
  }

  /** A text file of the site by its path from the root; undefined if there is none. */
  textFile(path: string): Source | undefined {
    const found = this.#files.include(path);
    return found.ok ? found.value : undefined;
  }

  /** Where something that a page used is written: its file, and an entry's place in that. */
  placeOf({ kind, target }: Pick<Use, "kind" | "target">): Span | undefined {
    const [file = "", name] = target.split(/#(.*)/s);
    if (kind === "entry" && name !== undefined) {
      const found = this.data.entry(file.slice(file.indexOf("/") + 1), name);
      if (found.ok) return { source: found.value.entry.source, ...found.value.entry.range };
      return this.#notes.get(name)?.span;
    }
    const data = this.data.files().find(({ path }) => path === file);
    const source = data?.source ?? this.textFile(file);
    return source && { source, start: 0, end: 0 };
  }

  /** The line that something begins at which a page used. */
  lineOf(use: Pick<Use, "kind" | "target">): number | undefined {
    const place = this.placeOf(use);
    return place?.source.placeAt(place.start).line;
  }

  /** What answers the shortcodes of a page, or of a file that is none. */
  host(page: Page | undefined): Host {
    const parts = {
      site: this.site,
      data: this.data,
      files: this.#files,
      isDev: this.#isDev,
    };
    return createHost(parts, this.#definitions, page);
  }

  /** The paths of partials and included files that were read. */
  textPaths(): string[] {
    return this.#files.sources().map(({ path }) => path);
  }

  /** The paths that includes can name, for editors. */
  includePaths(): string[] {
    return this.#files.includePaths();
  }

  /** A text as the site would show it, as one of its pages or as none; links go to `links`. */
  render(source: Source, page?: Page, links: ArticleLink[] = [], answerer?: Answerer): Rendering {
    return this.#rendered(source, page, links, { answerer });
  }

  #rendered(
    source: Source,
    page: Page | undefined,
    links: ArticleLink[],
    { answerer, isTreeOnly = false }: { answerer?: Answerer | undefined; isTreeOnly?: boolean },
  ): Rendering {
    const rendering = this.#pipeline({
      source,
      host: answerer?.host ?? this.host(page),
      isTreeOnly,
      shownTitle: page?.frontMatter.title === undefined ? page?.title : undefined,
      links: { ...linkContext(this.site, page, links), ...answerer?.links },
      provenance: this.#provenance(page),
      placeholders: {
        isOn: page?.frontMatter.placeholders ?? this.site.settings.placeholders,
        notes: this.#notes,
      },
    });
    const isPage = page !== undefined;
    return { ...rendering, diagnostics: checkPage({ ...rendering, source, isPage }) };
  }

  /** Authors see where blocks come from; readers get links there, where the settings have them. */
  #provenance(page: Page | undefined): Provenance | undefined {
    const { settings } = this.site;
    const { edit } = settings;
    const hasLinks = edit !== undefined && page !== undefined && linksParts(page, settings);
    if (!this.#isDev && !hasLinks) return undefined;
    return {
      placeOf: (use) => this.placeOf(use),
      isShown: this.#isDev,
      linkTo: hasLinks ? (path, line) => sourceLink(edit, path, line) : undefined,
    };
  }

  #readNotes(): ReadonlyMap<string, PlaceholderNote> {
    const found = this.data.file(PLACEHOLDER_DATA);
    if (!found.ok) return new Map();
    return readPlaceholderNotes(found.value, (finding) => this.#diagnostics.add(finding));
  }

  #dataDiagnostics(isAll: boolean): Diagnostic[] {
    if (isAll) this.data.checkAll();
    return this.data.diagnostics();
  }
}

function pipelineOf({ settings }: Site): Pipeline {
  return createPipeline({ parser: settings.parser, highlighter: sharedHighlighter() });
}
