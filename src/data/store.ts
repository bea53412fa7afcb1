/** Looks data up by path and name: the only reader of data/. */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, Diagnostics, type Finding } from "../messages/diagnostic.ts";
import type { Complaint, Found } from "../messages/found.ts";
import { nearest } from "../text/nearest.ts";
import { Source } from "../text/source.ts";
import { type Entries, looksLikeEntries, readEntries } from "./entries.ts";
import { type ListedFile, listData } from "./listing.ts";
import { formatOfPath, parseDataFile } from "./parse.ts";
import type { DataFile, DataNode, DataPair, Entry } from "./types.ts";

/** Larger files are refused. */
const MAX_BYTES = 5 * 1024 * 1024;

/** Settings, read by the site itself; no data of pages. */
const SETTINGS = "site";

export interface FoundEntry {
  readonly entry: Entry;
  /** `data/a.yml#name`. */
  readonly target: string;
}

export interface FoundData {
  readonly value: DataNode;
  readonly target: string;
}

/** The data of one site. Files are read when first asked for. */
export class DataStore {
  readonly #root: string;
  readonly #listed: readonly ListedFile[];
  readonly #files = new Map<string, Found<DataFile>>();
  readonly #entries = new Map<string, Entries>();
  readonly #diagnostics = new Diagnostics();

  constructor(root: string, folder: string) {
    this.#root = root;
    this.#listed = listData(root, folder).filter(({ key }) => key !== SETTINGS);
    this.#reportConflicts();
  }

  /** A file by its path below data/, with or without extension, in any case. */
  file(path: string): Found<DataFile> {
    const listed = this.#find(path);
    return listed.ok ? this.#load(listed.value) : listed;
  }

  /** A named entry of a file. */
  entry(path: string, name: string): Found<FoundEntry> {
    const file = this.file(path);
    if (!file.ok) return file;
    const { byName } = this.#entriesOf(file.value);
    const entry = byName.get(name);
    if (entry !== undefined)
      return { ok: true, value: { entry, target: `${file.value.path}#${name}` } };
    const message = `Unexpected entry "${name}", expected one of ${file.value.path}`;
    return {
      ok: false,
      complaint: { id: "entry-missing", message, suggestion: nearest(name, byName.keys()) },
    };
  }

  /** A whole file, or a folder as a map of its files (Hugo: folders nest). */
  named(path: string): Found<FoundData> {
    const file = this.file(path);
    if (file.ok) return { ok: true, value: { value: file.value.value, target: file.value.path } };
    const folder = this.#folder(keyOf(path));
    if (folder === undefined) return file;
    return { ok: true, value: { value: folder, target: `data/${keyOf(path)}/` } };
  }

  /** The keys of all files, for suggestions. */
  paths(): string[] {
    return this.#listed.map(({ key }) => key);
  }

  /** Reads and checks every file, also those that no page uses. */
  checkAll(): void {
    for (const listed of this.#listed) {
      const file = this.#load(listed);
      if (file.ok && looksLikeEntries(file.value)) this.#entriesOf(file.value);
    }
  }

  /** What is wrong with the files that were read. */
  diagnostics(): Diagnostic[] {
    return this.#diagnostics.list();
  }

  #find(path: string): Found<ListedFile> {
    const refused = refusal(path);
    if (refused !== undefined) return { ok: false, complaint: refused };
    const key = keyOf(path);
    const exact = this.#listed.find((file) => file.key === key);
    const found =
      exact ?? this.#listed.find((file) => file.key.toLowerCase() === key.toLowerCase());
    if (found?.isOutside) return { ok: false, complaint: outside(path) };
    if (found !== undefined) return { ok: true, value: found };
    const message = `Unexpected data path "${path}", expected a file below data/`;
    return {
      ok: false,
      complaint: { id: "data-missing", message, suggestion: nearest(key, this.paths()) },
    };
  }

  #load({ path, isOutside }: ListedFile): Found<DataFile> {
    const known = this.#files.get(path);
    if (known !== undefined) return known;
    const loaded = isOutside ? this.#refuse(path, outside(path)) : this.#read(path);
    this.#files.set(path, loaded);
    return loaded;
  }

  #read(path: string): Found<DataFile> {
    const file = join(this.#root, path);
    const format = formatOfPath(path);
    if (format === undefined) {
      const message = `Unexpected format of ${path}, expected YAML, TOML or JSON`;
      return this.#refuse(path, { id: "data-syntax", message });
    }
    if (statSync(file).size > MAX_BYTES) {
      const message = `Unexpected size of ${path}, expected at most 5 MB`;
      return this.#refuse(path, { id: "data-size", message });
    }
    const source = new Source(path, readFileSync(file, "utf8"));
    const { value, problems } = parseDataFile(source, format);
    for (const problem of problems) this.#diagnostics.add(problem);
    if (value === undefined) {
      const why = problems.length === 0 ? "is empty" : "cannot be parsed";
      return {
        ok: false,
        complaint: { id: "data-syntax", message: `Unexpected data path: ${path} ${why}` },
      };
    }
    return { ok: true, value: { path, source, value } };
  }

  /** The problem belongs to the file, and to each call that asks for it. */
  #refuse(path: string, complaint: Complaint): Found<never> {
    const source = new Source(path, "");
    this.#diagnostics.add({ ...complaint, span: { source, start: 0, end: 0 } });
    return { ok: false, complaint };
  }

  #entriesOf(file: DataFile): Entries {
    const known = this.#entries.get(file.path);
    if (known !== undefined) return known;
    const entries = readEntries(file);
    for (const problem of entries.problems) this.#diagnostics.add(problem);
    this.#entries.set(file.path, entries);
    return entries;
  }

  #folder(key: string): DataNode | undefined {
    const prefix = key === "" ? "" : `${key.toLowerCase()}/`;
    const pairs = new Map<string, DataPair>();
    for (const listed of this.#listed) {
      if (!listed.key.toLowerCase().startsWith(prefix)) continue;
      const [name = "", ...below] = listed.key.slice(prefix.length).split("/");
      if (pairs.has(name)) continue;
      const value = below.length > 0 ? this.#folder(`${prefix}${name}`) : this.#fileValue(listed);
      if (value !== undefined) pairs.set(name, { key: name, keyRange: value.range, value });
    }
    if (pairs.size === 0) return undefined;
    return { kind: "map", pairs: [...pairs.values()], range: { start: 0, end: 0 } };
  }

  #fileValue(listed: ListedFile): DataNode | undefined {
    const file = this.#load(listed);
    return file.ok ? file.value.value : undefined;
  }

  /** Two files of one key: the first by path counts. */
  #reportConflicts(): void {
    const first = new Map<string, ListedFile>();
    for (const listed of this.#listed) {
      const key = listed.key.toLowerCase();
      const other = first.get(key);
      if (other === undefined) {
        first.set(key, listed);
        continue;
      }
      const message = `Unexpected second data file for "${listed.key}", ${other.path} counts`;
      const source = new Source(listed.path, "");
      const finding: Finding = { id: "data-conflict", message, span: { source, start: 0, end: 0 } };
      this.#diagnostics.add(finding);
    }
  }
}

/** The data of the site at `root` (absolute), in `folder`. */
export function createDataStore(root: string, folder = "data"): DataStore {
  return new DataStore(root, folder);
}

function keyOf(path: string): string {
  const key = path.replace(/\/+$/, "");
  return formatOfPath(key) === undefined ? key : key.replace(/\.[a-z]+$/i, "");
}

function refusal(path: string): Complaint | undefined {
  const isOutside = path.startsWith("/") || /[\\\0]/.test(path) || /^[a-z]:/i.test(path);
  return isOutside || path.split("/").includes("..") ? outside(path) : undefined;
}

function outside(path: string): Complaint {
  const message = `Unexpected data path "${path}", expected one that stays inside of data/`;
  return { id: "data-outside", message };
}
