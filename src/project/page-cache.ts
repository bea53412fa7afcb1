/** Pages that were rendered before, by all that they were rendered from. */
import { digestOf } from "../cache/digest.ts";
import { packFiles, unpackFiles } from "../cache/packed-files.ts";
import type { Store } from "../cache/store.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import type { Site } from "../site/site.ts";
import type { Page } from "../site/types.ts";
import { PackedText } from "../text/packed-text.ts";
import { utf8 } from "../text/utf8.ts";
import { engineVersion } from "./engine-version.ts";
import { CurrentTexts, packFindings, unpackFindings } from "./kept-findings.ts";
import type { PageEntry, PageMemory } from "./page-memory.ts";
import type { PageRecord, PlainRecord } from "./page-record.ts";
import { type Answerer, isStillTrue, type Trace } from "./trace.ts";

/** A page as it was kept, with what was found on it. */
export interface RecalledPage {
  readonly record: PageRecord;
  readonly findings: readonly Diagnostic[];
}

/** Where pages are kept, and of which site. */
export interface PageCacheParts {
  readonly store: Store;
  readonly memory: PageMemory;
  readonly site: Site;
}

export class PageCache {
  readonly #store: Store;
  readonly #memory: PageMemory;
  readonly #site: Site;
  readonly #texts: CurrentTexts;
  /** What all pages of the site depend on without asking. */
  readonly #common: string;

  /** `extra`: what else pages depend on without asking. */
  constructor({ store, memory, site }: PageCacheParts, ...extra: readonly string[]) {
    const { root, settings } = site;
    this.#store = store;
    this.#memory = memory;
    this.#site = site;
    this.#texts = new CurrentTexts(root, site.allPages);
    const { parser, baseURL, base, placeholders, edit = "" } = settings;
    const own = [parser, String(baseURL), base, String(placeholders), edit];
    this.#common = digestOf("page", engineVersion(), ...own, ...extra);
  }

  /**
   * A page as it was rendered before, if its text and all answers to its questions are the
   * same, and what was found on it stands where it stood.
   */
  recall(page: Page, answerer: Answerer): RecalledPage | undefined {
    const key = this.#key(page);
    const known = this.#memory.get(page.path, key);
    const entry = known?.entry ?? this.#read(key);
    if (entry === undefined) return undefined;
    const { trace, record, found } = entry;
    if (!isStillTrue(trace, answerer, known?.site === this.#site)) return undefined;
    this.#memory.set(page.path, { key, entry, site: this.#site });
    const findings = unpackFindings(found, this.#texts);
    return findings && { record, findings };
  }

  /** Keeps a page. */
  keep(page: Page, trace: Trace, record: PageRecord, findings: readonly Diagnostic[]): void {
    const entry: PageEntry = { trace, record, found: packFindings(findings) };
    const key = this.#key(page);
    this.#memory.set(page.path, { key, entry, site: this.#site });
    this.#store.put(key, packed(entry));
  }

  #read(key: string): PageEntry | undefined {
    const bytes = this.#store.get(key);
    return bytes && unpacked(bytes);
  }

  #key(page: Page): string {
    return this.#memory.keyOf(page, this.#common, () => {
      const { path, url, source, title, frontMatter } = page;
      const { placeholders, editURL } = frontMatter;
      const own = [frontMatter.title, placeholders, editURL].map(String);
      return digestOf(this.#common, source?.text ?? "", path, url, title, ...own);
    });
  }
}

/** What is kept of an entry beside its texts, which are kept as they are. */
interface PlainEntry extends Omit<PageEntry, "record"> {
  readonly record: PlainRecord;
}

function packed({ record: { html, markdown, ...record }, ...entry }: PageEntry): Uint8Array {
  const plain: PlainEntry = { ...entry, record };
  const files = new Map([
    ["entry", utf8(JSON.stringify(plain))],
    ["html", html.bytes],
  ]);
  if (markdown !== undefined) files.set("markdown", markdown.bytes);
  return packFiles(files);
}

function unpacked(bytes: Buffer): PageEntry {
  const files = unpackFiles(bytes);
  const textOf = (name: string): PackedText => new PackedText(files.get(name) ?? "");
  const plain = JSON.parse(textOf("entry").toString()) as PlainEntry;
  const markdown = files.has("markdown") ? textOf("markdown") : undefined;
  return { ...plain, record: { ...plain.record, html: textOf("html"), markdown } };
}
