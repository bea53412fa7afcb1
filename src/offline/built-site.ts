/** A built site as files by path. */
import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";

/** Reads and writes below `folder`; paths count from there and have slashes. */
export class BuiltSite {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  list(): string[] {
    return readdirSync(this.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(this.folder.length + 1))
      .map((path) => path.split(sep).join("/"))
      .sort();
  }

  text(path: string): string {
    return readFileSync(join(this.folder, path), "utf8");
  }

  bytes(path: string): Buffer {
    return readFileSync(join(this.folder, path));
  }

  write(path: string, text: string): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Removes a file, and the folders that are empty then. */
  remove(path: string): void {
    rmSync(join(this.folder, path), { force: true });
    for (let at = dirname(path); at !== "."; at = dirname(at)) {
      try {
        rmdirSync(join(this.folder, at));
      } catch {
        return;
      }
    }
  }
}
