/** The thread in which a search index is made; see index-thread.ts. */
import { constants, getPriority, platform, setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { openBatchStore } from "../cache/store.ts";
import { createSearchIndex } from "./index-site.ts";
import type { ThreadAnswer, ThreadMessage, ThreadOptions } from "./index-thread.ts";

/** Steps of `nice`: a tenth of the time that another thread gets where there is not enough for both. */
const WAITING = 10;

/** The priority of who never hurries. */
const LOWEST = constants.priority.PRIORITY_LOW;

waitForPages();

const { kept, ...options } = workerData as ThreadOptions;
const index = createSearchIndex({
  ...options,
  kept: kept && { store: openBatchStore(kept.folder), version: kept.version },
});

let failed: unknown;

/**
 * Lets the thread that makes pages go first: the index waits for them in any case. Pagefind's
 * process takes after this thread. Elsewhere than on Linux it would be the whole process that waits.
 */
function waitForPages(): void {
  try {
    if (platform() === "linux") setPriority(Math.min(getPriority() + WAITING, LOWEST));
  } catch {
    // Not every sandbox lets a thread say so.
  }
}

parentPort?.on("message", async (message: ThreadMessage) => {
  if (message.kind === "close") {
    await index.close();
    parentPort?.close();
  } else if (message.kind === "add") tryTo(() => index.add(message.page, message.article));
  else parentPort?.postMessage(await answer());
});

/** What goes wrong with a page is told with the files: until then nobody waits for an answer. */
function tryTo(work: () => void): void {
  try {
    work();
  } catch (error) {
    failed ??= error;
  }
}

async function answer(): Promise<ThreadAnswer> {
  try {
    if (failed !== undefined) throw failed;
    const files = await index.files();
    return { files: [...files] };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}
