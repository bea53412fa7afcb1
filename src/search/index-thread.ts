/** A search index that is made in a thread of its own, beside other work. */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { SearchIndex } from "./index-site.ts";
import type { SearchPage } from "./records.ts";

/** What a thread is started with: like `SearchIndexOptions`, but nothing that a thread cannot be given. */
export interface ThreadOptions {
  readonly language: string;
  readonly synonyms: readonly (readonly string[])[];
  /** The folder of the store that keeps the parts of pages. */
  readonly kept?: { readonly folder: string; readonly version: string } | undefined;
}

export type ThreadMessage =
  | { readonly kind: "add"; readonly page: SearchPage; readonly article: Uint8Array }
  | { readonly kind: "files" }
  | { readonly kind: "close" };

export type ThreadAnswer =
  | { readonly files: readonly (readonly [path: string, bytes: Uint8Array])[] }
  | { readonly failure: string };

/**
 * Space for new objects: less than V8 takes alone, which was most of what the thread held. With half
 * of this, a build of 1,000 pages takes a thirtieth more of the processor.
 */
const YOUNG_MIB = 32;

/** An index without pages, in a thread that runs until the index is closed. */
export function startIndexThread(options: ThreadOptions): SearchIndex {
  const worker = new Worker(new URL("./index-worker.ts", import.meta.url), {
    workerData: options,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB },
  });
  const ended = once(worker, "exit");
  // A thread that dies is told where its answer is waited for.
  ended.catch(() => {});
  const send = (message: ThreadMessage): void => worker.postMessage(message);
  return {
    add(page, article) {
      send({ kind: "add", page, article });
    },
    async files() {
      const stop = new AbortController();
      send({ kind: "files" });
      try {
        const [answer] = (await Promise.race([
          once(worker, "message", stop),
          ended.then(() => Promise.reject(new Error("The thread of the search index ended."))),
        ])) as [ThreadAnswer];
        if ("failure" in answer) throw new Error(answer.failure);
        return new Map(answer.files);
      } finally {
        stop.abort();
      }
    },
    async close() {
      send({ kind: "close" });
      await ended.catch(() => {});
    },
  };
}
