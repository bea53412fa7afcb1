/** What a process remembers of pages from one opening of a site to the next. */
import type { Site } from "../site/site.ts";
import type { Page } from "../site/types.ts";
import type { KeptFindings } from "./kept-findings.ts";
import type { PageRecord } from "./page-record.ts";
import type { Trace } from "./trace.ts";

/** A page as it is kept: what it asked, what came out, what was found. */
export interface PageEntry {
  readonly trace: Trace;
  readonly record: PageRecord;
  readonly found: KeptFindings;
}

/** An entry, and the site that it was true of last. */
interface Remembered {
  readonly key: string;
  readonly entry: PageEntry;
  readonly site: Site;
}

export class PageMemory {
  readonly #isLasting: boolean;
  readonly #entries = new Map<string, Remembered>();
  readonly #keys = new WeakMap<Page, { readonly common: string; readonly key: string }>();

  /** `isLasting`: the site is opened again; else pages are only held by those who made them. */
  constructor(isLasting: boolean) {
    this.#isLasting = isLasting;
  }

  /** What is remembered of the page at a path: the last that was made of it. */
  get(path: string, key: string): Remembered | undefined {
    const known = this.#entries.get(path);
    return known?.key === key ? known : undefined;
  }

  set(path: string, remembered: Remembered): void {
    if (this.#isLasting) this.#entries.set(path, remembered);
  }

  /** A page's key: pages that did not change are the same objects. */
  keyOf(page: Page, common: string, make: () => string): string {
    const known = this.#keys.get(page);
    if (known?.common === common) return known.key;
    const key = make();
    this.#keys.set(page, { common, key });
    return key;
  }
}
