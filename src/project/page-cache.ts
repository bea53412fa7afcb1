/** Pages that were rendered before, by all that they were rendered from. */
import { digestOf } from "../cache/digest.ts";
import type { Store } from "../cache/store.ts";
import type { Site } from "../site/site.ts";
import type { Page } from "../site/types.ts";
import { engineVersion } from "./engine-version.ts";
import type { PageRecord } from "./page-record.ts";
import { type Answerer, isStillTrue, type Trace } from "./trace.ts";

interface Entry {
  readonly trace: Trace;
  readonly record: PageRecord;
}

export class PageCache {
  readonly #store: Store;
  /** What all pages of the site depend on without asking. */
  readonly #common: string;

  /** `extra`: what else pages depend on without asking. */
  constructor(store: Store, { settings }: Site, ...extra: readonly string[]) {
    this.#store = store;
    const { parser, baseURL, base, placeholders } = settings;
    const own = [parser, String(baseURL), base, String(placeholders)];
    this.#common = digestOf("page", engineVersion(), ...own, ...extra);
  }

  /** A page as it was rendered before, if its text and all answers to its questions are the same. */
  recall(page: Page, answerer: Answerer): PageRecord | undefined {
    const bytes = this.#store.get(this.#key(page));
    if (bytes === undefined) return undefined;
    const { trace, record } = JSON.parse(bytes.toString("utf8")) as Entry;
    return isStillTrue(trace, answerer) ? record : undefined;
  }

  /** Keeps a page; one with diagnostics is not to be kept, for they have places. */
  keep(page: Page, trace: Trace, record: PageRecord): void {
    const entry: Entry = { trace, record };
    this.#store.put(this.#key(page), JSON.stringify(entry));
  }

  #key({ path, url, source, title, frontMatter }: Page): string {
    const { placeholders } = frontMatter;
    const rest = [path, url, title, String(frontMatter.title), String(placeholders)];
    return digestOf(this.#common, source?.text ?? "", ...rest);
  }
}
