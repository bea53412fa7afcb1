/** The files of the content tree: the one place that reads them. */
import { isUtf8 } from "node:buffer";
import { type Dirent, existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import type { Finding } from "../messages/diagnostic.ts";
import { Source } from "../text/source.ts";
import { newFiles, readBytes } from "../text/unsaved.ts";

type Report = (finding: Finding) => void;

/** Hugo: dot files and editors' backups are no content. */
const IGNORED = /^[.#]|~$/;

function isIgnored(name: string): boolean {
  return IGNORED.test(name);
}

/** The content tree, listed. */
export interface ContentListing {
  /** The paths below content/ of all files, in order, with `/`. */
  readonly paths: readonly string[];
  /** The links among them and among their folders: what they lead to changes elsewhere. */
  readonly links: readonly string[];
}

/**
 * Lists the files below content/. A symbolic link that is broken, leads out of the site or
 * back to a folder above it is told and left out.
 */
export function listContent(root: string, report: Report): ContentListing {
  const folder = join(root, "content");
  if (!existsSync(folder)) return { paths: [], links: [] };
  return new ContentTree(root, report).list();
}

class ContentTree {
  readonly #root: string;
  readonly #inside: string;
  readonly #report: Report;
  readonly #paths: string[] = [];
  readonly #links: string[] = [];

  constructor(root: string, report: Report) {
    this.#root = join(root, "content");
    this.#inside = realpathSync(root) + sep;
    this.#report = report;
  }

  list(): ContentListing {
    const real = realpathSync(this.#root);
    if (real.startsWith(this.#inside)) this.#walk("", [real]);
    else this.#refuse("", "one that stays inside of the site");
    const unsaved = newFiles(real).filter((path) => !path.split("/").some(isIgnored));
    return { paths: [...this.#paths, ...unsaved].sort(), links: this.#links };
  }

  /** `above`: the real paths of the folders that lead here. */
  #walk(folder: string, above: readonly string[]): void {
    for (const entry of readdirSync(join(this.#root, folder), { withFileTypes: true })) {
      if (isIgnored(entry.name)) continue;
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isSymbolicLink()) this.#follow(path, above);
      else this.#take(path, entry, join(above.at(-1) ?? "", entry.name), above);
    }
  }

  #take(
    path: string,
    entry: Pick<Dirent, "isDirectory" | "isFile">,
    real: string,
    above: readonly string[],
  ): void {
    if (entry.isDirectory()) this.#walk(path, [...above, real]);
    else if (entry.isFile()) this.#paths.push(path);
  }

  #follow(path: string, above: readonly string[]): void {
    this.#links.push(path);
    const file = join(this.#root, path);
    const real = existsSync(file) ? realpathSync(file) : undefined;
    if (real === undefined) this.#refuse(path, "one to a file that exists");
    else if (!real.startsWith(this.#inside)) {
      this.#refuse(path, "one that stays inside of the site");
    } else if (above.includes(real)) this.#refuse(path, "one that does not lead back to itself");
    else this.#take(path, statSync(real), real, above);
  }

  #refuse(path: string, expected: string): void {
    const source = new Source(path === "" ? "content" : `content/${path}`, "");
    const message = `Unexpected symbolic link, expected ${expected}`;
    this.#report({ id: "content-unreadable", message, span: { source, start: 0, end: 0 } });
  }
}

/** A content file's text. Bytes that are not UTF-8, and a file that cannot be read, are told. */
export function readContentFile(root: string, path: string, report: Report): Source {
  const name = `content/${path}`;
  const bytes = tryRead(join(root, "content", path));
  const source = new Source(name, bytes?.toString("utf8") ?? "");
  if (bytes === undefined) {
    const message = "Unexpected content file, expected one that can be read";
    report({ id: "content-unreadable", message, span: { source, start: 0, end: 0 } });
  } else if (!isUtf8(bytes)) {
    const start = Math.max(0, source.text.indexOf("\ufffd"));
    const message = "Unexpected bytes that are not UTF-8, expected a text file in UTF-8";
    report({ id: "content-encoding", message, span: { source, start, end: start + 1 } });
  }
  return source;
}

function tryRead(file: string): Buffer | undefined {
  try {
    return readBytes(file);
  } catch {
    return undefined;
  }
}
