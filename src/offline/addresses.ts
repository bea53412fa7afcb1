/** Addresses of a site as files of a copy name each other: relative, with `index.html` spelled out. */
import { posix } from "node:path";

/** Where the site stands on the web. */
export interface Home {
  /** The base path with both slashes. */
  readonly base: string;
  /** The absolute address of the site's root with final slash, if the settings say it. */
  readonly baseURL: string | undefined;
}

/** A host that nobody has (RFC 2606): relative addresses are read against it. */
const NOWHERE = "https://copy.invalid";

export class CopyAddresses {
  readonly #files: ReadonlySet<string>;
  readonly #home: Home;

  /** `files`: paths of the copy's files from its root, without first slash. */
  constructor(files: ReadonlySet<string>, home: Home) {
    this.#files = files;
    this.#home = home;
  }

  /**
   * The address that `address`, written in the file `from`, has in the copy. What lies
   * outside of the site stays as it is; what the copy lacks leads to the site on the
   * web, if it is known where that stands.
   */
  rewrite(address: string, from: string): string {
    const path = this.#pathOf(address, from);
    if (path === undefined) return address;
    const { search, hash } = path;
    const file = this.#fileAt(path.name);
    if (file !== undefined) return `${relativeAddress(from, file)}${search}${hash}`;
    const { baseURL } = this.#home;
    if (baseURL !== undefined)
      return `${new URL(encoded(path.name), baseURL).href}${search}${hash}`;
    return `${relativeAddress(from, path.name)}${search}${hash}`;
  }

  /** The path of the file that an address in `from` names; undefined if there is none. */
  fileIn(address: string, from: string): string | undefined {
    const path = this.#pathOf(address, from);
    return path === undefined ? undefined : this.#fileAt(path.name);
  }

  /** The same for an address that begins with the base path. */
  fileOf(address: string): string | undefined {
    return address.startsWith(this.#home.base) ? this.fileIn(address, "") : undefined;
  }

  /** The way to the copy's root from a file, with final slash. */
  rootFrom(from: string): string {
    return `${"../".repeat(from.split("/").length - 1)}` || "./";
  }

  #pathOf(
    address: string,
    from: string,
  ): { name: string; search: string; hash: string } | undefined {
    const written = address.trim();
    // A fragment leads to a place of the same file wherever that lies.
    if (written === "" || written.startsWith("#")) return undefined;
    const { base, baseURL } = this.#home;
    const served = `${base}${encoded(from.replace(/(^|\/)index\.html$/, "$1"))}`;
    const url = URL.parse(written, `${NOWHERE}${served}`);
    if (url === null) return undefined;
    const { pathname, search, hash } = url;
    if (url.origin === NOWHERE && `${pathname}/`.startsWith(base))
      return { name: decoded(pathname.slice(base.length)), search, hash };
    const site = baseURL === undefined ? null : new URL(baseURL);
    if (url.origin !== site?.origin || !pathname.startsWith(site.pathname)) return undefined;
    return { name: decoded(pathname.slice(site.pathname.length)), search, hash };
  }

  #fileAt(name: string): string | undefined {
    const bare = name.replace(/\/$/, "");
    const forms = [name, bare === "" ? "index.html" : `${bare}/index.html`, bare];
    return forms.find((form) => this.#files.has(form));
  }
}

/** From one file to another, with escapes; both are paths from the root. */
export function relativeAddress(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to) || posix.basename(to);
  const address = encoded(path);
  // `a:b.html` would be read as a scheme.
  return /^[^/]*:/.test(path) ? `./${address}` : address;
}

/** A path with what means something in addresses escaped. */
export function encoded(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
