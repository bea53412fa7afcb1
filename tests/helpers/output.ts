/** What a build left in a folder, in a form in which two outputs can be compared. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** All files by path, each with its bytes as Latin-1. */
export function outputOf(folder: string): Map<string, string> {
  return new Map(namesIn(folder).map((name) => [name, readFileSync(join(folder, name), "latin1")]));
}

/** The paths of all files, in order, with slashes. */
export function namesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}
