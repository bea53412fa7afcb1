/**
 * Resolves links whatever their form: root-relative, relative, `.md`, with or
 * without the final slash, `ref` and `relref`.
 */
import { posix } from "node:path";
import type { Complaint, Found, FoundOr } from "../messages/found.ts";
import { editDistance, nearest } from "../text/nearest.ts";
import type { LeftPage } from "./content.ts";
import { LeftPages } from "./left-pages.ts";
import {
  type AddressParts,
  candidates,
  decoded,
  type LinkOrigin,
  splitAddress,
} from "./link-paths.ts";
import { namesPage, remarkOn } from "./link-remarks.ts";
import { RefResolver } from "./refs.ts";
import type { Page, Settings, Upstream } from "./types.ts";
import { normalUrl } from "./urls.ts";

export interface ResolvedLink {
  readonly kind: "page" | "file" | "external" | "upstream" | "same-page";
  /** The address as a page carries it, with the base path. */
  readonly url: string;
  readonly page: Page | undefined;
  readonly fragment: string | undefined;
  /** What is wrong with the address although it leads there. */
  readonly remark?: Complaint | undefined;
}

/** What the resolver knows of the site. */
export interface LinkSite {
  readonly pages: readonly Page[];
  /** Pages that are not built, and why. */
  readonly left?: readonly LeftPage[];
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
  readonly #refs: RefResolver;
  /** Published pages by address, escapes resolved. */
  readonly #byUrl: ReadonlyMap<string, Page>;
  /** The last segments of pages' addresses, by the path above them. */
  readonly #namesBelow: ReadonlyMap<string, readonly string[]>;
  readonly #upstream: readonly Upstream[];
  readonly #left: LeftPages;
  /** Addresses of pages and files in lower case, with those as they are. */
  readonly #anyCase = new Map<string, string>();
  /** What addresses from the root lead to, by their kind and themselves: pages share many. */
  readonly #fromRoot = new Map<string, Found<ResolvedLink>>();

  constructor(site: LinkSite) {
    this.#site = site;
    this.#refs = new RefResolver(site.pages, site.settings);
    this.#upstream = [...site.settings.upstream].sort((a, b) => b.prefix.length - a.prefix.length);
    const published = site.pages.filter(({ isPublished }) => isPublished);
    this.#byUrl = new Map(published.map((page) => [decoded(page.url), page]));
    this.#namesBelow = namesBelow(published);
    this.#left = new LeftPages(site.pages, site.left ?? []);
    for (const name of [...this.#byUrl.keys(), ...site.files]) {
      const lower = name.toLowerCase();
      if (!this.#anyCase.has(lower)) this.#anyCase.set(lower, name);
    }
  }

  /** The address that a link leads to, or why it leads nowhere. */
  resolve(href: string, origin: LinkOrigin): Found<ResolvedLink> {
    // What an address from the root leads to does not depend on who asks.
    const key = href.startsWith("/") ? `${origin.kind} ${href}` : undefined;
    const known = key === undefined ? undefined : this.#fromRoot.get(key);
    if (known !== undefined) return known;
    const answer = this.#resolve(href, origin);
    if (key !== undefined && answer.ok && this.#isBuilt(answer.value.page))
      this.#fromRoot.set(key, answer);
    return answer;
  }

  #resolve(href: string, origin: LinkOrigin): Found<ResolvedLink> {
    if (EXTERNAL.test(href))
      return found({ kind: "external", url: href, page: undefined, fragment: undefined });
    const parts = splitAddress(href);
    const { path, query, fragment } = parts;
    if (path === "" && origin.kind !== "link")
      return { ok: false, complaint: this.#missing(href, path, path, origin) };
    if (path === "") {
      const samePage = { kind: "same-page", url: href, page: origin.page, fragment } as const;
      return found(query === "" ? samePage : { ...samePage, fragment: undefined });
    }
    const paths = candidates(path, origin);
    // What this site has goes first, whatever way the address is read.
    const resolved =
      firstOf(paths, (candidate) => this.#here(candidate, parts, origin)) ??
      firstOf(paths, (candidate) => this.#inOtherCase(candidate, parts, origin)) ??
      firstOf(paths, (candidate) => this.#amongLeft(candidate, parts, origin.page)) ??
      firstOf(paths, (candidate) => this.#upstreamAddress(candidate, parts));
    if (resolved !== undefined) {
      const isRedirected = this.#isRedirected(paths, resolved);
      return found({
        ...resolved,
        remark: remarkOn(href, parts, this.#withoutBase(resolved), isRedirected),
      });
    }
    const left = firstOf(paths, (candidate) => this.#left.complaint(href, decoded(candidate)));
    const complaint = left ?? this.#missing(href, path, paths[0] ?? path, origin);
    return { ok: false, complaint };
  }

  /** Whether it is no page at all, or one that every page may link to. */
  #isBuilt(page: Page | undefined): boolean {
    return page === undefined || this.#byUrl.get(decoded(page.url)) === page;
  }

  /** The address of the page that `ref` or `relref` names. */
  ref(target: string, from: Page | undefined, kind: "absolute" | "relative"): FoundOr<string> {
    const found = this.#refs.resolve(target, from, kind);
    if (found.ok || found.complaint.id !== "ref-missing") return found;
    const left = this.#left.complaintOfRef(target, from);
    return left === undefined ? found : { ok: false, complaint: left };
  }

  /** A path of the site with the base path before it; other addresses stay as they are. */
  href(url: string): string {
    const { base } = this.#site.settings;
    return /^\/(?!\/)/.test(url) ? `${base.slice(0, -1)}${url}` : url;
  }

  /** What to call it to its author, who writes no base path. */
  #withoutBase(resolved: ResolvedLink): ResolvedLink {
    const { base } = this.#site.settings;
    const { url } = resolved;
    return url.startsWith(base) ? { ...resolved, url: `/${url.slice(base.length)}` } : resolved;
  }

  #here(
    path: string,
    { query, hash, fragment }: AddressParts,
    { kind }: Pick<LinkOrigin, "kind">,
  ): ResolvedLink | undefined {
    const url = normalUrl(decoded(path));
    const page = this.#pageAt(url);
    // A section page that nobody wrote has no headings to lead to; upstream's has.
    const isUpstreams =
      page?.source === undefined && fragment !== undefined && this.#upstreamOf(url) !== undefined;
    // No page is an image, a video or a script.
    if (page !== undefined && !isUpstreams && kind === "link") {
      return { kind: "page", url: `${this.href(page.url)}${query}${hash}`, page, fragment };
    }
    const file = url.replace(/\/$/, "");
    if (!this.#site.files.has(file)) return undefined;
    const escaped = encodeURI(file).replaceAll("#", "%23").replaceAll("?", "%3F");
    const address = `${this.href(escaped)}${query}${hash}`;
    return { kind: "file", url: address, page: undefined, fragment };
  }

  /** Whether one of the paths is an alias of the page that they lead to, and none its own name. */
  #isRedirected(paths: readonly string[], { page }: ResolvedLink): boolean {
    if (page === undefined || paths.some((path) => namesPage(path, page))) return false;
    return paths.some((path) => {
      const bare = normalUrl(decoded(path)).replace(/\/$/, "");
      return [bare, `${bare}/`].some((form) => this.#site.aliases.get(form) === page);
    });
  }

  /** The page or file whose address differs in case only. */
  #inOtherCase(
    path: string,
    parts: AddressParts,
    origin: Pick<LinkOrigin, "kind">,
  ): ResolvedLink | undefined {
    const bare = normalUrl(decoded(path)).replace(/\/$/, "").toLowerCase();
    const name = this.#anyCase.get(`${bare}/`) ?? this.#anyCase.get(bare);
    return name === undefined ? undefined : this.#here(encodeURI(name), parts, origin);
  }

  /** Pages that are not built may link to each other: they will be built together. */
  #amongLeft(
    path: string,
    { query, hash, fragment }: AddressParts,
    from: Page | undefined,
  ): ResolvedLink | undefined {
    const page = from && this.#left.pageFor(normalUrl(decoded(path)), from);
    if (page === undefined) return undefined;
    return { kind: "page", url: `${this.href(page.url)}${query}${hash}`, page, fragment };
  }

  #upstreamAddress(
    path: string,
    { query, hash, fragment }: AddressParts,
  ): ResolvedLink | undefined {
    const upstream = this.#upstreamOf(normalUrl(decoded(path)));
    if (upstream === undefined) return undefined;
    const url = `${upstream.url}${normalUrl(path)}${query}${hash}`;
    return { kind: "upstream", url, page: undefined, fragment };
  }

  /** A page by its address, its file's path, or an alias; a final slash may lack or be too much. */
  #pageAt(url: string): Page | undefined {
    const bare = url.replace(/\/$/, "");
    for (const form of [url, bare, `${bare}/`]) {
      const page = this.#byUrl.get(form) ?? this.#site.aliases.get(form);
      if (page !== undefined) return page;
    }
    return /\.(md|markdown)$/i.test(bare)
      ? this.#refs.page(bare.replace(/^\/content\//, "/"))
      : undefined;
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

  #missing(href: string, path: string, first: string, origin: LinkOrigin): Complaint {
    if (origin.kind !== "link" || looksLikeFile(path)) {
      const suggestion = nearest(decoded(first), this.#site.files);
      const id = origin.kind === "image" ? "image-missing" : "link-missing";
      const message = `Unexpected address "${href}", expected a file of this site`;
      return { id, message, suggestion };
    }
    const url = normalUrl(decoded(first));
    // What other generators call a page's file.
    const bare = url.replace(/(?:\/index)?\.html?\/?$|\/index\/?$/i, "");
    const suggestion = this.#pageAt(bare)?.url ?? nearest(url, this.#byUrl.keys());
    const message = `Unexpected address "${href}", expected a page of this site`;
    return { id: "link-missing", message, suggestion };
  }
}

function namesBelow(pages: readonly Page[]): Map<string, string[]> {
  const below = new Map<string, string[]>();
  for (const { url } of pages) {
    const parent = posix.dirname(url.replace(/\/$/, ""));
    const names = below.get(parent);
    if (names === undefined) below.set(parent, [posix.basename(url)]);
    else names.push(posix.basename(url));
  }
  return below;
}

function firstOf<T>(
  paths: readonly string[],
  resolve: (path: string) => T | undefined,
): T | undefined {
  for (const path of paths) {
    const resolved = resolve(path);
    if (resolved !== undefined) return resolved;
  }
  return undefined;
}

function looksLikeFile(path: string): boolean {
  return /\.[a-z0-9]{2,4}$/i.test(path) && !/\.(md|markdown|html)$/i.test(path);
}

function found(value: ResolvedLink): Found<ResolvedLink> {
  return { ok: true, value };
}
