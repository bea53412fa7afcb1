/**
 * How much memory a build takes beside what it holds. The rest of it is said where Node is
 * started: the scripts of package.json keep the space for new objects small
 * (`--max-semi-space-size`), which takes a fifth off, and so does the index's thread.
 */
import { availableParallelism } from "node:os";
import { setFlagsFromString } from "node:v8";

/**
 * The heap grows by this share of what is alive, then garbage is collected. V8 alone lets it
 * become up to four times as large. Measured with 1,000 pages: an eighth less memory for the whole
 * process in the same time. With 100 it is another twentieth, but some percent more time.
 */
const GROWTH_PERCENT = 140;

/** The same for large sites, where it is most of the memory and counts for more than time. */
const LARGE_GROWTH_PERCENT = 40;

/** Pages of a large site. */
const LARGE = 3_000;

/**
 * As many processors as a build keeps busy by itself. With no more than these, threads that share
 * the work of collecting what is new only take time from others: measured with 1,000 pages, a
 * twentieth of the whole.
 */
const BUSY = 2;

/** From now on, garbage of this process and its threads is collected early. */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
  if (availableParallelism() <= BUSY) setFlagsFromString("--no-parallel-scavenge");
}

/** The same once it is known how many pages the site has. */
export function keepHeapSmallFor(pages: number): void {
  if (pages >= LARGE) setFlagsFromString(`--heap-growing-percent=${LARGE_GROWTH_PERCENT}`);
}
