/** What a shell is known by: a digest of all that goes into it, and nothing of the content. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { HOME } from "./home.ts";

/** A change of how shells are made or noted that no file tells. */
const FORMAT = 1;

let engine: string | undefined;

/** The digest for a base path. The engine's own files are read once in a process. */
export function shellKey(base: string): string {
  engine ??= engineDigest();
  return createHash("sha256")
    .update(JSON.stringify([FORMAT, engine, base, process.version]))
    .digest("hex");
}

/** The engine's source, its packages, and how it is compiled. */
function engineDigest(): string {
  const hash = createHash("sha256");
  const add = (name: string, file: string): void => {
    hash.update(`${name}\0`).update(readFileSync(file)).update("\0");
  };
  const source = join(HOME, "src");
  const names = readdirSync(source, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /\.[a-z]+$/.test(name))
    .sort();
  for (const name of names) add(name, join(source, name));
  for (const name of ["package.json", "tsconfig.json", "package-lock.json"])
    if (existsSync(join(HOME, name))) add(name, join(HOME, name));
  for (const name of ["astro", "vite", "rolldown"]) add(name, packageFile(name));
  return hash.digest("hex");
}

/** The description of an installed package, which names its version. */
function packageFile(name: string): string {
  // Where Node looks for packages; `import.meta.resolve` is not there in every module runner.
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const files = folders.map((folder) => join(folder, name, "package.json"));
  const file = files.find((candidate) => existsSync(candidate));
  if (file === undefined) throw new Error(`Expected package.json of ${name}.`);
  return file;
}
