/** Where the engine stands. */
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of this repository, absolute: Astro's root, and the default site. */
export const HOME = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
