/** What happens when a result is opened: the query is remembered, its words go with the reader. */
import { type FoundWords, handOver } from "./found-words.ts";
import { readRecent, withRecent, writeRecent } from "./search-recent.ts";

/** Remembers a query that was of use. */
export function rememberQuery(query: string): void {
  writeRecent(withRecent(readRecent(), query));
}

/** Notes that a result is being opened by a click, in this tab or in another one. */
export function noteOpened(
  link: HTMLAnchorElement,
  click: MouseEvent,
  query: string,
  found: FoundWords | undefined,
): void {
  rememberQuery(query);
  if (found !== undefined) handOver(link.href, found, opensElsewhere(click));
}

/** Whether a click opens a tab or a window of its own. */
export function opensElsewhere({ ctrlKey, metaKey, shiftKey, button }: MouseEvent): boolean {
  return ctrlKey || metaKey || shiftKey || button === 1;
}
