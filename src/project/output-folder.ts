/**
 * A site's output in the making: a folder beside the one whose place it takes. A file with the
 * same bytes as the one there is linked and not written, so that it keeps its time of change:
 * whoever copies the site sees what has changed, and nothing else.
 */
import {
  copyFileSync,
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
import { joinedForNow } from "../text/utf8.ts";
import { stampOf } from "./stamp.ts";

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

  /** Writes a file of one part or several; one that is there is replaced. */
  write(path: string, ...parts: readonly (string | Uint8Array)[]): void {
    const [first] = parts;
    const isBytes = parts.length === 1 && typeof first === "object";
    const bytes = isBytes ? first : joinedForNow(parts);
    const file = this.#placeFor(path);
    const isSame = (old: string): boolean => readFileSync(old).equals(bytes);
    if (!this.#takeOver(path, file, isSame, bytes.length)) writeFileSync(file, bytes);
    this.#digests.set(path, digestOf(bytes));
  }

  /**
   * Takes over the file of the previous output, if its bytes have this digest. One that has the
   * stamp is not read: as Git sees it, nobody has written to it since.
   */
  keep(path: string, digest: string, stamp: string): boolean {
    const isSame = (old: string): boolean =>
      stampOf(statSync(old)) === stamp || digestOf(readFileSync(old)) === digest;
    if (!this.#takeOver(path, this.#placeFor(path), isSame)) return false;
    this.#digests.set(path, digest);
    return true;
  }

  /** What a file has for as long as nobody writes to it. */
  stampOf(path: string): string {
    return stampOf(statSync(join(this.folder, path)));
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
    if (this.#digests.delete(path)) rmSync(file);
    return file;
  }

  /**
   * Takes over what the previous output has at a path, if it is a file of these bytes. They are
   * looked at where nobody changes them: another build may put its own output there at any time.
   */
  #takeOver(
    path: string,
    file: string,
    isSame: (file: string) => boolean,
    length?: number,
  ): boolean {
    if (this.#previous === undefined) return false;
    const old = join(this.#previous, path);
    const about = lstatSync(old, { throwIfNoEntry: false });
    if (!about?.isFile() || (length ?? about.size) !== about.size) return false;
    try {
      const isLink = isLinked(old, file);
      if (!isLink) copyFileSync(old, file);
      if (isSame(file)) {
        if (!isLink) utimesSync(file, about.atime, about.mtime);
        return true;
      }
    } catch {
      // It is gone.
    }
    rmSync(file, { force: true });
    return false;
  }

  #makeFolder(folder: string): void {
    if (this.#folders.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
  }
}

function isLinked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    // Not every file system has links.
    return false;
  }
}
