/**
 * Text files of a site that shortcodes include: Markdown files and partials. The
 * only reader of them. Paths stay inside of the site, symbolic links too.
 */
import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import type { Complaint, Found } from "../messages/found.ts";
import type { ChangedPaths } from "../text/changed-paths.ts";
import { nearest } from "../text/nearest.ts";
import { Source } from "../text/source.ts";
import { isNewFile, newFiles, readText } from "../text/unsaved.ts";
import { during } from "../timing/recorder.ts";

/** Where `include-md` looks, from the site's root (Hugo's `readFile`), then in these folders. */
const INCLUDE_FOLDERS = ["", "data", "content"];

/** Where partials stand: Hugo's folders, and one beside the data. */
const PARTIAL_FOLDERS = ["layouts/_shortcodes", "layouts/shortcodes", "data/partials"];

const PARTIAL_EXTENSION = /\.(md|html)$/;

/** Folders that no include reads. */
const SKIPPED = new Set(["node_modules", "dist", "public", "resources"]);

export class SiteFiles {
  readonly #root: string;
  readonly #sources = new Map<string, Source>();
  /** Files that have not changed since they were read. */
  readonly #before: ReadonlyMap<string, Source>;
  readonly #included = new Map<string, Found<Source>>();
  readonly #missing = new Set<string>();
  #partials: ReadonlyMap<string, string> | undefined;

  /** `root`: the site's folder, absolute. */
  constructor(root: string, before: ReadonlyMap<string, Source> = new Map()) {
    this.#root = realpathSync(root);
    this.#before = before;
  }

  /** The files as they are now, of which only those that may have `changed` are read. */
  reopened(changed: ChangedPaths): SiteFiles {
    return new SiteFiles(this.#root, changed.without(new Map([...this.#before, ...this.#sources])));
  }

  /** The files that were read. */
  sources(): readonly Source[] {
    return [...this.#sources.values()];
  }

  /** The files that were asked for and are not there. */
  missing(): readonly string[] {
    return [...this.#missing];
  }

  /** A Markdown file by the path that an author wrote. */
  include(path: string): Found<Source> {
    const known = this.#included.get(path) ?? this.#include(path);
    this.#included.set(path, known);
    return known;
  }

  #include(path: string): Found<Source> {
    const complaint = refusal(path);
    if (complaint !== undefined) return { ok: false, complaint };
    const name = path.replace(/^\/+/, "");
    for (const folder of INCLUDE_FOLDERS) {
      const candidate = folder === "" ? name : `${folder}/${name}`;
      const file = join(this.#root, candidate);
      const isFile = existsSync(file) ? statSync(file).isFile() : isNewFile(file);
      if (!isFile) continue;
      if (!this.#isInside(file)) return { ok: false, complaint: outside(path) };
      return { ok: true, value: this.#read(candidate) };
    }
    this.#missing.add(name);
    const suggestion = nearest(name, this.includePaths());
    const message = `Unexpected path "${path}", expected a file of the site`;
    return { ok: false, complaint: { id: "include-missing", message, suggestion } };
  }

  /** The partial of a shortcode name, in any case; with the file's kind. */
  partial(name: string): { readonly source: Source; readonly kind: "md" | "html" } | undefined {
    const path = this.#partialPaths().get(name.toLowerCase());
    if (path === undefined) return undefined;
    return { source: this.#read(path), kind: path.endsWith(".md") ? "md" : "html" };
  }

  /** The partials in Markdown. */
  markdownPartials(): Source[] {
    const paths = [...this.#partialPaths().values()];
    return paths.filter((path) => path.endsWith(".md")).map((path) => this.#read(path));
  }

  /** The partials in HTML, without those whose names `isTaken` by something that goes first. */
  htmlPartials(isTaken: (name: string) => boolean): Source[] {
    return [...this.#partialPaths()]
      .filter(([name, path]) => path.endsWith(".html") && !isTaken(name))
      .map(([, path]) => this.#read(path));
  }

  /** The names of all partials. */
  partialNames(): Iterable<string> {
    return this.#partialPaths().keys();
  }

  /** The paths that includes can name, for suggestions. */
  includePaths(): string[] {
    const top = readdirSync(this.#root, { withFileTypes: true })
      .filter(
        (entry) => entry.isDirectory() && !SKIPPED.has(entry.name) && !entry.name.startsWith("."),
      )
      .flatMap((entry) => this.#list(entry.name));
    return top
      .filter((path) => path.endsWith(".md"))
      .flatMap((path) =>
        INCLUDE_FOLDERS.map((folder) => path.replace(new RegExp(`^${folder}/`), "")),
      );
  }

  #read(path: string): Source {
    const known = this.#sources.get(path);
    if (known !== undefined) return known;
    const file = join(this.#root, path);
    const before = this.#before.get(path);
    // What a link leads to changes elsewhere.
    const isKept = before !== undefined && (isNewFile(file) || realpathSync(file) === file);
    const source = isKept ? before : during("read", () => new Source(path, readText(file)));
    this.#sources.set(path, source);
    return source;
  }

  #partialPaths(): ReadonlyMap<string, string> {
    this.#partials ??= this.#findPartials();
    return this.#partials;
  }

  /** Hugo: the first folder wins; Markdown goes before HTML. */
  #findPartials(): Map<string, string> {
    const found = new Map<string, string>();
    for (const folder of PARTIAL_FOLDERS) {
      for (const path of this.#list(folder).sort(byExtension)) {
        if (!PARTIAL_EXTENSION.test(path)) continue;
        const name = path
          .slice(folder.length + 1)
          .replace(PARTIAL_EXTENSION, "")
          .toLowerCase();
        if (!found.has(name)) found.set(name, path);
      }
    }
    return found;
  }

  #list(folder: string): string[] {
    const path = join(this.#root, folder);
    const unsaved = newFiles(path).map((name) => `${folder}/${name}`);
    if (!existsSync(path)) return unsaved;
    const saved = readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => this.#isInside(file))
      .map((file) =>
        file
          .slice(this.#root.length + 1)
          .split(sep)
          .join("/"),
      );
    return [...saved, ...unsaved];
  }

  #isInside(file: string): boolean {
    return isNewFile(file) || realpathSync(file).startsWith(this.#root + sep);
  }
}

function byExtension(a: string, b: string): number {
  const order = Number(a.endsWith(".html")) - Number(b.endsWith(".html"));
  return order || (a < b ? -1 : 1);
}

function refusal(path: string): Complaint | undefined {
  const isOutside = path.split("/").includes("..") || /[\\\0]/.test(path) || /^[a-z]:/i.test(path);
  return isOutside ? outside(path) : undefined;
}

function outside(path: string): Complaint {
  return {
    id: "include-outside",
    message: `Unexpected path "${path}", expected one that stays inside of the site`,
  };
}
