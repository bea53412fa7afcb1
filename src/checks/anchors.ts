/** Links to headings, tabs and other ids: does the page have them? */

import type { ArticleLink, LinkTarget } from "../markdown/links.ts";
import type { Finding } from "../messages/diagnostic.ts";
import { chainOf } from "../text/mapped.ts";
import { nearest } from "../text/nearest.ts";

/** A page's ids by its URL; undefined for what is no page of ours. */
export type IdsOf = (url: string) => ReadonlySet<string> | undefined;

/** Findings for the links of one page. */
export function checkAnchors(links: readonly ArticleLink[], idsOf: IdsOf): Finding[] {
  return links.flatMap((link): Finding[] => {
    const ids = idsThatMiss(link, idsOf);
    if (ids === undefined) return [];
    const { fragment = "", pageUrl, span } = link;
    const message = `Unexpected link to "#${fragment}", expected an id of ${pageUrl}`;
    const suggestion = prefixed(nearest(fragment, ids));
    return [{ id: "link-anchor", message, suggestion, span, chain: chainOf(span.frame) }];
  });
}

/** Whether a link leads to an id that its page does not have. */
export function hasDeadAnchor(links: readonly LinkTarget[], idsOf: IdsOf): boolean {
  return links.some((link) => idsThatMiss(link, idsOf) !== undefined);
}

/** The ids of the page that a link leads to, if the link's own is not among them. */
function idsThatMiss(
  { fragment, pageUrl }: LinkTarget,
  idsOf: IdsOf,
): ReadonlySet<string> | undefined {
  if (fragment === undefined || fragment === "" || pageUrl === undefined) return undefined;
  const ids = idsOf(pageUrl);
  return ids === undefined || ids.has(fragment) || isTextFragment(fragment) ? undefined : ids;
}

/** `#:~:text=…` names a text, not an id; `#top` is the page's top (HTML 7.4.6.3). */
function isTextFragment(fragment: string): boolean {
  return fragment.startsWith(":~:") || fragment.toLowerCase() === "top";
}

function prefixed(id: string | undefined): string | undefined {
  return id === undefined ? undefined : `#${id}`;
}
