/** What a build left in a folder, to see that it is still there. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { digestOf } from "../cache/digest.ts";

/** The digests of all files in a folder, by path below it, with slashes. */
export function digestsIn(folder: string): Map<string, string> {
  return new Map(pathsIn(folder).map((path) => [path, digestOf(readFileSync(join(folder, path)))]));
}

/** Whether a folder holds these files and no others. */
export function holds(folder: string, digests: ReadonlyMap<string, string>): boolean {
  const paths = pathsIn(folder);
  try {
    return (
      paths.length === digests.size &&
      paths.every((path) => digests.get(path) === digestOf(readFileSync(join(folder, path))))
    );
  } catch {
    // A link that leads nowhere, a file that may not be read, another build at the same time.
    return false;
  }
}

function pathsIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .map((path) => path.replaceAll("\\", "/"))
      .sort();
  } catch {
    return [];
  }
}
