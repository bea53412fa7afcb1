/** Queries that led somewhere: kept in this browser, the last ones first. Only their words are kept. */
import { oneLine } from "../text/one-line.ts";

const STORAGE_KEY = "recent-searches";
const MAX_RECENT = 6;
/** Longer ones are texts that were pasted in. */
const MAX_LENGTH = 80;

/** A list with a query at its start, which stands in it once, in whatever case. */
export function withRecent(list: readonly string[], query: string): string[] {
  const text = oneLine(query);
  if (text === "" || text.length > MAX_LENGTH) return [...list];
  return [text, ...withoutRecent(list, text)].slice(0, MAX_RECENT);
}

/** A list without a query. */
export function withoutRecent(list: readonly string[], query: string): string[] {
  return list.filter((other) => other.toLowerCase() !== query.toLowerCase());
}

/** What storage holds; nothing if it is off or damaged. */
export function readRecent(): string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "[]");
    if (!Array.isArray(value)) return [];
    return value.filter((one) => typeof one === "string").slice(0, MAX_RECENT);
  } catch {
    return [];
  }
}

/** Keeps a list; an empty one leaves nothing behind. */
export function writeRecent(list: readonly string[]): void {
  try {
    if (list.length === 0) localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, JSON.stringify(list));
  } catch {
    // Storage can be switched off or full; searches are then not remembered.
  }
}

/** Forgets a query that was kept, or all of them. */
export function forgetRecent(query: string | undefined): void {
  writeRecent(query === undefined ? [] : withoutRecent(readRecent(), query));
}
