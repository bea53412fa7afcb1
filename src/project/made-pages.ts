/**
 * The HTML of pages that the last build into a folder made. A page whose layout is given the
 * same values has the same HTML: its file is taken over, and the page is not laid out again.
 */
import { relative } from "node:path";
import { digestOf } from "../cache/digest.ts";
import type { Store } from "../cache/store.ts";
import type { Need } from "../outputs/inline.ts";
import { printedPages } from "../print/views.ts";
import { articleBytes } from "../site/article.ts";
import type { Page } from "../site/types.ts";
import { engineVersion } from "./engine-version.ts";
import type { OutputFolder } from "./output-folder.ts";
import type { ContentAddress } from "./page-addresses.ts";
import { type PageFrame, pageFrame } from "./page-entry.ts";
import type { Project } from "./project.ts";

/** A page that was made. */
interface MadePage {
  /** Of all that its layout was given. */
  readonly key: string;
  /** Of its file; see `OutputFolder.keep`. */
  readonly digest: string;
  readonly stamp: string;
  /** What it needs of the content security policy. */
  readonly needs: readonly Need[];
}

export class MadePages {
  readonly #project: Project;
  readonly #output: OutputFolder;
  readonly #cache: Store;
  readonly #note: string;
  readonly #before: ReadonlyMap<string, MadePage>;
  readonly #now = new Map<string, MadePage>();
  readonly #keys = new Map<Page, string>();
  readonly #needs = new Map<string, Need>();
  /** What was shown around the page that was asked for last. */
  #frame: { readonly page: Page; readonly frame: PageFrame } | undefined;

  /** `out`: the folder that the output comes to stand at. */
  constructor(project: Project, output: OutputFolder, out: string, cache: Store) {
    this.#project = project;
    this.#output = output;
    this.#cache = cache;
    this.#note = digestOf("made pages", engineVersion(), relative(project.site.root, out));
    const bytes = cache.get(this.#note);
    this.#before = new Map(bytes && (JSON.parse(bytes.toString("utf8")) as [string, MadePage][]));
  }

  /** The digest of all that the layout at an address is given; undefined for those that ask for more. */
  keyOf({ kind, url, printed }: ContentAddress): string | undefined {
    const { site } = this.#project;
    const page = site.byUrl.get(url);
    if (page === undefined) return undefined;
    if (kind === "page") return page.kind === "home" ? undefined : this.#keyOfPage(page);
    if (kind !== "print") return undefined;
    const keys = printedPages(site, page).map((each) => this.#keyOfPage(each));
    return digestOf("print", String(printed), String(site.settings.baseURL), ...keys);
  }

  /** The digest of a page's article and of all that is shown around it. */
  #keyOfPage(page: Page): string {
    const known = this.#keys.get(page);
    if (known !== undefined) return known;
    const frame = JSON.stringify(this.frameOf(page));
    const key = digestOf(articleBytes(this.#project.article(page)), frame);
    this.#keys.set(page, key);
    return key;
  }

  /** What is shown around a page: made once for its key and its layout. */
  frameOf(page: Page): PageFrame {
    if (this.#frame?.page !== page) this.#frame = { page, frame: pageFrame(this.#project, page) };
    return this.#frame.frame;
  }

  /** Takes over a page's file from the last output; gives its needs, or undefined if it has to be made. */
  takeOver(path: string, key: string): readonly Need[] | undefined {
    const made = this.#before.get(path);
    if (made?.key !== key || !this.#output.keep(path, made.digest, made.stamp)) return undefined;
    this.#now.set(path, { ...made, stamp: this.#output.stampOf(path) });
    return made.needs;
  }

  /** Notes a page that was made and written. */
  add(path: string, key: string, needs: readonly Need[]): void {
    const digest = this.#output.digests.get(path);
    if (digest === undefined) return;
    const stamp = this.#output.stampOf(path);
    const shared = needs.map((need) => this.#shared(need));
    this.#now.set(path, { key, digest, stamp, needs: shared });
  }

  /** The same need as one object: as it was found, it holds the whole HTML in memory. */
  #shared(need: Need): Need {
    const json = JSON.stringify(need);
    const known = this.#needs.get(json) ?? (JSON.parse(json) as Need);
    this.#needs.set(json, known);
    return known;
  }

  /** Keeps what is known for the next build. */
  keep(): void {
    this.#cache.put(this.#note, JSON.stringify([...this.#now]));
  }
}
