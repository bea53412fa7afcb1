/**
 * A site while its files are edited. Each change gives a new project, which is cheap to open:
 * files are read, but pages are made on demand. Those that are open are made at once, all others
 * in a survey of the whole site, in the background.
 */
import { setImmediate } from "node:timers/promises";
import { type Diagnostic, placesOf } from "../messages/diagnostic.ts";
import { Project } from "../project/project.ts";
import type { Use } from "../shortcodes/types.ts";
import type { Page } from "../site/types.ts";
import { Source } from "../text/source.ts";
import { keyOf, type Survey, surveyedPage, surveyOf } from "./survey.ts";
import { findingsOfText } from "./text-check.ts";

/** Pages that are made again at once when a text changes that they include, or their own. */
const MAX_DEPENDENTS = 8;

export class SiteSession {
  /** The site's folder, absolute, without symbolic links. */
  readonly root: string;
  #opened: Promise<Project> | undefined;
  /** The project that was opened last. */
  #current: Project | undefined;
  /** Paths that changed since the project was opened. */
  readonly #sinceOpened = new Set<string>();
  #survey: Survey | undefined;
  /** Paths that changed since the survey, each with the number of its last change. */
  readonly #sinceSurvey = new Map<string, number>();
  #changes = 0;
  #surveying: { readonly stop: AbortController; readonly done: Promise<void> } | undefined;

  #isClosed = false;

  constructor(root: string) {
    this.root = root;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Nobody asks any more: what is under way is given up. */
  close(): void {
    this.#isClosed = true;
    this.#surveying?.stop.abort();
  }

  /** A number that grows with each change: what was begun before is out of date. */
  get changes(): number {
    return this.#changes;
  }

  /** Whether the whole site was looked at, or is being looked at. */
  get isSurveyed(): boolean {
    return this.#surveying !== undefined;
  }

  /** Where the manual is published; empty if nobody has said so. */
  get manual(): string {
    return this.#current?.site.settings.manual ?? "";
  }

  /** A file has another text, is new or gone; by its path from the site's root. */
  changed(path: string): void {
    this.#sinceOpened.add(path);
    this.#sinceSurvey.set(path, ++this.#changes);
  }

  /** Any file may have changed: the editor does not tell of what others do. */
  changedElsewhere(): void {
    this.#sinceOpened.add("");
  }

  /** The site as it is now. Only what has changed is read. */
  project(): Promise<Project> {
    if (this.#opened !== undefined && this.#sinceOpened.size === 0) return this.#opened;
    const changed = [...this.#sinceOpened];
    this.#sinceOpened.clear();
    this.#opened = this.#open(changed).catch((error: unknown) => {
      // A file that goes away while it is read: the next question reads everything.
      this.#sinceOpened.add("");
      throw error;
    });
    return this.#opened;
  }

  async #open(changed: readonly string[]): Promise<Project> {
    const before = this.#current;
    const project = before?.reopened(changed) ?? (await Project.open(this.root));
    this.#current = project;
    return project;
  }

  /** The site for a question about a text: as it is now, but perhaps for that text, if a page's. */
  projectFor(path: string): Promise<Project> {
    const isPage = isOfContent(path);
    const isOnlyThat = [...this.#sinceOpened].every((changed) => isPage && changed === path);
    return this.#opened !== undefined && isOnlyThat ? this.#opened : this.project();
  }

  /**
   * What is wrong with a page that is being typed in, at once: against the site as it was.
   * Undefined where more of the site may have changed.
   */
  diagnosticsOf(path: string, text: string): Diagnostic[] | undefined {
    const isOnlyThat = [...this.#sinceOpened].every((changed) => changed === path);
    if (this.#current === undefined || !isOnlyThat) return undefined;
    return findingsOfText(this.#current, new Source(path, text));
  }

  /** The first pages that use a file. */
  #usersOf(path: string): string[] {
    return [...(this.#survey?.pages ?? [])]
      .filter(([, { uses }]) => uses.some(({ target }) => fileOf(target) === path))
      .slice(0, MAX_DEPENDENTS)
      .map(([user]) => user);
  }

  /** The first pages with errors: they may have asked a file for what it lacked then. */
  #faultyPages(): string[] {
    const errors = (this.#survey?.ofPages ?? []).filter(({ level }) => level === "error");
    const owners = new Set(errors.flatMap(ownersOf));
    return [...owners].filter(isOfContent).slice(0, MAX_DEPENDENTS);
  }

  /** Everything that is known to be wrong, with `open` files checked anew; undefined if something changes meanwhile. */
  async diagnostics(open: readonly string[]): Promise<Diagnostic[] | undefined> {
    const { changes } = this;
    const project = await this.project();
    if (changes !== this.changes) return undefined;
    const made = new Set<string>();
    const closed = [...this.#sinceSurvey.keys()].slice(-MAX_DEPENDENTS);
    const paths = [...open, ...closed];
    const faulty = paths.every(isOfContent) ? [] : this.#faultyPages();
    for (const page of new Set(this.#pagesOf(project, [...paths, ...faulty]))) {
      project.checkPage(page);
      made.add(page.path);
      // Keystrokes come first.
      await setImmediate();
      if (changes !== this.changes) return undefined;
    }
    project.data.checkAll();
    // Whether an excuse still applies is known only when all pages were made: by the survey.
    const now = project.diagnostics();
    const { ofPages = [], acrossPages = [] } = this.#survey ?? {};
    const isFresh = (diagnostic: Diagnostic): boolean =>
      placesOf(diagnostic).every(({ source }) => !this.#sinceSurvey.has(source.path));
    const others = ofPages.filter((known) => isFresh(known) && !isMade(known, made));
    const all = [...others, ...acrossPages.filter(isFresh), ...now];
    // Levels are those of the site, so that nothing is counted anew here.
    return [...new Map(all.map((diagnostic) => [keyOf(diagnostic), diagnostic])).values()];
  }

  /** Open pages, and pages that use open files which are no pages. */
  #pagesOf(project: Project, open: readonly string[]): Page[] {
    const { allPages, left } = project.site;
    const drafts = left.map(({ page }) => ({ ...page, isPublished: false }));
    const byPath = new Map([...allPages, ...drafts].map((page) => [page.path, page]));
    const pages = open.flatMap((path) => byPath.get(path) ?? []);
    for (const path of open.filter((name) => !byPath.has(name))) {
      pages.push(...this.#usersOf(path).flatMap((user) => byPath.get(user) ?? []));
    }
    return pages;
  }

  /**
   * Whether the saved file leaves all other pages as they are: a page whose front matter and ids
   * are those that the survey saw. What is known of the page itself is brought up to date.
   */
  async isLocal(path: string): Promise<boolean> {
    const before = this.#survey?.pages.get(path);
    if (before === undefined) return false;
    const now = surveyedPage(await this.project(), path);
    if (now.outside !== before.outside) return false;
    this.#survey?.pages.set(path, now);
    return true;
  }

  /** Looks at the whole site; one look at a time, and a new one stops the one before. */
  survey(): Promise<void> {
    this.#surveying?.stop.abort();
    const stop = new AbortController();
    const done = this.#look(stop.signal);
    this.#surveying = { stop, done };
    return done;
  }

  async #look(stop: AbortSignal): Promise<void> {
    const seen = this.#changes;
    const survey = await surveyOf(await this.project(), stop);
    if (survey === undefined) return;
    this.#survey = survey;
    for (const [path, change] of this.#sinceSurvey)
      if (change <= seen) this.#sinceSurvey.delete(path);
  }

  /** What pages were seen to use, as far as the places are still the same. */
  seenUses(): Use[] {
    return [...(this.#survey?.pages.values() ?? [])]
      .flatMap(({ uses }) => uses)
      .filter(({ span }) => !this.#sinceSurvey.has(span.source.path));
  }

  /** The first pages that were seen to show a file which is no page. */
  seenPagesOf(project: Project, path: string): Page[] {
    return this.#pagesOf(project, [path]);
  }

  /** The first pages that show a file which was not seen on one. */
  async pagesShowing(path: string): Promise<Page[]> {
    const project = await this.project();
    const found: Page[] = [];
    for (const page of project.publishedPages) {
      if (found.length === MAX_DEPENDENTS) break;
      const { uses } = project.article(page);
      if (uses.some(({ target }) => fileOf(target) === path)) found.push(page);
      await setImmediate();
    }
    return found;
  }
}

/** The file of a use's target. */
export function fileOf(target: string): string {
  return target.split("#", 1)[0] ?? target;
}

function isOfContent(path: string): boolean {
  return path.startsWith("content/");
}

/** Whether all pages that show a fault were made anew, so that it is known anew, or gone. */
function isMade(diagnostic: Diagnostic, made: ReadonlySet<string>): boolean {
  return ownersOf(diagnostic).every((path) => made.has(path));
}

/** The files that show a fault: pages, or the file itself where no page leads there. */
function ownersOf({ span, pages }: Diagnostic): readonly string[] {
  return pages.length === 0 ? [span.source.path] : pages;
}
