/** What the files of a site need of the content security policy, as they are written. */
import { type Need, needsOfCss, needsOfHtml } from "../outputs/inline.ts";

/** Needs of files by their paths within the site; many files need the same. */
export class FoundNeeds {
  readonly #needs = new Map<string, Need>();
  readonly #files = new Set<string>();

  /** All needs, each once. */
  list(): Iterable<Need> {
    return this.#needs.values();
  }

  /** Whether a file's needs are known. */
  has(path: string): boolean {
    return this.#files.has(path);
  }

  addHtml(path: string, html: string): void {
    this.add(path, needsOfHtml(html));
  }

  addCss(path: string, css: string): void {
    this.add(path, needsOfCss(css));
  }

  /** Adds what a file is known to need. */
  add(path: string, needs: Iterable<Need>): void {
    this.#files.add(path);
    for (const need of needs) this.#needs.set(JSON.stringify(need), need);
  }
}
