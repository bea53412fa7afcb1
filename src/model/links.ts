/**
 * Resolves links whatever their form: root-relative, relative, `.md`, with or
 * without the final slash, `ref` and `relref`.
 */
import { posix } from "node:path";
import type { Complaint, Found } from "../messages/found.ts";
import { editDistance, nearest } from "../text/nearest.ts";
import type { Page, Settings, Upstream } from "./types.ts";
import { normalUrl } from "./urls.ts";

export interface ResolvedLink {
  readonly kind: "page" | "file" | "external" | "upstream" | "same-page";
  /** The address as a page carries it, with the base path. */
  readonly url: string;
  readonly page: Page | undefined;
  readonly fragment: string | undefined;
}

/** Where a link stands. */
export interface LinkOrigin {
  /** The page that shows it; undefined for a file that is no page. */
  readonly page: Page | undefined;
  /** The file that it is written in, from the site's root. */
  readonly file: string;
  readonly kind: "link" | "image";
}

/** What the resolver knows of the site. */
export interface LinkSite {
  readonly pages: readonly Page[];
  readonly settings: Settings;
  /** Aliases, by path, with the page that each leads to. */
  readonly aliases: ReadonlyMap<string, Page>;
  /** Static files and resources, by path from the output's root: `/images/a.png`. */
  readonly files: ReadonlySet<string>;
}

/** Edits that make a slip of a name; more make another name. */
const MAX_SLIP = 2;

/** `https:`, `mailto:` and the like, or `//host`. */
const EXTERNAL = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

export class LinkResolver {
  readonly #site: LinkSite;
  readonly #byUrl = new Map<string, Page>();
  readonly #byPath = new Map<string, Page>();
  readonly #byName = new Map<string, Page[]>();
  /** The last segments of pages' addresses, by the path above them. */
  readonly #namesBelow = new Map<string, string[]>();
  readonly #upstream: readonly Upstream[];

  constructor(site: LinkSite) {
    this.#site = site;
    this.#upstream = [...site.settings.upstream].sort((a, b) => b.prefix.length - a.prefix.length);
    for (const page of site.pages) {
      if (page.isPublished) {
        this.#byUrl.set(page.url, page);
        const parent = posix.dirname(page.url.replace(/\/$/, ""));
        const names = this.#namesBelow.get(parent) ?? [];
        this.#namesBelow.set(parent, [...names, posix.basename(page.url)]);
      }
      const path = contentPath(page);
      this.#byPath.set(path, page);
      const name = posix.basename(path);
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), page]);
    }
  }

  /** The address that a link leads to, or why it leads nowhere. */
  resolve(href: string, origin: LinkOrigin): Found<ResolvedLink> {
    if (EXTERNAL.test(href))
      return found({ kind: "external", url: href, page: undefined, fragment: undefined });
    const { path, query, fragment } = split(href);
    if (path === "") {
      const samePage = { kind: "same-page", url: href, page: origin.page, fragment } as const;
      return found(query === "" ? samePage : { ...samePage, fragment: undefined });
    }
    for (const candidate of candidates(path, origin)) {
      const resolved = this.#at(candidate, query, fragment);
      if (resolved !== undefined) return found(resolved);
    }
    return { ok: false, complaint: this.#missing(href, path, origin) };
  }

  /** The address of the page that `ref` or `relref` names (Hugo: hugolib/pagecollections.go). */
  ref(target: string, from: Page | undefined, kind: "absolute" | "relative"): Found<string> {
    const { path, fragment } = split(target);
    const suffix = fragment === undefined ? "" : `#${fragment}`;
    if (path === "") return { ok: true, value: suffix };
    const page = this.#refPage(path, from);
    if (page !== undefined && !Array.isArray(page))
      return { ok: true, value: `${this.#refUrl(page, kind)}${suffix}` };
    if (page !== undefined) {
      const names = page.map(({ path: name }) => name).join(", ");
      const message = `Unexpected page name "${target}", which is ambiguous: ${names}`;
      return { ok: false, complaint: { id: "ref-ambiguous", message } };
    }
    if (this.#site.settings.refLinksErrorLevel === "warning") {
      return { ok: true, value: this.#site.settings.refLinksNotFoundURL };
    }
    const name = trimmed(path);
    const known = name.includes("/") ? this.#byPath.keys() : this.#byName.keys();
    const message = `Unexpected page "${target}", expected the path of one in content/`;
    return {
      ok: false,
      complaint: { id: "ref-missing", message, suggestion: nearest(name, known) },
    };
  }

  /** A path of the site with the base path before it. */
  href(url: string): string {
    const { base } = this.#site.settings;
    return url.startsWith("/") ? `${base.slice(0, -1)}${url}` : url;
  }

  #at(path: string, query: string, fragment: string | undefined): ResolvedLink | undefined {
    const suffix = `${query}${fragment === undefined ? "" : `#${fragment}`}`;
    const url = normalUrl(decode(path));
    const page =
      this.#byUrl.get(url) ??
      this.#byUrl.get(url.replace(/\/$/, "")) ??
      this.#markdownPage(url) ??
      this.#site.aliases.get(url);
    const upstream = this.#upstreamOf(url);
    // A section page that nobody wrote has no headings to lead to; upstream's has.
    const isWritten =
      page?.source !== undefined || fragment === undefined || upstream === undefined;
    if (page !== undefined && isWritten) {
      return { kind: "page", url: `${this.href(page.url)}${suffix}`, page, fragment };
    }
    const file = url.replace(/\/$/, "");
    if (this.#site.files.has(file)) {
      return { kind: "file", url: `${this.href(file)}${suffix}`, page: undefined, fragment };
    }
    if (upstream === undefined) return undefined;
    return { kind: "upstream", url: `${upstream.url}${url}${suffix}`, page: undefined, fragment };
  }

  /** `/a/b.md`: the page of that file, by its path in content/. */
  #markdownPage(url: string): Page | undefined {
    if (!/\.(md|markdown)\/?$/i.test(url)) return undefined;
    return this.#byPath.get(trimmed(url.replace(/^\/content\//, "/")));
  }

  /** The longest prefix wins. What is nearly a page of this site was meant to be that page. */
  #upstreamOf(url: string): Upstream | undefined {
    const upstream = this.#upstream.find(({ prefix }) => url.startsWith(prefix));
    return upstream === undefined || this.#isSlip(url) ? undefined : upstream;
  }

  /** Whether a page beside this address has nearly its name. */
  #isSlip(url: string): boolean {
    const parent = posix.dirname(url.replace(/\/$/, ""));
    const name = posix.basename(url);
    const limit = Math.min(MAX_SLIP, Math.ceil(name.length / 3)) + 1;
    return (this.#namesBelow.get(parent) ?? []).some(
      (known) => known !== name && editDistance(known, name, limit) < limit,
    );
  }

  #missing(href: string, path: string, origin: LinkOrigin): Complaint {
    const [first = path] = candidates(path, origin);
    if (origin.kind === "image" || this.#looksLikeFile(path)) {
      const suggestion = nearest(first, this.#site.files);
      const id = origin.kind === "image" ? "image-missing" : "link-missing";
      return {
        id,
        message: `Unexpected address "${href}", expected a file of this site`,
        suggestion,
      };
    }
    const suggestion = nearest(normalUrl(decode(first)), this.#byUrl.keys());
    const message = `Unexpected address "${href}", expected a page of this site`;
    return { id: "link-missing", message, suggestion };
  }

  #looksLikeFile(path: string): boolean {
    return /\.[a-z0-9]{2,4}$/i.test(path) && !/\.(md|markdown|html)$/i.test(path);
  }

  /**
   * Without a leading slash: relative to the page's folder, then from the content
   * root, then by unique base name; `./` and `../` are relative only.
   */
  #refPage(target: string, from: Page | undefined): Page | Page[] | undefined {
    const name = trimmed(target);
    const folder = from === undefined ? "" : refFolder(from);
    if (target.startsWith("/")) return this.#byPath.get(name);
    const relative = this.#byPath.get(trimmed(posix.join("/", folder, target)));
    if (relative !== undefined || /^\.\.?\//.test(target)) return relative;
    const rooted = this.#byPath.get(name);
    if (rooted !== undefined || name.includes("/")) return rooted;
    const named = this.#byName.get(name) ?? [];
    return named.length > 1 ? named : named[0];
  }

  #refUrl(page: Page, kind: "absolute" | "relative"): string {
    const { baseURL } = this.#site.settings;
    // The link step adds the base path, so that both forms of a link are treated alike.
    return kind === "absolute" && baseURL !== undefined
      ? `${baseURL}${page.url.slice(1)}`
      : page.url;
  }
}

function found(value: ResolvedLink): Found<ResolvedLink> {
  return { ok: true, value };
}

function split(href: string): { path: string; query: string; fragment: string | undefined } {
  const hash = href.indexOf("#");
  const fragment = hash === -1 ? undefined : decode(href.slice(hash + 1));
  const rest = hash === -1 ? href : href.slice(0, hash);
  const mark = rest.indexOf("?");
  return mark === -1
    ? { path: rest, query: "", fragment }
    : { path: rest.slice(0, mark), query: rest.slice(mark), fragment };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * The paths that an address can mean: from the root; as a browser takes it, from
 * the page's address; as an author may mean it, from the file; and from where the
 * page stood once.
 */
function candidates(path: string, { page, file }: LinkOrigin): string[] {
  if (path.startsWith("/")) return [path];
  const bases = [
    ...(page === undefined ? [] : [page.url]),
    `${posix.dirname(file.replace(/^(content|data)\//, "/"))}/`,
    ...(page?.frontMatter.aliases ?? []).filter((alias) => alias.startsWith("/")).map(normalUrl),
  ];
  return [...new Set(bases.map((base) => joined(base, path)))];
}

/** A relative address from a base, as browsers join them; it cannot leave the site. */
function joined(base: string, path: string): string {
  const folder = base.slice(0, base.lastIndexOf("/") + 1);
  const absolute = posix.join("/", folder, path);
  return path.endsWith("/") || /(^|\/)\.{1,2}$/.test(path) ? `${absolute}/` : absolute;
}

/** A page's path below content/, without extension and index name, in lower case. */
function contentPath(page: Page): string {
  return trimmed(page.path.replace(/^content\//, ""));
}

function trimmed(path: string): string {
  return path
    .replace(/^\/+|\/+$/g, "")
    .replace(/\.(md|markdown)$/i, "")
    .replace(/(^|\/)_?index$/, "")
    .toLowerCase();
}

/** Hugo: a branch's own directory, else the directory that holds the page or its bundle. */
function refFolder(page: Page): string {
  const path = page.path.replace(/^content\//, "");
  const folder = posix.dirname(path);
  return /(^|\/)index\.[^/]+$/.test(path) ? posix.dirname(folder) : folder;
}
