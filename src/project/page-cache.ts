/** Pages that were rendered before, by all that they were rendered from. */
import { digestOf } from "../cache/digest.ts";
import type { Store } from "../cache/store.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import type { Site } from "../site/site.ts";
import type { Page } from "../site/types.ts";
import { engineVersion } from "./engine-version.ts";
import { CurrentTexts, type KeptFindings, packFindings, unpackFindings } from "./kept-findings.ts";
import type { PageRecord } from "./page-record.ts";
import { type Answerer, isStillTrue, type Trace } from "./trace.ts";

interface Entry {
  readonly trace: Trace;
  readonly record: PageRecord;
  readonly found: KeptFindings;
}

/** A page as it was kept, with what was found on it. */
export interface RecalledPage {
  readonly record: PageRecord;
  readonly findings: readonly Diagnostic[];
}

export class PageCache {
  readonly #store: Store;
  readonly #texts: CurrentTexts;
  /** What all pages of the site depend on without asking. */
  readonly #common: string;

  /** `extra`: what else pages depend on without asking. */
  constructor(store: Store, { root, settings }: Site, ...extra: readonly string[]) {
    this.#store = store;
    this.#texts = new CurrentTexts(root);
    const { parser, baseURL, base, placeholders, edit = "" } = settings;
    const own = [parser, String(baseURL), base, String(placeholders), edit];
    this.#common = digestOf("page", engineVersion(), ...own, ...extra);
  }

  /**
   * A page as it was rendered before, if its text and all answers to its questions are the
   * same, and what was found on it stands where it stood.
   */
  recall(page: Page, answerer: Answerer): RecalledPage | undefined {
    const bytes = this.#store.get(this.#key(page));
    if (bytes === undefined) return undefined;
    const { trace, record, found } = JSON.parse(bytes.toString("utf8")) as Entry;
    if (!isStillTrue(trace, answerer)) return undefined;
    const findings = unpackFindings(found, this.#texts);
    return findings && { record, findings };
  }

  /** Keeps a page. */
  keep(page: Page, trace: Trace, record: PageRecord, findings: readonly Diagnostic[]): void {
    const entry: Entry = { trace, record, found: packFindings(findings) };
    this.#store.put(this.#key(page), JSON.stringify(entry));
  }

  #key({ path, url, source, title, frontMatter }: Page): string {
    const { placeholders, editURL } = frontMatter;
    const own = [frontMatter.title, placeholders, editURL].map(String);
    const rest = [path, url, title, ...own];
    return digestOf(this.#common, source?.text ?? "", ...rest);
  }
}
