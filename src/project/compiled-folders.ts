/**
 * What is made of the engine itself, in folders that are named by all that they depend on. Builds
 * may make the same one at once: each makes its own beside the others, and the first stays.
 */
import { randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { dirname, join } from "node:path";

/** How many of other versions and settings are kept, and how long at least. */
const KEPT = 8;
const KEPT_DAYS = 7;

/**
 * Makes the folder `place`, unless another build is faster: `isThere` tells. `write` fills a folder
 * beside it. Throws what `write` does, and leaves nothing behind then.
 */
export async function makeFolder(
  place: string,
  isThere: () => boolean,
  write: (folder: string) => Promise<unknown>,
): Promise<void> {
  const made = join(dirname(place), `.new-${randomUUID()}`);
  try {
    mkdirSync(made, { recursive: true });
    await write(made);
    putInPlace(made, place, isThere);
    forgetOld(dirname(place));
  } finally {
    // A process that was ended may still be writing; what could not be made is not there.
    if (existsSync(made)) rmSync(made, { recursive: true, force: true, maxRetries: 5 });
  }
}

function putInPlace(made: string, place: string, isThere: () => boolean): void {
  for (let tries = 3; tries > 0 && !isThere(); tries--) {
    rmSync(place, { recursive: true, force: true });
    try {
      renameSync(made, place);
    } catch (error) {
      // Between the two lines another build may have put its own there.
      if (tries === 1 && !isThere()) throw error;
    }
  }
}

/** Removes what nobody took for a while, the oldest first. */
function forgetOld(folder: string): void {
  const now = Date.now();
  const places = readdirSync(folder)
    .map((name) => join(folder, name))
    .map((place) => ({ place, used: statSync(place, { throwIfNoEntry: false })?.mtimeMs ?? now }))
    .sort((a, b) => b.used - a.used);
  for (const { place, used } of places.slice(KEPT))
    if (now - used > KEPT_DAYS * 24 * 3_600_000) rmSync(place, { recursive: true, force: true });
}

/** Notes that a folder was of use. */
export function markTaken(place: string): void {
  try {
    utimesSync(place, new Date(), new Date());
  } catch {
    // A folder that may only be read keeps what it has.
  }
}
