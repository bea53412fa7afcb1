/** Links of the header, the footer and the home page as components show them. */
import { withBase } from "../site/base-path.ts";
import type { SettingsLink } from "../site/types.ts";

/** A link of the header. */
export interface SiteLink extends SettingsLink {
  /** The page that is shown is the link's, or stands below it. */
  readonly isCurrent: boolean;
}

/** The settings' links for a page. `url`: the page's own path, with the base. */
export function siteLinks(links: readonly SettingsLink[], base: string, url: string): SiteLink[] {
  return links.map(({ name, url: to }) => {
    const href = withBase(to, base);
    return { name, url: href, isCurrent: href.endsWith("/") && url.startsWith(href) };
  });
}
