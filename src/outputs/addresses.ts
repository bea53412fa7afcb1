/** Addresses as files beside the pages write them. */

import { portable } from "../site/portable.ts";
import type { Site } from "../site/site.ts";
import type { Page } from "../site/types.ts";
import { isTaken } from "./taken.ts";

/** The list of all pages for machines. */
export const INDEX_URL = "/llms.txt";

/** A path from the site's root, without base, as an address for other places. */
export function portablePath(site: Pick<Site, "settings" | "links">, url: string): string {
  return portable(site, site.links.href(url));
}

/**
 * The path of a page's Markdown twin, without base: `/a/` has `/a/index.md`, `/a.html`
 * has `/a.md`. Undefined if the site has something of its own there.
 */
export function twinUrl(
  site: Pick<Site, "files" | "byUrl" | "aliases">,
  { url }: Pick<Page, "url">,
): string | undefined {
  const twin = url.endsWith("/") ? `${url}index.md` : `${url.replace(/\.html$/, "")}.md`;
  return isTaken(site, twin) ? undefined : twin;
}
