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
  readonly #root: string | undefined;

  /** `root`: the only site there is; without it, sites are found by their files. */
  constructor(root: string | undefined) {
    if (root !== undefined) this.#root = realpathSync(root);
  }

  get sessions(): Iterable<SiteSession> {
    return this.#sessions.values();
  }

  /** Opens the site of the editor's folder, if that is one. */
  openFolder(folder: string): void {
    const root = this.#root ?? (isSite(folder) ? realpathSync(folder) : undefined);
    if (root !== undefined) this.#session(root);
  }

  /** The site of a document; undefined for what is no file, and for files of no site. */
  find(uri: string): SiteFile | undefined {
    const file = fileOf(uri);
    if (file === undefined) return undefined;
    const root = this.#root ?? siteAbove(file);
    if (root === undefined || !file.startsWith(root + sep)) return undefined;
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

function isSite(folder: string): boolean {
  const content = statSync(join(folder, "content"), { throwIfNoEntry: false });
  if (content?.isDirectory() !== true) return false;
  return BESIDE.some((name) => existsSync(join(folder, name))) || !isWithinContent(folder);
}

/** A page may stand in `content/a/content/`. */
function isWithinContent(folder: string): boolean {
  return folder.split(sep).includes("content");
}
