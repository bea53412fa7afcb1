/** What robots may read (RFC 9309), and where the site map is. */
import { SITEMAP } from "./sitemap.ts";
import type { Output } from "./types.ts";

export const robots: Output = function* ({ site: { settings } }) {
  const map =
    settings.baseURL === undefined ? "" : `\nSitemap: ${new URL(SITEMAP, settings.baseURL).href}\n`;
  yield { path: "robots.txt", text: `User-agent: *\nAllow: /\n${map}` };
};
