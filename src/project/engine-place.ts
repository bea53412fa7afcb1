/** Where the engine stands as a bundle, which loads in a fraction of the time of its modules. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { digestOf } from "../cache/digest.ts";
import { compiledFolder, installedFolder } from "./cache-folder.ts";
import { markTaken } from "./compiled-folders.ts";
import { engineVersion } from "./engine-version.ts";
import { HOME } from "./home.ts";

/** A change of how bundles are made that no source tells. */
const FORMAT = "engine 1";

const ENGINES = "engines";

/** Where this user keeps bundles of engines. */
export function enginesFolder(): string {
  return join(compiledFolder(), ENGINES);
}

/** Where the bundle of these sources belongs. Modules know where they stand, so that the place counts. */
export function enginePlace(folder: string): string {
  return join(folder, digestOf(FORMAT, engineVersion(), HOME));
}

/** The module to start with, in a bundle's folder. */
export function engineModule(place: string): string {
  return join(place, "run.mjs");
}

/** The module to start with; undefined if there is no bundle of these sources. */
export function bundledEngine(): string | undefined {
  const folders = new Set([enginesFolder(), join(installedFolder(), ENGINES)]);
  const place = [...folders].map(enginePlace).find((each) => existsSync(engineModule(each)));
  if (place === undefined) return undefined;
  markTaken(place);
  return engineModule(place);
}
