/**
 * Speculation rules: browsers that know them fetch a page of the site when the reader is
 * about to follow a link to it. The text is the same on all pages of a site, so that the
 * content security policy names it by its hash.
 */
export function speculationRules(base: string): string {
  const pages = { href_matches: `${base}*` };
  // A query asks for something of its own, such as a search; a file is no page.
  const others = [{ href_matches: `${base}*\\?(.+)` }, { selector_matches: "[download]" }];
  const where = { and: [pages, { not: { or: others } }] };
  return JSON.stringify({ prefetch: [{ where, eagerness: "moderate" }] });
}
