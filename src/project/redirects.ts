/** Aliases as pages that send readers on. Hugo: embedded alias template. */
import type { Site } from "../site/site.ts";
import { canonicalOf } from "../site/view.ts";

export interface Redirect {
  /** Where the alias leads, with the base path. */
  readonly to: string;
  /** The same for search engines: absolute if the settings say where the site stands. */
  readonly canonical: string;
  /** The title of the page that it leads to. */
  readonly title: string;
}

/** The redirect that stands at an alias; undefined if there is none. */
export function redirectAt(site: Site, alias: string): Redirect | undefined {
  const page = site.aliases.get(alias);
  if (page === undefined) return undefined;
  const to = site.links.href(page.url);
  return { to, canonical: canonicalOf(site, page) ?? to, title: page.title };
}
