/**
 * A site that is open for building: its pages, its data, and the pipeline that
 * makes articles of them. The one place that knows all parts.
 */
import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Store } from "../cache/store.ts";
import type { ExternalResult } from "../checks/external/check.ts";
import { checkLists } from "../checks/lists.ts";
import { checkPageImages } from "../checks/page-images.ts";
import { createDataStore, type DataStore } from "../data/store.ts";
import { PLAIN_HIGHLIGHTER, sharedHighlighter } from "../markdown/highlight.ts";
import type { ArticleLink } from "../markdown/links.ts";
import { createPipeline, type Pipeline, type Rendering } from "../markdown/pipeline.ts";
import type { Diagnostic, Finding } from "../messages/diagnostic.ts";
import type { Need } from "../outputs/inline.ts";
import type { SearchCache } from "../search/site-index.ts";
import type { Host } from "../shortcodes/types.ts";
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
import { ChangeTimes } from "./change-times.ts";
import { engineVersion } from "./engine-version.ts";
import { Definitions } from "./host.ts";
import { outputOf, type Target } from "./outputs.ts";
import { PageCache } from "./page-cache.ts";
import { PageMemory } from "./page-memory.ts";
import { ProjectLinks } from "./project-links.ts";
import { ProjectUses } from "./project-uses.ts";
import { RenderedPages } from "./rendered-pages.ts";
import { SiteFiles } from "./site-files.ts";
import { SiteFindings } from "./site-findings.ts";
import { SiteRenderer } from "./site-renderer.ts";
import { SiteTexts } from "./site-texts.ts";
import { UnseenTexts } from "./unseen-texts.ts";

export interface ProjectOptions {
  /** Where pages are kept from one build to the next. */
  readonly cache?: Store | undefined;
  /** Only articles are kept, no trees: they are most of the memory that a site takes. */
  readonly isBuild?: boolean;
  /** Articles are for authors: failed calls leave a box, included blocks say where they come from. */
  readonly isDev?: boolean;
  /** Nobody reads the articles: only what is wrong is asked for. */
  readonly isCheck?: boolean;
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
  readonly times: ChangeTimes;
}

export class Project {
  readonly site: Site;
  readonly data: DataStore;
  /** The texts that are no pages. */
  readonly texts: SiteTexts;
  /** The pages that get a file. */
  readonly publishedPages: readonly Page[];
  /** Where pages and other texts lead. */
  readonly links: ProjectLinks;
  /** What pages show of snippets, partials and files. */
  readonly uses: ProjectUses;
  readonly #files: SiteFiles;
  readonly #definitions: Definitions;
  readonly #pipeline: Pipeline;
  readonly #pages: RenderedPages;
  readonly #memory: PageMemory;
  readonly #findings: SiteFindings;
  readonly #unseen: UnseenTexts;
  readonly #renderer: SiteRenderer;
  readonly #times: ChangeTimes;
  #all: Promise<void> | undefined;
  #isRendered = false;
  readonly #notes: ReadonlyMap<string, PlaceholderNote>;

  /** How it was opened. */
  readonly options: ProjectOptions;

  private constructor(parts: ProjectParts, options: ProjectOptions) {
    const { cache, isBuild = false, isDev = false } = options;
    const { site, data, files, pipeline, memory, times } = parts;
    this.site = site;
    this.options = options;
    this.#memory = memory;
    this.#times = times;
    this.data = data;
    this.#pipeline = pipeline;
    this.#findings = new SiteFindings(site.settings.diagnostics);
    this.#files = files;
    this.#definitions = new Definitions(this.#files);
    this.#notes = this.#readNotes();
    const kind = isDev ? "for authors" : "for readers";
    const own = [kind, JSON.stringify([...this.#notes])];
    const pageCache = cache && new PageCache({ store: cache, memory, site }, ...own);
    const [definitions, notes] = [this.#definitions, this.#notes];
    const renderer = new SiteRenderer({ site, data, files, definitions, pipeline, notes, isDev });
    const { found } = this.#findings;
    this.#renderer = renderer;
    const texts = new SiteTexts(files, renderer);
    const pages = new RenderedPages(renderer, found, { cache: pageCache, isBuild });
    const unseen = new UnseenTexts({ site, data, files, renderer }, found);
    const published = site.pages.filter((page) => page.isPublished);
    this.texts = texts;
    this.#pages = pages;
    this.#unseen = unseen;
    this.publishedPages = published;
    this.links = new ProjectLinks({ site, published, pages, texts, unseen, renderer });
    this.uses = new ProjectUses(published, pages);
  }

  /** Reads the site at `root` (absolute). What is wrong with it is told by `diagnostics()`. */
  static async open(root: string, options: ProjectOptions = {}): Promise<Project> {
    const data = during("read", () => createDataStore(root));
    const site = during("read", () => loadSite(root));
    const pipeline = pipelineOf(site, options);
    const files = new SiteFiles(site.root);
    const memory = new PageMemory(options.isBuild !== true);
    const times = new ChangeTimes(site);
    return new Project({ site, data, files, pipeline, memory, times }, options);
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
    const pipeline = isSameParser ? this.#pipeline : pipelineOf(site, this.options);
    const files = this.#files.reopened(paths);
    const { options } = this;
    const times = new ChangeTimes(site, this.#times);
    const memory = this.#memory;
    return new Project({ site, data, files, pipeline, memory, times }, options);
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
    during("resolve", () => this.#checkTogether());
    this.#isRendered = true;
  }

  /** What pages show of each other: it needs all of them. */
  #checkTogether(): void {
    const { found } = this.#findings;
    found.addAll(checkLists(this.site));
    found.addAll(checkPageImages(this.site));
    found.addAll(this.links.faults());
  }

  /** Checks what no page shows: pages that get no file, entries and partials that nobody calls. */
  checkUnused(): void {
    this.#unseen.check({
      pages: this.publishedPages,
      trees: this.publishedPages.map((page) => this.#pages.full(page).tree),
      uses: [...this.uses.all()],
      idsOf: this.links.idsOf,
      partials: this.texts.partials(),
      texts: this.#sources().map(({ text }) => text),
    });
  }

  /** Takes what links to other hosts came to. */
  addExternal({ findings, isOnline }: Pick<ExternalResult, "findings" | "isOnline">): void {
    this.#findings.addExternal(findings, isOnline);
  }

  /**
   * Makes one page's article and checks it and its links, without the other pages; those that
   * its links name ids of are made too. For an editor, which asks while the page is written.
   */
  checkPage(page: Page): void {
    const isHidden = page.source !== undefined && !page.isPublished;
    this.#findings.found.addAll(
      isHidden ? this.render(page.source, page).diagnostics : this.links.faultsOf(page),
    );
  }

  /** Findings under the rules of the site and the excuses in `source`, apart from all others. */
  judge(findings: Iterable<Finding>, source: Source): Diagnostic[] {
    return this.#findings.judgedAlone(findings, source);
  }

  /** A page's article; rendered once. */
  article(page: Page): Article {
    return this.#pages.get(page).article;
  }

  /** What a page's article needs of the content security policy. */
  needsOf(page: Page): readonly Need[] {
    return this.#pages.needs(page);
  }

  /** A page's article as Markdown, for its twin. */
  markdown(page: Page): string {
    return this.#pages.markdown(page);
  }

  /** When a page was changed last, as far as front matter or git says. */
  lastChanged(page: Page): Date | undefined {
    return this.#times.of(page, this.article(page).uses);
  }

  /** Asks git again, which a site that is reopened does not. */
  renewDates(): void {
    this.#times.renew();
  }

  /** One file's article in some form; a page of the site, or any Markdown file. */
  async renderFile(path: string, to: Target): Promise<RenderedFile> {
    const name = relative(this.site.root, path).split(sep).join("/");
    const page = this.site.allPages.find((candidate) => candidate.path === name);
    const source = page?.source ?? new Source(name, readFileSync(path, "utf8"));
    const rendering = this.render(source, page);
    const output = outputOf(rendering, source, to, this.#definitions);
    const found = [...rendering.diagnostics, ...this.data.diagnostics()];
    return { output, diagnostics: this.#findings.judged(found) };
  }

  /** Takes what an earlier build of the same files told, in place of all that is found. */
  takeDiagnostics(told: readonly Diagnostic[]): void {
    this.#findings.takeOver(told);
  }

  /** Everything found so far; `allData`: unused data files are checked too. */
  diagnostics({ allData = false }: { readonly allData?: boolean } = {}): Diagnostic[] {
    const others = (): Diagnostic[] => [
      ...this.site.diagnostics,
      ...this.#dataDiagnostics(allData),
    ];
    return this.#findings.list(others, () => this.#sources(), allData);
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

  /** What `data/placeholders.yml` says, by name. */
  get placeholderNotes(): ReadonlyMap<string, PlaceholderNote> {
    return this.#notes;
  }

  /** What answers the shortcodes of a page, or of a file that is none. */
  host(page: Page | undefined): Host {
    return this.#renderer.host(page);
  }

  /** A text as the site would show it, as one of its pages or as none; links go to `links`. */
  render(source: Source, page?: Page, links: ArticleLink[] = []): Rendering {
    return this.#renderer.render(source, page, links);
  }

  #readNotes(): ReadonlyMap<string, PlaceholderNote> {
    const found = this.data.file(PLACEHOLDER_DATA);
    if (!found.ok) return new Map();
    return readPlaceholderNotes(found.value, (finding) => this.#findings.found.add(finding));
  }

  #dataDiagnostics(isAll: boolean): Diagnostic[] {
    if (isAll) this.data.checkAll();
    return this.data.diagnostics();
  }
}

function pipelineOf({ settings }: Site, { isCheck = false }: ProjectOptions): Pipeline {
  const highlighter = isCheck ? PLAIN_HIGHLIGHTER : sharedHighlighter();
  return createPipeline({ parser: settings.parser, highlighter });
}
