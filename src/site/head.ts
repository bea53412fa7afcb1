/** What a page's head says of it to browsers, search engines and sites that link to it. */
import { headTitle, withSite } from "./head-titles.ts";
import { type Graph, graphOf } from "./json-ld.ts";
import { pageImage } from "./page-image.ts";
import { portable } from "./portable.ts";
import type { Site } from "./site.ts";
import { firstParagraph, shortened } from "./summary.ts";
import type { Article, Page } from "./types.ts";
import { canonicalOf } from "./view.ts";

/** A page's head, apart from what all pages have. */
export interface PageHead {
  /** The whole title, with the site's. */
  readonly title: string;
  readonly description: string | undefined;
  /** Absolute; undefined if the settings name no baseURL. */
  readonly canonical: string | undefined;
  /** What robots may do, as front matter says it. */
  readonly robots: string | undefined;
  /** Open Graph, ogp.me: properties and their contents. */
  readonly openGraph: readonly (readonly [property: string, content: string])[];
  readonly hasImage: boolean;
  /** JSON-LD, schema.org. */
  readonly graph: Graph | undefined;
}

/** The head of a page; `changed` is the moment of its last change. */
export function pageHead(
  site: Site,
  page: Page,
  article: Pick<Article, "html">,
  changed: Date | undefined,
): PageHead {
  const { settings } = site;
  const description = descriptionOf(page, article) ?? settings.description;
  const canonical = canonicalOf(site, page);
  const image = imageOf(site, page);
  const published = page.frontMatter.date;
  const isGuide = page.kind !== "home";
  const parts: readonly (readonly [string, string | undefined])[] = [
    ["og:type", isGuide ? "article" : "website"],
    ["og:title", page.title],
    ["og:description", description],
    ["og:url", canonical],
    ["og:site_name", settings.title],
    ["og:locale", localeOf(settings.language)],
    ["og:image", image],
    ["article:published_time", isGuide ? published?.toISOString() : undefined],
    ["article:modified_time", isGuide ? changed?.toISOString() : undefined],
    ["article:section", site.sections.ancestors(page)[0]?.linkTitle],
  ];
  return {
    title: headTitle(site, page),
    description,
    canonical,
    robots: robotsOf(page),
    openGraph: parts.flatMap(([property, content]) =>
      content === undefined ? [] : [[property, content] as const],
    ),
    hasImage: image !== undefined,
    graph: graphOf(site, page, { description, image, published, changed }),
  };
}

/** The head of a page that is no part of the content: search engines leave it out. */
export function bareHead(title: string, siteTitle: string): PageHead {
  return {
    title: withSite(title, siteTitle),
    description: undefined,
    canonical: undefined,
    robots: "noindex",
    openGraph: [],
    hasImage: false,
    graph: undefined,
  };
}

/** Whether search engines may have the page. */
export function isIndexed(page: Page): boolean {
  return !/\b(?:noindex|none)\b/i.test(robotsOf(page) ?? "");
}

function robotsOf({ frontMatter: { params } }: Page): string | undefined {
  return typeof params.robots === "string" && params.robots !== "" ? params.robots : undefined;
}

/** The page's own words: its description, else its first paragraph. */
function descriptionOf(
  { frontMatter: { description } }: Page,
  { html }: Pick<Article, "html">,
): string | undefined {
  if (description !== undefined && description.trim() !== "") return description.trim();
  const text = firstParagraph(html);
  return text === undefined ? undefined : shortened(text);
}

/** Hugo: the first of `images`; else the site's. Absolute if the settings say where the site stands. */
function imageOf(site: Site, page: Page): string | undefined {
  const { images } = page.frontMatter.params;
  const own: unknown = Array.isArray(images) ? images[0] : images;
  const { settings } = site;
  const ofPage = typeof own === "string" && own !== "" ? pageImage(site, page, own) : undefined;
  const url = ofPage?.ok ? ofPage.value.url : siteImage(site);
  if (url === undefined) return undefined;
  return url.startsWith(settings.base) ? portable(site, url) : url;
}

function siteImage({ links, settings }: Site): string | undefined {
  if (settings.image === undefined) return undefined;
  const found = links.resolve(settings.image, { page: undefined, file: "", kind: "image" });
  return found.ok ? found.value.url : undefined;
}

/** Open Graph names a language with its country: `pt-BR` is `pt_BR`; a language alone is left out. */
function localeOf(language: string): string | undefined {
  const [, name, country] = /^([a-z]{2,3})[-_](?:[a-z]{4}[-_])?([a-z]{2})$/i.exec(language) ?? [];
  return name && country ? `${name.toLowerCase()}_${country.toUpperCase()}` : undefined;
}
