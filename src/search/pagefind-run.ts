/** Pagefind's own part: documents in, the files of an index out. */
import * as pagefind from "pagefind";

/** Indexes that are open: they share one process, which ends for all at once. */
let openIndexes = 0;

/** An index in Pagefind's process. */
export class PagefindRun {
  readonly #index: pagefind.PagefindIndex;
  #isOpen = true;

  private constructor(index: pagefind.PagefindIndex) {
    this.#index = index;
  }

  /**
   * An empty index of a language (BCP 47). Identifiers are found whole and by part without
   * more: Pagefind keeps `_` within words and adds the parts of compounds. A point as a part
   * of words would tell `wal_level` from the same word at the end of a sentence.
   */
  static async open(language: string): Promise<PagefindRun> {
    openIndexes++;
    try {
      const { index, errors } = await asking("start", () =>
        pagefind.createIndex({ forceLanguage: language, keepIndexUrl: true }),
      );
      check("start", errors);
      if (index === undefined) throw failure("start", "Pagefind gave no index");
      return new PagefindRun(index);
    } catch (error) {
      await release();
      throw error;
    }
  }

  /** Adds a document (HTML); throws what Pagefind refuses. */
  async add(url: string, content: string): Promise<void> {
    const { errors } = await asking(url, () => this.#index.addHTMLFile({ url, content }));
    check(url, errors);
  }

  /**
   * The files by path. They come through the pipe: Pagefind says that it wrote a folder before
   * the last files are whole.
   */
  async files(): Promise<Map<string, Uint8Array>> {
    const { errors, files } = await asking("files", () => this.#index.getFiles());
    check("files", errors);
    return new Map(files.map(({ path, content }) => [path, content]));
  }

  /** Frees the index. The last one ends Pagefind's process, whatever it is at. */
  async close(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    if (openIndexes > 1) await this.#index.deleteIndex();
    await release();
  }
}

/** An index that cannot be made at some step. */
function failure(step: string, reason: unknown): Error {
  const text = reason instanceof Error ? reason.message : String(reason);
  return new Error(`The search index cannot be made (${step}): ${text}`);
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
    throw failure(step, error);
  }
}

function check(step: string, errors: readonly string[]): void {
  if (errors.length > 0) throw failure(step, errors.join("; "));
}
