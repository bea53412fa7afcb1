/** The generator itself as a digest: what another version of it made is not taken. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { digestOf } from "../cache/digest.ts";
import { HOME } from "./home.ts";

/** What decides about results beside a site: sources, versions of packages, build settings. */
const FILES = ["package.json", "package-lock.json", "astro.config.mjs", "tsconfig.json"];

let known: string | undefined;

/** The digest of the generator's sources, its packages' versions and the version of Node. */
export function engineVersion(): string {
  known ??= digestOf(process.version, ...FILES.map(textOf), ...sources());
  return known;
}

function* sources(): Generator<string> {
  const names = readdirSync(join(HOME, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of names) {
    yield file.slice(HOME.length);
    yield readFileSync(file, "utf8");
  }
}

function textOf(name: string): string {
  try {
    return readFileSync(join(HOME, name), "utf8");
  } catch {
    return "";
  }
}
