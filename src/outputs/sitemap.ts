/** The site map for search engines, sitemaps.org. */
import { isIndexed } from "../site/head.ts";
import { canonicalOf } from "../site/view.ts";
import type { Output, OutputPage } from "./types.ts";

export const SITEMAP = "sitemap.xml";

/**
 * The pages that lists and search engines may have, with their last change. Its addresses
 * have to be absolute, so there is none for a site that does not say where it stands.
 */
export const sitemap: Output = function* ({ site, pages }) {
  if (site.settings.baseURL === undefined) return;
  const entries = pages.filter(isMapped).flatMap(({ page, changed }) => {
    const url = canonicalOf(site, page);
    return url === undefined ? [] : [entry(url, changed)];
  });
  yield {
    path: SITEMAP,
    text:
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' +
      `${entries.join("")}</urlset>\n`,
  };
};

function isMapped({ page }: OutputPage): boolean {
  return page.isListed && isIndexed(page) && page.frontMatter.isInSitemap !== false;
}

function entry(url: string, changed: Date | undefined): string {
  const date = changed === undefined ? "" : `    <lastmod>${w3cDate(changed)}</lastmod>\n`;
  return `  <url>\n    <loc>${escaped(url)}</loc>\n${date}  </url>\n`;
}

/** W3C: Date and Time Formats. Midnight is a day of front matter. */
function w3cDate(date: Date): string {
  return date
    .toISOString()
    .replace(/T00:00:00\.000Z$/, "")
    .replace(/\.\d+Z$/, "Z");
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&apos;");
}
