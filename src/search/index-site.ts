/** Pagefind as this site uses it: documents in, files out, in memory. */
import type { Root } from "hast";
import * as pagefind from "pagefind";
import { during } from "../timing/recorder.ts";
import { usedFiles } from "./bundle-files.ts";
import { type SearchPage, searchRecord } from "./records.ts";
import { sectionsOf } from "./sections.ts";
import { VOCABULARY_FILE, VocabularyCounter } from "./vocabulary.ts";

export interface SearchIndexOptions {
  /** Language of the index (BCP 47): all pages are searched together. */
  readonly language: string;
  /** Names for the same thing, each list its own. */
  readonly synonyms?: readonly (readonly string[])[];
}

/** A search index in the making. */
export interface SearchIndex {
  /** Adds a page with its article, HTML or tree; throws what Pagefind refuses. */
  add(page: SearchPage, article: string | Root): Promise<void>;
  /** The files to serve below `BASE/pagefind/`, by path. */
  files(): Promise<Map<string, Uint8Array>>;
  /** Frees the index, and ends Pagefind's process with the last one. */
  close(): Promise<void>;
}

/** Indexes that are open: they share one process, which ends for all at once. */
let openIndexes = 0;

/**
 * An empty index. Identifiers are found whole and by part without more: Pagefind
 * keeps `_` within words and adds the parts of compounds. A point as a part of words
 * would tell `wal_level` from the same word at the end of a sentence.
 */
export async function createSearchIndex(options: SearchIndexOptions): Promise<SearchIndex> {
  openIndexes++;
  try {
    return wrap(await open(options.language), options);
  } catch (error) {
    await release();
    throw error;
  }
}

async function open(language: string): Promise<pagefind.PagefindIndex> {
  const { index, errors } = await asking("start", () =>
    pagefind.createIndex({ forceLanguage: language.toLowerCase(), keepIndexUrl: true }),
  );
  check("start", errors);
  if (index === undefined) throw failure("start", "Pagefind gave no index");
  return index;
}

function wrap(
  index: pagefind.PagefindIndex,
  { language, synonyms = [] }: SearchIndexOptions,
): SearchIndex {
  let isOpen = true;
  const counter = new VocabularyCounter();
  return {
    async add(page, article) {
      const { url, title } = page;
      const content = during("search", () => {
        const sections = sectionsOf(article);
        counter.add(title, sections);
        return searchRecord(page, sections, { language });
      });
      const { errors } = await asking(url, () =>
        during("search", () => index.addHTMLFile({ url, content })),
      );
      check(url, errors);
    },
    async files() {
      const { errors, files } = await asking("files", () => index.getFiles());
      check("files", errors);
      const vocabulary = new TextEncoder().encode(counter.encode(language, synonyms));
      const bundle = new Map(files.map(({ path, content }) => [path, content]));
      return usedFiles(bundle).set(VOCABULARY_FILE, vocabulary);
    },
    async close() {
      if (!isOpen) return;
      isOpen = false;
      await index.deleteIndex();
      await release();
    },
  };
}

async function release(): Promise<void> {
  openIndexes--;
  if (openIndexes === 0) await pagefind.close();
}

/** Pagefind rejects with texts as well as with errors. */
async function asking<T>(step: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw failure(step, error instanceof Error ? error.message : String(error));
  }
}

function check(step: string, errors: readonly string[]): void {
  if (errors.length > 0) throw failure(step, errors.join("; "));
}

function failure(step: string, reason: string): Error {
  return new Error(`The search index cannot be made (${step}): ${reason}`);
}
