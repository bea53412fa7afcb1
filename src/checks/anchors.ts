/** Links to headings, tabs and other ids: does the page have them? */

import type { ArticleLink } from "../markdown/links.ts";
import type { Finding } from "../messages/diagnostic.ts";
import { chainOf } from "../text/mapped.ts";
import { nearest } from "../text/nearest.ts";

/** Findings for the links of one page; `idsOf` gives a page's ids, or undefined for no page of ours. */
export function checkAnchors(
  links: readonly ArticleLink[],
  idsOf: (url: string) => ReadonlySet<string> | undefined,
): Finding[] {
  return links.flatMap((link): Finding[] => {
    const { fragment, pageUrl, span } = link;
    if (fragment === undefined || fragment === "" || pageUrl === undefined) return [];
    const ids = idsOf(pageUrl);
    if (ids === undefined || ids.has(fragment) || isTextFragment(fragment)) return [];
    const message = `Unexpected link to "#${fragment}", expected an id of ${pageUrl}`;
    const suggestion = prefixed(nearest(fragment, ids));
    return [{ id: "link-anchor", message, suggestion, span, chain: chainOf(span.frame) }];
  });
}

/** `#:~:text=…` names a text, not an id; `#top` is the page's top (HTML 7.4.6.3). */
function isTextFragment(fragment: string): boolean {
  return fragment.startsWith(":~:") || fragment.toLowerCase() === "top";
}

function prefixed(id: string | undefined): string | undefined {
  return id === undefined ? undefined : `#${id}`;
}
