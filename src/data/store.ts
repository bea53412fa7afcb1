/** Looks data up by path and name: the only reader of data/. */
import { type Diagnostic, Diagnostics, type Finding, type Span } from "../messages/diagnostic.ts";
import type { Complaint, Found } from "../messages/found.ts";
import type { ChangedPaths } from "../text/changed-paths.ts";
import { nearest } from "../text/nearest.ts";
import { Source } from "../text/source.ts";
import { during } from "../timing/recorder.ts";
import { type Entries, looksLikeEntries, readEntries } from "./entries.ts";
import { type ListedFile, type Listing, listData } from "./listing.ts";
import { type Folder, Lookup } from "./lookup.ts";
import { kindName } from "./node.ts";
import { type ReadData, readDataFile } from "./read.ts";
import type { DataFile, DataMap, DataNode, DataPair, Entry } from "./types.ts";

/** The key of the site's settings, which the site itself reads; no data of pages. */
const SETTINGS = "site";

const NO_ENTRIES: Entries = { byName: new Map(), problems: [] };

const NO_RANGE = { start: 0, end: 0 } as const;

/** An entry with its name for uses: `data/a.yml#name`. */
export interface FoundEntry {
  readonly entry: Entry;
  readonly target: string;
}

/** A file's or folder's value with its path: `data/a.yml`, `data/a/`. */
export interface FoundData {
  readonly value: DataNode;
  readonly target: string;
}

/** A file with its named entries. */
export interface ListedData {
  readonly path: string;
  readonly source: Source;
  /** How pages name it: its path below data/, without extension. */
  readonly key: string;
  readonly value: DataNode;
  /** Its items that have names, also where nobody asks for them. */
  readonly entries: readonly Entry[];
  /** Whether they are asked for by name, or look as if they were. */
  readonly isEntries: boolean;
}

/** Stores of one site, opened one after the other, have files in common. */
const knownEntries = new WeakMap<DataFile, Entries>();

/** The data of one site. Files are read when first asked for, then kept. */
export class DataStore {
  readonly #root: string;
  readonly #folders: readonly string[];
  readonly #read = new Map<string, ReadData>();
  readonly #entries = new Map<string, Entries>();
  /** Files that were asked for as a whole: they are no lists of entries by their looks. */
  readonly #freeForm = new Set<string>();
  /** Files that have not changed since another store read them. */
  readonly #before: ReadonlyMap<string, ReadData>;
  readonly #listing: Listing;
  readonly #lookup: Lookup;

  constructor(
    root: string,
    folders: readonly string[],
    before: ReadonlyMap<string, ReadData> = new Map(),
  ) {
    this.#root = root;
    this.#folders = folders;
    this.#before = before;
    this.#listing = this.#list();
    this.#lookup = new Lookup(this.#listing);
  }

  /**
   * What stands at a path below data/, with or without extension, in any case. A
   * folder is a map of its files and folders by name; ranges in it are those of
   * each file, and its own source is empty. A file and a folder of one name that
   * are both maps merge, the folder's keys first (Hugo); else the file counts.
   */
  file(path: string): Found<DataFile> {
    const found = this.#lookup.find(path);
    if (!found.ok) return found;
    const { file, folder } = found.value;
    if (file === undefined) {
      const value = folderFile(this.#folders, folder, this.#folderMap(folder));
      return { ok: true, value };
    }
    this.#freeForm.add(file.path);
    const read = this.#load(file);
    if (folder === undefined || !read.ok || read.value.value.kind !== "map") return read;
    const value = merged(this.#folderMap(folder), read.value.value);
    return { ok: true, value: { ...read.value, value } };
  }

  /** A named entry of a file; names compare exactly. */
  entry(path: string, name: string): Found<FoundEntry> {
    const found = this.#lookup.find(path);
    if (!found.ok) return found;
    const { file } = found.value;
    if (file === undefined) return failed(shapeComplaint(path, "folder"));
    const read = this.#load(file);
    if (!read.ok) return read;
    const { byName } = this.#entriesOf(read.value);
    const entry = byName.get(name);
    if (entry !== undefined) return { ok: true, value: { entry, target: `${file.path}#${name}` } };
    const { value } = read.value;
    if (value.kind !== "list") return failed(shapeComplaint(file.path, kindName(value)), file.path);
    const message = `Unexpected entry "${name}", expected one of ${file.path}`;
    return failed({ id: "entry-missing", message, suggestion: nearest(name, byName.keys()) });
  }

  /** The names of a file's entries, for editors; none where there is no such file. */
  entryNames(path: string): string[] {
    const found = this.#lookup.find(path);
    const read = found.ok && found.value.file !== undefined && this.#load(found.value.file);
    if (read === false || !read.ok || read.value.value.kind !== "list") return [];
    return [...this.#entriesOf(read.value).byName.keys()];
  }

  /** The value of `file`, with its path. */
  named(path: string): Found<FoundData> {
    const found = this.file(path);
    if (!found.ok) return found;
    return { ok: true, value: { value: found.value.value, target: found.value.path } };
  }

  /** All entries of files that are lists of them, in order of file and place. */
  allEntries(): Entry[] {
    this.checkAll();
    return [...this.#entries.values()]
      .flatMap(({ byName }) => [...byName.values()])
      .sort(
        (a, b) =>
          Number(a.source.path > b.source.path) - Number(a.source.path < b.source.path) ||
          a.range.start - b.range.start,
      );
  }

  /** The files that were read and parsed. */
  sources(): Source[] {
    return [...this.#read.values()].flatMap(({ file }) => (file.ok ? [file.value.source] : []));
  }

  /** The keys of all files, for suggestions. */
  paths(): string[] {
    return [...this.#lookup.keys];
  }

  /** Every file that can be read, in order of path. Reports nothing about its entries. */
  files(): ListedData[] {
    return this.#listing.files.flatMap((listed) => {
      const file = this.#load(listed);
      if (!file.ok) return [];
      const { path, source } = file.value;
      const known = this.#entries.get(path);
      const isList = file.value.value.kind === "list";
      const { byName } = known ?? (isList ? readEntries(file.value) : NO_ENTRIES);
      const isUsed = known !== undefined && byName.size > 0;
      const isEntries = isUsed || (!this.#freeForm.has(path) && looksLikeEntries(file.value));
      const { value } = file.value;
      return [{ path, source, key: listed.key, value, entries: [...byName.values()], isEntries }];
    });
  }

  /** Reads every file, also those that no page uses, and checks what looks like entries. */
  checkAll(): void {
    for (const listed of this.#listing.files) {
      const file = this.#load(listed);
      if (!file.ok || this.#freeForm.has(listed.path)) continue;
      if (looksLikeEntries(file.value)) this.#entriesOf(file.value);
    }
  }

  /** What is wrong with the listing, and with the files and entries that were read; each once. */
  diagnostics(): Diagnostic[] {
    const all = new Diagnostics();
    for (const [second, first] of this.#lookup.conflicts) all.add(this.#conflict(second, first));
    for (const { problems } of this.#read.values())
      for (const problem of problems) all.add(problem);
    for (const { problems } of this.#entries.values()) {
      for (const problem of problems) all.add(problem);
    }
    return all.list();
  }

  /** A store of the files as they are now, of which only those that may have `changed` are read. */
  reopened(changed: ChangedPaths): DataStore {
    const read = changed.without(new Map([...this.#before, ...this.#read]));
    return new DataStore(this.#root, this.#folders, read);
  }

  #conflict(second: ListedFile, first: ListedFile): Finding {
    const message = `Unexpected second data file for "${second.key}", expected one; ${first.path} counts`;
    const related = [{ what: "the file that counts", span: this.#wholeOf(first) }];
    return { id: "data-conflict", message, span: this.#wholeOf(second), related };
  }

  /** With its text, where an excuse may stand. */
  #wholeOf(listed: ListedFile): Span {
    const { file } = this.#read.get(listed.path) ?? readDataFile(this.#root, listed);
    const source = file.ok ? file.value.source : new Source(listed.path, "");
    return { source, start: 0, end: 0 };
  }

  #list(): Listing {
    const { files, outsideFolders } = listData(this.#root, this.#folders);
    return { files: files.filter(({ key }) => key !== SETTINGS), outsideFolders };
  }

  #load(listed: ListedFile): Found<DataFile> {
    const known = this.#read.get(listed.path);
    if (known !== undefined) return known.file;
    const before = this.#before.get(listed.path);
    // What a link leads to changes elsewhere.
    const isKept = before !== undefined && !listed.isLink;
    const read = isKept ? before : during("read", () => readDataFile(this.#root, listed));
    this.#read.set(listed.path, read);
    return read.file;
  }

  #entriesOf(file: DataFile): Entries {
    const known = this.#entries.get(file.path);
    if (known !== undefined) return known;
    const entries = knownEntries.get(file) ?? readEntries(file);
    knownEntries.set(file, entries);
    this.#entries.set(file.path, entries);
    return entries;
  }

  /** Files that cannot be read are left out; their problems tell. */
  #folderMap({ files, folders }: Folder): DataMap {
    const pairs = new Map<string, DataPair>();
    const add = (key: string, value: DataNode): void => {
      const other = pairs.get(key)?.value;
      const both = other?.kind === "map" && value.kind === "map" ? merged(other, value) : undefined;
      pairs.set(key, { key, keyRange: NO_RANGE, value: both ?? value });
    };
    for (const [name, folder] of folders) add(name, this.#folderMap(folder));
    for (const [name, listed] of files) {
      const file = this.#load(listed);
      if (file.ok) add(name, file.value.value);
    }
    return { kind: "map", pairs: [...pairs.values()], range: NO_RANGE };
  }
}

/** The data of the site at `root` (absolute), in its `dataDirs`; of several, the first wins. */
export function createDataStore(root: string, dataDirs: readonly string[] = ["data"]): DataStore {
  return new DataStore(root, dataDirs);
}

/** The first map's pairs, then those of the second with other keys. */
function merged(first: DataMap, second: DataMap): DataMap {
  const keys = new Set(first.pairs.map(({ key }) => key));
  const others = second.pairs.filter(({ key }) => !keys.has(key));
  return { ...first, pairs: [...first.pairs, ...others] };
}

function folderFile(folders: readonly string[], { key }: Folder, value: DataMap): DataFile {
  const path = `${[folders[0] ?? "data", key].filter((part) => part !== "").join("/")}/`;
  return { path, source: new Source(path, ""), value };
}

function shapeComplaint(path: string, kind: string): Complaint {
  const message = `Unexpected ${kind} at ${path}, expected a list of named entries`;
  return { id: "data-shape", message };
}

function failed(complaint: Complaint, target?: string): Found<never> {
  return { ok: false, complaint, ...(target === undefined ? {} : { target }) };
}
