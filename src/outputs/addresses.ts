/** Addresses as files beside the pages write them. */
import type { Site } from "../site/site.ts";
import type { Page, Settings } from "../site/types.ts";
import { isTaken } from "./taken.ts";

/** The list of all pages for machines. */
export const INDEX_URL = "/llms.txt";

/** Absolute addresses of a site, which many pages have the same of. */
const absolute = new WeakMap<Settings, Map<string, string>>();

/**
 * An address of a page (with the base path) for readers that do not know where the text
 * comes from: absolute if the settings say where the site stands. Links within a page
 * and those that are absolute stay as they are.
 */
export function portable({ settings }: Pick<Site, "settings">, address: string): string {
  const { baseURL } = settings;
  if (baseURL === undefined || !/^\/(?!\/)/.test(address)) return address;
  const known = absolute.get(settings) ?? new Map<string, string>();
  absolute.set(settings, known);
  const href = known.get(address) ?? new URL(address, baseURL).href;
  known.set(address, href);
  return href;
}

/** The same for a path from the site's root, without base. */
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
