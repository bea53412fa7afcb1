/** Which site a file belongs to. An editor may have several open. */
import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { SiteSession } from "./site-session.ts";

/** What stands beside `content/` at the top of a site, in one of these forms. */
const BESIDE = [
  "data",
  "layouts",
  "config",
  "hugo.toml",
  "hugo.yaml",
  "config.toml",
  "config.yaml",
];

/** A file of a site. */
export interface SiteFile {
  readonly session: SiteSession;
  /** From the site's root, with `/`. */
  readonly path: string;
}

export class Sites {
  readonly #sessions = new Map<string, SiteSession>();
  /** The folders that the editor has open. */
  readonly #folders = new Set<string>();
  readonly #root: string | undefined;

  /** `root`: the only site there is; without it, sites are found by their files. */
  constructor(root: string | undefined) {
    if (root !== undefined) this.#root = realpathSync(root);
  }

  get sessions(): Iterable<SiteSession> {
    return this.#sessions.values();
  }

  /** The site in a folder, if it is open. */
  at(root: string): SiteSession | undefined {
    return this.#sessions.get(root);
  }

  /** A folder is open in the editor: its site, if it is one. */
  openFolder(folder: string): SiteSession | undefined {
    if (existsSync(folder)) this.#folders.add(realpathSync(folder));
    const root = this.#root ?? (isSite(folder) ? realpathSync(folder) : undefined);
    return root === undefined ? undefined : this.#session(root);
  }

  /** A folder is open no more; gives the sites that were open for its sake. */
  closeFolder(folder: string): SiteSession[] {
    this.#folders.delete(existsSync(folder) ? realpathSync(folder) : folder);
    const closed = [...this.#sessions.values()].filter(
      ({ root }) =>
        root !== this.#root &&
        isWithin(root, folder) &&
        ![...this.#folders].some((other) => isWithin(root, other)),
    );
    for (const { root } of closed) this.#sessions.delete(root);
    return closed;
  }

  /** The site of a document; undefined for what is no file, and for files of no site. */
  find(uri: string): SiteFile | undefined {
    const file = fileOf(uri);
    return file === undefined ? undefined : this.#fileOf(file, this.#rootOf(file));
  }

  /** The same for a file that something else changed: only sites that are open follow it. */
  findOpen(uri: string): SiteFile | undefined {
    const file = fileOf(uri);
    const root = file && this.#rootOf(file);
    if (file === undefined || root === undefined) return undefined;
    const isOpen = this.#sessions.has(root) || this.#folders.has(root);
    return isOpen ? this.#fileOf(file, root) : undefined;
  }

  /** The nearest site above a file; a known one also if it has lost its content. */
  #rootOf(file: string): string | undefined {
    const known = [...this.#sessions.keys()].filter((root) => isWithin(file, root));
    return this.#root ?? siteAbove(file) ?? known.sort((a, b) => b.length - a.length)[0];
  }

  #fileOf(file: string, root: string | undefined): SiteFile | undefined {
    if (root === undefined || !isWithin(file, root) || file === root) return undefined;
    return { session: this.#session(root), path: relative(root, file).split(sep).join("/") };
  }

  #session(root: string): SiteSession {
    const session = this.#sessions.get(root) ?? new SiteSession(root);
    this.#sessions.set(root, session);
    return session;
  }
}

/** The path of a document, its folder without symbolic links; the file itself may be new. */
export function fileOf(uri: string): string | undefined {
  if (!uri.startsWith("file:")) return undefined;
  try {
    const file = fileURLToPath(uri);
    for (let folder = dirname(file); ; folder = dirname(folder)) {
      if (existsSync(folder)) return join(realpathSync(folder), relative(folder, file));
      if (dirname(folder) === folder) return file;
    }
  } catch {
    return undefined;
  }
}

/** The nearest folder above a file that is a site. */
function siteAbove(file: string): string | undefined {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (isSite(folder)) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** Whether a path is that of a folder, or of something in it. */
function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function isSite(folder: string): boolean {
  const content = statSync(join(folder, "content"), { throwIfNoEntry: false });
  if (content?.isDirectory() !== true) return false;
  return BESIDE.some((name) => existsSync(join(folder, name))) || !isWithinContent(folder);
}

/** A page may stand in `content/a/content/`. */
function isWithinContent(folder: string): boolean {
  return folder.split(sep).includes("content");
}
