/** What a page is, as JSON-LD in the words of schema.org. */
import type { Site } from "./site.ts";
import type { Page } from "./types.ts";
import { canonicalOf } from "./view.ts";

/** A set of things that refer to each other. */
export interface Graph {
  readonly "@context": "https://schema.org";
  readonly "@graph": readonly Readonly<Record<string, unknown>>[];
}

/** What the head has found out already. */
interface About {
  readonly description: string | undefined;
  readonly image: string | undefined;
  readonly published: Date | undefined;
  readonly changed: Date | undefined;
}

/** The way from the home page to a page, and the page itself. Values without a text are left out. */
export function graphOf(site: Site, page: Page, about: About): Graph {
  const { settings, home } = site;
  const website = {
    "@type": "WebSite",
    name: settings.title,
    url: addressOf(site, home),
  };
  const things =
    page.kind === "home"
      ? [{ ...website, description: about.description, inLanguage: settings.language }]
      : [trail(site, page), article(site, page, about, website)];
  return { "@context": "https://schema.org", "@graph": things };
}

/** JSON that may stand in a script element: nothing in it can end one. */
export function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

function article(
  site: Site,
  page: Page,
  { description, image, published, changed }: About,
  isPartOf: object,
): Record<string, unknown> {
  const url = addressOf(site, page);
  return {
    "@type": page.kind === "page" ? "TechArticle" : "CollectionPage",
    ...(page.kind === "page" ? { headline: page.title } : { name: page.title }),
    description,
    url,
    image,
    inLanguage: site.settings.language,
    datePublished: published?.toISOString(),
    dateModified: changed?.toISOString(),
    isPartOf,
    mainEntityOfPage: page.kind === "page" ? url : undefined,
  };
}

/** Google: BreadcrumbList; from the home page to the page itself. */
function trail(site: Site, page: Page): Record<string, unknown> {
  const above = site.sections.ancestors(page).filter(({ isPublished }) => isPublished);
  const names = [
    { name: site.settings.title, of: site.home },
    ...[...above, page].map((of) => ({ name: of.linkTitle, of })),
  ];
  return {
    "@type": "BreadcrumbList",
    itemListElement: names.map(({ name, of }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: addressOf(site, of),
    })),
  };
}

/** Absolute if the settings say where the site stands; JSON-LD resolves a path by the page's address. */
function addressOf(site: Site, page: Page): string {
  return canonicalOf(site, page) ?? site.links.href(page.url);
}
