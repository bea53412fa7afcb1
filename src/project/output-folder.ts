/**
 * A site's output in the making: a folder beside the one whose place it takes. A file with the
 * same bytes as the one there is linked and not written, so that it keeps its time of change:
 * whoever copies the site sees what has changed, and nothing else.
 */
import {
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, posix } from "node:path";
import { digestOf } from "../cache/digest.ts";

export class OutputFolder {
  /** Where it is made (absolute). */
  readonly folder: string;
  readonly #previous: string | undefined;
  readonly #digests = new Map<string, string>();
  readonly #folders = new Set<string>();

  /**
   * Makes the folder. `previous` is the one that it will replace; without it every file is
   * written, as it must be for files that are changed later on.
   */
  constructor(folder: string, previous?: string) {
    this.folder = folder;
    this.#previous = previous;
    this.#makeFolder(folder);
  }

  /** Whether a file was written to a path. */
  has(path: string): boolean {
    return this.#digests.has(path);
  }

  /** The digests of all files, by path. */
  get digests(): ReadonlyMap<string, string> {
    return this.#digests;
  }

  /** Writes a file; one that is there is replaced. */
  write(path: string, content: string | Uint8Array): void {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    const file = this.#placeFor(path);
    if (!this.#previousBytes(path, bytes.length)?.equals(bytes)) writeFileSync(file, bytes);
    else this.#takeOver(path, file, bytes);
    this.#digests.set(path, digestOf(bytes));
  }

  /** Takes over the file of the previous output, if its bytes have this digest. */
  keep(path: string, digest: string): boolean {
    const bytes = this.#previousBytes(path);
    if (bytes === undefined || digestOf(bytes) !== digest) return false;
    this.#takeOver(path, this.#placeFor(path), bytes);
    this.#digests.set(path, digest);
    return true;
  }

  /** Copies a file, or a folder with all that is below; links are followed. */
  copy(from: string, to = ""): void {
    if (!statSync(from).isDirectory()) {
      this.write(to, readFileSync(from));
      return;
    }
    for (const name of readdirSync(from)) this.copy(join(from, name), posix.join(to, name));
  }

  /** Where a file goes, which nothing is at then. */
  #placeFor(path: string): string {
    const file = join(this.folder, path);
    this.#makeFolder(dirname(file));
    // What stands there may be a link, and writing to it would change the previous output.
    if (this.has(path)) rmSync(file);
    return file;
  }

  /** What the previous output has at a path; undefined without a file there, or one of another length. */
  #previousBytes(path: string, length?: number): Buffer | undefined {
    if (this.#previous === undefined) return undefined;
    const file = join(this.#previous, path);
    const about = lstatSync(file, { throwIfNoEntry: false });
    if (!about?.isFile() || (length ?? about.size) !== about.size) return undefined;
    return readFileSync(file);
  }

  #takeOver(path: string, file: string, bytes: Uint8Array): void {
    const old = join(this.#previous ?? "", path);
    try {
      linkSync(old, file);
    } catch {
      // Not every file system has links.
      writeFileSync(file, bytes);
      const { atime, mtime } = statSync(old);
      utimesSync(file, atime, mtime);
    }
  }

  #makeFolder(folder: string): void {
    if (this.#folders.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
  }
}
