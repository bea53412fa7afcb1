/** Links of the header, the footer and the home page as components show them. */
import type { SettingsLink } from "../site/types.ts";

/** A link of the header. */
export interface SiteLink extends SettingsLink {
  /** The page that is shown is the link's, or stands below it. */
  readonly isCurrent: boolean;
}

/** A path from the site's root with the base path before it; other addresses as they are. */
export function withBase(url: string, base: string): string {
  return /^\/(?!\/)/.test(url) ? `${base.slice(0, -1)}${url}` : url;
}

/** The settings' links for a page. `url`: the page's own path, with the base. */
export function siteLinks(links: readonly SettingsLink[], base: string, url: string): SiteLink[] {
  return links.map(({ name, url: to }) => {
    const href = withBase(to, base);
    return { name, url: href, isCurrent: href.endsWith("/") && url.startsWith(href) };
  });
}
