/** Answers what shortcodes ask for, from the site's files, data and pages. */
import type { DataStore } from "../data/store.ts";
import { findDiagram } from "../diagrams/find.ts";
import type { Found } from "../messages/found.ts";
import { BUILT_IN } from "../shortcodes/definitions/index.ts";
import { partialDefinition } from "../shortcodes/partial.ts";
import type { Host, NamedText, PageList, ShortcodeDefinition } from "../shortcodes/types.ts";
import { listedPages, sectionAt, sectionMissing } from "../site/listing.ts";
import type { Site } from "../site/site.ts";
import type { Page } from "../site/types.ts";
import { splitFrontMatter } from "../text/front-matter.ts";
import { MappedText } from "../text/mapped.ts";
import { nearest } from "../text/nearest.ts";
import type { Source } from "../text/source.ts";
import type { SiteFiles } from "./site-files.ts";

/** What a site's hosts share. */
export interface HostParts {
  readonly site: Site;
  readonly data: DataStore;
  readonly files: SiteFiles;
  /** Whether an author looks at the pages while they are written. */
  readonly isDev: boolean;
}

/** The definitions of a site: partials in Markdown, then built-in ones, then partials in HTML. */
export class Definitions {
  readonly #files: SiteFiles;
  readonly #known = new Map<string, ShortcodeDefinition | undefined>();

  constructor(files: SiteFiles) {
    this.#files = files;
  }

  /** Hugo: names are looked up in any case. */
  get(name: string): ShortcodeDefinition | undefined {
    const key = name.toLowerCase();
    if (!this.#known.has(key)) this.#known.set(key, this.#find(key));
    return this.#known.get(key);
  }

  names(): string[] {
    return [...BUILT_IN.keys(), ...this.#files.partialNames()];
  }

  #find(name: string): ShortcodeDefinition | undefined {
    const partial = this.#files.partial(name);
    const builtIn = BUILT_IN.get(name);
    // A Hugo template in HTML for what is built in here would bring Go code along.
    if (partial === undefined || (partial.kind === "html" && builtIn !== undefined)) return builtIn;
    const { source } = partial;
    return partialDefinition(name, source, splitFrontMatter(source).bodyStart);
  }
}

/** The host of one page; `page` is undefined for a file outside of the content. */
export function createHost(
  { site, data, files, isDev }: HostParts,
  definitions: Definitions,
  page: Page | undefined,
): Host {
  return {
    definition: (name) => definitions.get(name),
    names: () => definitions.names(),
    entry: (file, name) => data.entry(file, name),
    data: (path) => data.named(path),
    file: (path) => {
      const found = files.include(path);
      return found.ok ? { ok: true, value: bodyOf(found.value) } : found;
    },
    page: (path) => pageText(site, path),
    pages: (section, having) => sectionPages(site, section, having),
    ref: (target, kind) => site.links.ref(target, page, kind),
    siteParameter: (key) => siteParameter(site, page, key),
    tabKey: (name) => site.settings.tabKeys.get(name)?.key,
    diagram: (name) => findDiagram(name, data, site.root),
    marksFailures: isDev,
  };
}

function bodyOf(source: Source): NamedText {
  const { bodyStart } = splitFrontMatter(source);
  return { text: MappedText.of(source, bodyStart), target: source.path };
}

/** Another page's text, by content path with or without extension, published or not. */
function pageText(site: Site, path: string): Found<NamedText> {
  const wanted = contentName(path.replace(/^\/*(content\/)?/, ""));
  const found = site.allPages.find(
    (page) =>
      page.source !== undefined && contentName(page.path.slice("content/".length)) === wanted,
  );
  if (found?.source !== undefined) return { ok: true, value: bodyOf(found.source) };
  const known = site.allPages.map((page) => `/${contentName(page.path.slice("content/".length))}`);
  const message = `Unexpected page "${path}", expected the path of one in content/`;
  const suggestion = nearest(`/${wanted}`, known);
  return { ok: false, complaint: { id: "include-missing", message, suggestion } };
}

function contentName(path: string): string {
  return path
    .replace(/\.(md|markdown)$/, "")
    .replace(/(^|\/)_?index$/, "")
    .replace(/\/+$/, "")
    .toLowerCase();
}

/** A section's pages, by its address. */
function sectionPages(site: Site, address: string, having: string | undefined): Found<PageList> {
  const section = sectionAt(site, address);
  if (section !== undefined) {
    return { ok: true, value: { pages: listedPages(site, section, having), target: section.path } };
  }
  return { ok: false, complaint: sectionMissing(site, address) };
}

/** Hugo's `param`: the page's parameters, then the site's; missing or false is a fault. */
function siteParameter(site: Site, page: Page | undefined, key: string): Found<string> {
  const path = key.toLowerCase().split(".");
  const own = page === undefined ? {} : { ...page.frontMatter.params, title: page.title };
  for (const params of [own, lowerKeys(site.settings.params)]) {
    const value = path.reduce<unknown>((at, name) => lowerKeys(at)[name], params);
    if (value !== undefined && value !== null && value !== false && value !== "") {
      return { ok: true, value: String(value) };
    }
  }
  const known = [...Object.keys(own), ...Object.keys(site.settings.params)];
  const message = `Unexpected parameter name "${key}", expected one of the page or the site`;
  const suggestion = nearest(key, known);
  return { ok: false, complaint: { id: "site-param-missing", message, suggestion } };
}

function lowerKeys(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.toLowerCase(), item]));
}
