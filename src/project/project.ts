/**
 * A site that is open for building: its pages, its data, and the pipeline that
 * makes articles of them. The one place that knows all parts.
 */

import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Root } from "mdast";
import { checkAnchors } from "../checks/anchors.ts";
import { checkLists } from "../checks/lists.ts";
import { checkPage } from "../checks/page.ts";
import { checkShownLinks } from "../checks/shown-links.ts";
import { createDataStore, type DataStore } from "../data/store.ts";
import { sharedHighlighter } from "../markdown/highlight.ts";
import type { ArticleLink } from "../markdown/links.ts";
import { createPipeline, type Pipeline, type Rendering } from "../markdown/pipeline.ts";
import { checkTabLabels } from "../markdown/tab-labels.ts";
import { type Diagnostic, Diagnostics } from "../messages/diagnostic.ts";
import type { Rules } from "../messages/rules.ts";
import { parseTemplate } from "../shortcodes/template.ts";
import type { Host, Use } from "../shortcodes/types.ts";
import {
  PLACEHOLDER_DATA,
  type PlaceholderNote,
  readPlaceholderNotes,
} from "../site/placeholders.ts";
import { loadSite, type Site } from "../site/site.ts";
import type { Article, Page } from "../site/types.ts";
import { splitFrontMatter } from "../text/front-matter.ts";
import { Source } from "../text/source.ts";
import { during, forPage } from "../timing/recorder.ts";
import { beginStep, pageDone } from "../timing/steps.ts";
import { createHost, Definitions } from "./host.ts";
import { type ChangeDates, changeDates, lastChanged } from "./last-changed.ts";
import { linkContext } from "./link-context.ts";
import { outputOf, type Target } from "./outputs.ts";
import { SiteFiles } from "./site-files.ts";

/** A page with its article. */
interface RenderedPage {
  readonly page: Page;
  readonly tree: Root;
  readonly article: Article;
  readonly links: readonly ArticleLink[];
}

/** What `renderFile` gives. */
export interface RenderedFile {
  readonly output: string;
  readonly diagnostics: readonly Diagnostic[];
}

const EMPTY_TREE: Root = { type: "root", children: [] };
const EMPTY_ARTICLE: Article = { html: "", toc: [], ids: new Set(), uses: [] };

export class Project {
  readonly site: Site;
  readonly data: DataStore;
  readonly #files: SiteFiles;
  readonly #definitions: Definitions;
  readonly #pipeline: Pipeline;
  readonly #rendered = new Map<string, RenderedPage>();
  readonly #rules: Rules;
  readonly #diagnostics: Diagnostics;
  #dates: ChangeDates | undefined;
  #all: Promise<void> | undefined;
  readonly #notes: ReadonlyMap<string, PlaceholderNote>;

  private constructor(site: Site, data: DataStore, pipeline: Pipeline) {
    this.site = site;
    this.data = data;
    this.#pipeline = pipeline;
    this.#rules = { levels: site.settings.diagnostics, isExcused: () => false };
    this.#diagnostics = new Diagnostics(this.#rules);
    this.#files = new SiteFiles(site.root);
    this.#definitions = new Definitions(this.#files);
    this.#notes = this.#readNotes();
  }

  /** Reads the site at `root` (absolute). What is wrong with it is told by `diagnostics()`. */
  static async open(root: string): Promise<Project> {
    const data = during("read", () => createDataStore(root));
    const site = during("read", () => loadSite(root));
    const highlighter = sharedHighlighter();
    const pipeline = createPipeline({ parser: site.settings.parser, highlighter });
    return new Project(site, data, pipeline);
  }

  /** The pages that get a file. */
  get publishedPages(): readonly Page[] {
    return this.site.pages.filter((page) => page.isPublished);
  }

  /**
   * Makes every page's article and checks the links between them. After each page other
   * work has its turn: the index takes the pages that are ready. Done once.
   */
  renderAll(): Promise<void> {
    this.#all ??= this.#renderEach();
    return this.#all;
  }

  async #renderEach(): Promise<void> {
    beginStep("Rendering pages", this.publishedPages.length);
    for (const page of this.publishedPages) {
      this.article(page);
      pageDone();
      await setImmediate();
    }
    during("resolve", () => this.#checkLinks());
  }

  /** Links between pages: they need all pages. */
  #checkLinks(): void {
    const idsOf = (url: string): ReadonlySet<string> | undefined =>
      this.#rendered.get(url)?.article.ids;
    for (const { links } of this.#rendered.values()) {
      for (const finding of checkAnchors(links, idsOf)) this.#diagnostics.add(finding);
    }
    for (const finding of checkLists(this.site)) this.#diagnostics.add(finding);
    for (const finding of checkShownLinks(this.site, idsOf)) this.#diagnostics.add(finding);
  }

  /** Checks what no page shows: pages that get no file, partials that nobody calls. */
  checkUnused(): void {
    const trees = this.publishedPages.map((page) => this.tree(page));
    for (const page of this.site.allPages) {
      if (page.isPublished || page.source === undefined) continue;
      const { tree, diagnostics } = this.render(page.source, page);
      trees.push(tree);
      this.#diagnostics.addAll(diagnostics);
    }
    for (const finding of checkTabLabels(this.site.settings.tabKeys, trees))
      this.#diagnostics.add(finding);
    const used = new Set([...this.uses()].map(({ target }) => target));
    for (const source of this.#files.markdownPartials()) {
      if (used.has(source.path)) continue;
      const { faults } = parseTemplate(source, splitFrontMatter(source).bodyStart);
      for (const { range, ...fault } of faults) {
        this.#diagnostics.add({ id: "template-action", ...fault, span: { source, ...range } });
      }
    }
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
    for (const finding of checkAnchors(this.#renderedPage(page).links, idsOf))
      this.#diagnostics.add(finding);
  }

  /** A page's article; rendered once. */
  article(page: Page): Article {
    return this.#renderedPage(page).article;
  }

  /** A page's resolved tree, of which its article was made. Nobody changes it. */
  tree(page: Page): Root {
    return this.#renderedPage(page).tree;
  }

  #renderedPage(page: Page): RenderedPage {
    const known = this.#rendered.get(page.url);
    if (known !== undefined) return known;
    const rendered = forPage(page.path, () => this.#renderPage(page));
    this.#rendered.set(page.url, rendered);
    return rendered;
  }

  #renderPage(page: Page): RenderedPage {
    const { source } = page;
    if (source === undefined) return { page, tree: EMPTY_TREE, article: EMPTY_ARTICLE, links: [] };
    const links: ArticleLink[] = [];
    const { article, tree, diagnostics } = this.render(source, page, links);
    this.#diagnostics.addAll(diagnostics);
    return { page, tree, article, links };
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

  /** Everything found so far; `allData`: unused data files are checked too. */
  diagnostics(options: { readonly allData?: boolean } = {}): Diagnostic[] {
    const all = new Diagnostics(this.#rules);
    all.addAll(this.site.diagnostics);
    all.addAll(this.#dataDiagnostics(options.allData ?? false));
    all.addAll(this.#diagnostics.list());
    return all.list();
  }

  get hasErrors(): boolean {
    return this.diagnostics().some(({ level }) => level === "error");
  }

  /** What all rendered pages used. */
  *uses(): Generator<Use> {
    for (const { article } of this.#rendered.values()) yield* article.uses;
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

  /** What answers the shortcodes of a page, or of a file that is none. */
  host(page: Page | undefined): Host {
    const parts = { site: this.site, data: this.data, files: this.#files };
    return createHost(parts, this.#definitions, page);
  }

  /** The paths that includes can name, for editors. */
  includePaths(): string[] {
    return this.#files.includePaths();
  }

  /** A text as the site would show it, as one of its pages or as none; links go to `links`. */
  render(source: Source, page?: Page, links: ArticleLink[] = []): Rendering {
    const rendering = this.#pipeline({
      source,
      host: this.host(page),
      shownTitle: page?.frontMatter.title === undefined ? page?.title : undefined,
      links: linkContext(this.site, page, links),
      placeholders: {
        isOn: page?.frontMatter.placeholders ?? this.site.settings.placeholders,
        notes: this.#notes,
      },
    });
    const isPage = page !== undefined;
    return { ...rendering, diagnostics: checkPage({ ...rendering, source, isPage }) };
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
