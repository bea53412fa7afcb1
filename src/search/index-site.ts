/** A search index in the making: pages in, files out. Only pages that are new go through Pagefind. */
import { digestOf } from "../cache/digest.ts";
import { packFiles, unpackFiles } from "../cache/packed-files.ts";
import type { Store } from "../cache/store.ts";
import { commonFiles } from "./bundle-files.ts";
import { joinShares } from "./joined-index.ts";
import { type Files, type PageShare, sharesIn } from "./page-shares.ts";
import { PagefindRun } from "./pagefind-run.ts";
import { type SearchPage, searchRecord } from "./records.ts";
import { type ArticleSections, sectionsOf } from "./sections.ts";
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
  /** Adds a page with its article's HTML. What cannot be indexed is told by `files`. */
  add(page: SearchPage, article: string): void;
  /** The files to serve below `BASE/pagefind/`, by path; throws what Pagefind refuses. */
  files(): Promise<Map<string, Uint8Array>>;
  /** Frees the index. */
  close(): Promise<void>;
}

/** What is kept of a page. */
interface KeptPage {
  readonly share: PageShare;
  readonly words: PageWords;
}

/** A page of the index: one whose part was kept, or one that goes through Pagefind. */
interface AddedPage {
  readonly url: string;
  readonly key: string;
  readonly words: PageWords;
  readonly share: PageShare | undefined;
}

/** An index without pages. */
export function createSearchIndex(options: SearchIndexOptions): SearchIndex {
  return new SiteIndex(options);
}

class SiteIndex implements SearchIndex {
  readonly #language: string;
  readonly #synonyms: readonly (readonly string[])[];
  readonly #kept: KeptShares | undefined;
  readonly #pages: AddedPage[] = [];
  /** Gives Pagefind the first page, in case that it is needed for files that no page decides. */
  #giveFirst: () => void = () => {};
  readonly #given: Promise<void>[] = [];
  #run: Promise<PagefindRun> | undefined;

  constructor({ language, synonyms = [], kept }: SearchIndexOptions) {
    this.#language = language;
    this.#synonyms = synonyms;
    this.#kept = kept;
  }

  add(page: SearchPage, article: string): void {
    const key = this.#keyOf("page", JSON.stringify(page), article);
    const kept = this.#recallPage(key);
    if (this.#pages.length === 0) this.#giveFirst = () => this.#give(page, sectionsOf(article));
    if (kept !== undefined) {
      this.#pages.push({ url: page.url, key, ...kept });
      return;
    }
    const sections = sectionsOf(article);
    const words = wordsOfPage(page.title, sections);
    this.#pages.push({ url: page.url, key, words, share: undefined });
    this.#give(page, sections);
  }

  async files(): Promise<Map<string, Uint8Array>> {
    const kept = this.#run === undefined ? this.#recallCommon() : undefined;
    if (this.#run === undefined && kept === undefined) this.#giveFirst();
    const made = kept === undefined ? await this.#made() : undefined;
    const common = kept ?? commonFiles(made ?? new Map());
    const fresh = made === undefined ? new Map<string, PageShare>() : sharesIn(made);
    if (fresh.size > 0) this.#keep(this.#keyOf("common"), packFiles(common));
    const shares = this.#pages.flatMap(({ url, key, words, share }) => {
      const found = share ?? fresh.get(url);
      if (found === undefined) return [];
      if (share === undefined) this.#keep(key, JSON.stringify({ share: found, words }));
      return [found];
    });
    const files = joinShares(shares, this.#language.toLowerCase(), common);
    files.set(VOCABULARY_FILE, this.#vocabulary());
    return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  async close(): Promise<void> {
    await this.#run?.then(
      (run) => run.close(),
      () => {},
    );
  }

  /** What cannot be added is told when the files are asked for. */
  #give(page: SearchPage, sections: ArticleSections): void {
    const language = this.#language;
    this.#run ??= PagefindRun.open(language.toLowerCase());
    const record = searchRecord(page, sections, { language });
    const given = this.#run.then((run) => run.add(page.url, record));
    given.catch(() => {});
    this.#given.push(given);
  }

  async #made(): Promise<Files> {
    this.#run ??= PagefindRun.open(this.#language.toLowerCase());
    const run = await this.#run;
    await Promise.all(this.#given);
    return run.files();
  }

  #vocabulary(): Uint8Array {
    const counter = new VocabularyCounter();
    for (const { words } of this.#pages) counter.add(words);
    return Buffer.from(counter.encode(this.#language, this.#synonyms));
  }

  #keyOf(...parts: readonly string[]): string {
    return digestOf("search", this.#kept?.version ?? "", this.#language, ...parts);
  }

  #recallPage(key: string): KeptPage | undefined {
    const bytes = this.#kept?.store.get(key);
    return bytes && (JSON.parse(bytes.toString("utf8")) as KeptPage);
  }

  #recallCommon(): Files | undefined {
    const bytes = this.#kept?.store.get(this.#keyOf("common"));
    return bytes && unpackFiles(bytes);
  }

  #keep(key: string, bytes: string | Uint8Array): void {
    this.#kept?.store.put(key, bytes);
  }
}
