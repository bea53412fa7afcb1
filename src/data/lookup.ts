/** Finds data files and folders by the paths that authors write. */
import type { Complaint, Found } from "../messages/found.ts";
import { nearest } from "../text/nearest.ts";
import { type ListedFile, type Listing, withoutExtension } from "./listing.ts";

/** What stands directly in a folder of data. */
export interface Folder {
  /** Its key: `examples`; empty for all of data/. */
  readonly key: string;
  readonly files: ReadonlyMap<string, ListedFile>;
  readonly folders: ReadonlyMap<string, Folder>;
}

/** What a path leads to: a file, a folder, or one of each with the same name. */
export type Target =
  | { readonly file: ListedFile; readonly folder: Folder | undefined }
  | { readonly file: undefined; readonly folder: Folder };

interface MutableFolder extends Folder {
  readonly files: Map<string, ListedFile>;
  readonly folders: Map<string, MutableFolder>;
}

/** Looks up in a listing; made once for it, so that each look-up is cheap. */
export class Lookup {
  readonly #files = new NameMap<ListedFile>();
  readonly #folders = new NameMap<MutableFolder>();
  readonly #outside: readonly string[];
  /** The keys of all files, in order of path. */
  readonly keys: readonly string[];
  /** Second files of a key, each with the one that counts: the first by path. */
  readonly conflicts: readonly (readonly [second: ListedFile, first: ListedFile])[];

  constructor({ files, outsideFolders }: Listing) {
    this.#outside = outsideFolders;
    const conflicts: [ListedFile, ListedFile][] = [];
    const keys = new Set<string>();
    this.#folders.add("", newFolder(""));
    for (const file of files) {
      const first = this.#files.exact(file.key);
      keys.add(file.key);
      this.#files.add(file.name, file);
      if (first === undefined) this.#add(file);
      else conflicts.push([file, first]);
    }
    this.conflicts = conflicts;
    this.keys = [...keys];
  }

  /**
   * What stands at a path below data/, with or without extension; exact case is
   * preferred, any case will do. Complaints: the path leaves data/, or nothing is there.
   */
  find(path: string): Found<Target> {
    const name = path.replace(/\/+$/, "");
    if (leavesData(path) || this.#isOutside(name)) return failed(outside(path));
    const file = this.#files.get(name);
    const folder = this.#folders.get(name);
    if (file?.isOutside) return failed(outside(path));
    if (file !== undefined) return { ok: true, value: { file, folder } };
    if (folder !== undefined) return { ok: true, value: { file, folder } };
    const message = `Unexpected data path "${path}", expected a YAML, TOML or JSON file below data/`;
    const key = withoutExtension(name.replace(/^(?:\.\/)?data\//, ""));
    const suggestion = this.#files.get(key)?.key ?? nearest(key, this.keys);
    return failed({ id: "data-missing", message, suggestion });
  }

  #add(file: ListedFile): void {
    const segments = file.key.split("/");
    const name = segments.pop() ?? "";
    this.#files.add(file.key, file);
    this.#folder(segments).files.set(name, file);
  }

  #folder(segments: readonly string[]): MutableFolder {
    const key = segments.join("/");
    const known = this.#folders.exact(key);
    if (known !== undefined) return known;
    const folder = newFolder(key);
    this.#folders.add(key, folder);
    this.#folder(segments.slice(0, -1)).folders.set(segments.at(-1) ?? "", folder);
    return folder;
  }

  #isOutside(name: string): boolean {
    return this.#outside.some((folder) => `${name}/`.startsWith(folder === "" ? "" : `${folder}/`));
  }
}

/** Values by name; the first of a name counts. */
class NameMap<T> {
  readonly #exact = new Map<string, T>();
  readonly #anyCase = new Map<string, T>();

  add(name: string, value: T): void {
    if (!this.#exact.has(name)) this.#exact.set(name, value);
    const lower = name.toLowerCase();
    if (!this.#anyCase.has(lower)) this.#anyCase.set(lower, value);
  }

  exact(name: string): T | undefined {
    return this.#exact.get(name);
  }

  get(name: string): T | undefined {
    return this.#exact.get(name) ?? this.#anyCase.get(name.toLowerCase());
  }
}

function newFolder(key: string): MutableFolder {
  return { key, files: new Map(), folders: new Map() };
}

/** Also a drive's letter: a path is the same on every system. */
function leavesData(path: string): boolean {
  const isElsewhere = path.startsWith("/") || /[\\\0]/.test(path) || /^[a-z]:/i.test(path);
  return isElsewhere || path.split("/").includes("..");
}

/** The complaint about a path that leads out of the site. */
export function outside(path: string): Complaint {
  const message = `Unexpected data path "${path}", expected one that stays inside of the site`;
  return { id: "data-outside", message };
}

function failed(complaint: Complaint): Found<never> {
  return { ok: false, complaint };
}
