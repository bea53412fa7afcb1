/** Every alias as a redirect by the host, in the file `_redirects` of Netlify and Cloudflare Pages. */
import { redirectsText } from "../hosting/redirects-file.ts";
import { ownText } from "./own-file.ts";
import type { Output } from "./types.ts";

const FILE = "_redirects";

/** The site's own rules go first: hosts take the first one that fits. */
export const redirects: Output = function* ({ site }) {
  const { links, aliases } = site;
  const rules = [...aliases].flatMap(([alias, page]) => {
    const to = escapedPath(links.href(page.url));
    return forms(alias).map((form) => ({ from: escapedPath(links.href(form)), to, status: 301 }));
  });
  const own = ownText(site, FILE);
  if (rules.length === 0 && own === undefined) return;
  yield { path: FILE, text: `${own ?? ""}${redirectsText(rules)}`, hasOwn: true };
};

/** Some hosts tell a path with a slash at its end from one without. */
function forms(alias: string): string[] {
  return alias.endsWith("/") ? [alias, alias.slice(0, -1)] : [alias];
}

/** A path as hosts compare it: escapes as they are, the rest escaped, and nothing that is a rule's own sign. */
function escapedPath(path: string): string {
  return path
    .split(/(%[0-9a-f]{2})/i)
    .map((part, index) => (index % 2 === 1 ? part : encodeURI(part)))
    .join("")
    .replace(/[#*:?]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
