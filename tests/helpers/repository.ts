/** Places of the repository, and of the documents that it is measured by. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

export const REPOSITORY = resolve(import.meta.dirname, "../..");

/** The seed documents, where the checkout has them beside it. */
const SEEDS = resolve(REPOSITORY, "../shared/seeds");

/** The folder of the seeds, or undefined where there are none: said once, on the terminal. */
export function seedFolder(): string | undefined {
  if (existsSync(SEEDS)) return SEEDS;
  process.stdout.write(
    "No seed documents beside this checkout: their tests use our own fixtures only.\n",
  );
  return undefined;
}

/** `path` inside of the repository. */
export function inRepository(...path: string[]): string {
  return join(REPOSITORY, ...path);
}
