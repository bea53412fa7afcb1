/** A search index in the making: pages in, files out. Only pages that are new go through Pagefind. */
import { digestOf } from "../cache/digest.ts";
import { packFiles, unpackFiles } from "../cache/packed-files.ts";
import type { Store } from "../cache/store.ts";
import { PackedText } from "../text/packed-text.ts";
import { utf8 } from "../text/utf8.ts";
import { commonFiles } from "./bundle-files.ts";
import { JoinedIndex } from "./joined-index.ts";
import { KEPT_FORM, type KeptPage, packPage, unpackPage } from "./kept-page.ts";
import { type Files, sharesIn } from "./page-shares.ts";
import { PagefindRun } from "./pagefind-run.ts";
import { type SearchPage, searchRecord } from "./records.ts";
import { sectionsOf } from "./sections.ts";
import { type PageWords, VOCABULARY_FILE, VocabularyCounter, wordsOfPage } from "./vocabulary.ts";

export interface SearchIndexOptions {
  /** Language of the index (BCP 47): all pages are searched together. */
  readonly language: string;
  /** Names for the same thing, each list its own. */
  readonly synonyms?: readonly (readonly string[])[];
  /** Where the parts of pages are kept. */
  readonly kept?: KeptShares | undefined;
}

/** A place for what was made of single pages. */
export interface KeptShares {
  readonly store: Store;
  /** What made them: another version takes none of them. */
  readonly version: string;
}

/** A search index in the making. */
export interface SearchIndex {
  /** Adds a page with its article's HTML (UTF-8). What cannot be indexed is told by `files`. */
  add(page: SearchPage, article: Uint8Array): void;
  /** The files to serve below `BASE/pagefind/`, by path; throws what Pagefind refuses. */
  files(): Promise<Map<string, Uint8Array>>;
  /** Frees the index. */
  close(): Promise<void>;
}

/** A page that goes through Pagefind. */
interface NewPage {
  readonly number: number;
  readonly key: string;
  readonly url: string;
  /** The document that stands for it. */
  readonly record: string;
  readonly words: PageWords;
}

/**
 * Pages that go through Pagefind together: what it holds at once does not grow with the site. The
 * first ones are few, for a processor may wait for them; each batch is twice the one before.
 */
const FIRST_BATCH = 16;
const BATCH = 128;

/** An index without pages. */
export function createSearchIndex(options: SearchIndexOptions): SearchIndex {
  return new SiteIndex(options);
}

class SiteIndex implements SearchIndex {
  readonly #language: string;
  readonly #synonyms: readonly (readonly string[])[];
  readonly #kept: KeptShares | undefined;
  readonly #joined: JoinedIndex;
  readonly #vocabulary = new VocabularyCounter();
  /** The number of the page that is added next. */
  #next = 0;
  /** Makes the first page again: Pagefind's own files come with those of some page. */
  #first: (() => NewPage) | undefined;
  #batch: NewPage[] = [];
  #batchSize = FIRST_BATCH;
  /** Batches are done one after the other. */
  #done: Promise<void> = Promise.resolve();
  #run: PagefindRun | undefined;
  #common: Files | undefined;
  #isClosed = false;

  constructor({ language, synonyms = [], kept }: SearchIndexOptions) {
    this.#language = language;
    this.#synonyms = synonyms;
    this.#kept = kept;
    this.#joined = new JoinedIndex(language.toLowerCase());
  }

  add(page: SearchPage, article: Uint8Array): void {
    const number = this.#next++;
    const key = this.#keyOf("page", JSON.stringify(page), article);
    this.#first ??= () => this.#newPage(number, key, page, article);
    const kept = this.#recallPage(key);
    if (kept === undefined) {
      this.#batch.push(this.#newPage(number, key, page, article));
      if (this.#batch.length >= this.#batchSize) this.#startBatch();
    } else {
      this.#vocabulary.add(kept.words);
      this.#joined.add(number, kept.share);
    }
  }

  async files(): Promise<Map<string, Uint8Array>> {
    if (this.#batch.length > 0) this.#startBatch();
    await this.#done;
    const files = this.#joined.files(await this.#commonFiles());
    const vocabulary = this.#vocabulary.encode(this.#language, this.#synonyms);
    files.set(VOCABULARY_FILE, utf8(vocabulary));
    return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#run?.close();
    await this.#done.catch(() => {});
    this.#kept?.store.flush();
  }

  /** The files that no page decides: of a batch, kept, or else made with the first page. */
  async #commonFiles(): Promise<Files> {
    const key = this.#keyOf("common");
    const bytes = this.#common ? undefined : this.#kept?.store.get(key);
    if (bytes !== undefined) return unpackFiles(bytes);
    const common =
      this.#common ?? commonFiles(await this.#made(this.#first ? [this.#first()] : []));
    if (this.#first !== undefined) this.#keep(key, packFiles(common));
    return common;
  }

  #newPage(number: number, key: string, page: SearchPage, article: Uint8Array): NewPage {
    const sections = sectionsOf(new PackedText(article).toString());
    const record = searchRecord(page, sections, { language: this.#language });
    return { number, key, url: page.url, record, words: wordsOfPage(page.title, sections) };
  }

  /** What goes wrong is told when the files are asked for. */
  #startBatch(): void {
    const pages = this.#batch;
    this.#batch = [];
    this.#batchSize = Math.min(2 * this.#batchSize, BATCH);
    this.#done = this.#done.then(() => this.#index(pages));
    this.#done.catch(() => {});
  }

  async #index(pages: readonly NewPage[]): Promise<void> {
    const files = await this.#made(pages);
    this.#common ??= commonFiles(files);
    const shares = sharesIn(files);
    for (const { number, key, url, words } of pages) {
      const share = shares.get(url);
      if (share === undefined) continue;
      this.#vocabulary.add(words);
      this.#joined.add(number, share);
      this.#keep(key, packPage({ share, words }));
    }
  }

  /** Pagefind's own index of some pages. */
  async #made(pages: readonly NewPage[]): Promise<Files> {
    if (this.#isClosed) throw new Error("The search index was closed.");
    const [before, run] = [this.#run, await PagefindRun.open(this.#language.toLowerCase())];
    this.#run = run;
    // Only now: with the last index that is open, Pagefind's process would end.
    await before?.close();
    await Promise.all(pages.map(({ url, record }) => run.add(url, record)));
    return await run.files();
  }

  #keyOf(...parts: readonly (string | Uint8Array)[]): string {
    return digestOf("search", KEPT_FORM, this.#kept?.version ?? "", this.#language, ...parts);
  }

  #recallPage(key: string): KeptPage | undefined {
    const bytes = this.#kept?.store.get(key);
    return bytes && unpackPage(bytes);
  }

  #keep(key: string, bytes: string | Uint8Array): void {
    this.#kept?.store.put(key, bytes);
  }
}
