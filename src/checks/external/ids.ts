/** Whether a page of another host has the id that a link names, as far as its HTML tells. */
import { startTags, unescapedValue } from "../../markdown/html-tags.ts";
import { nearest } from "../../text/nearest.ts";
import type { MissingId } from "./types.ts";

/** Fragments that scripts or viewers read: routes, parameters, texts, lines, the top of a page. */
const NO_ID = /^$|^top$|^[!/?]|[=&]|^:~:|^L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?$|^lines-\d+/i;

/** Prefixes that hosts put before the ids of texts, and leave out in links (GitHub). */
const PREFIXES = ["", "user-content-"];

/** Whether the HTML of a page can answer for a fragment. */
export function namesId(fragment: string): boolean {
  return !NO_ID.test(fragment);
}

/** The fragments that the page lacks; none where it makes its headings by script. */
export function missingIds(html: string, fragments: readonly string[]): MissingId[] {
  const ids = new Set<string>();
  let hasHeadings = false;
  for (const { name, attributes } of startTags(html)) {
    for (const { name: attribute, value } of attributes) {
      if (attribute !== "id" && !(attribute === "name" && name === "a")) continue;
      ids.add(unescapedValue(value));
      hasHeadings ||= /^(?:h[1-6]|a|section|dt|dfn)$/.test(name);
    }
  }
  // A page whose text comes by script has containers with ids, but no heading or anchor.
  if (!hasHeadings) return [];
  return fragments
    .filter((fragment) => namesId(fragment) && !formsOf(fragment).some((form) => ids.has(form)))
    .map((fragment) => ({ fragment, suggestion: nearest(decoded(fragment), ids) }));
}

/** HTML 7.4.6.4: the fragment as it is, then with its escapes resolved. */
function formsOf(fragment: string): string[] {
  return PREFIXES.flatMap((prefix) => [`${prefix}${fragment}`, `${prefix}${decoded(fragment)}`]);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
