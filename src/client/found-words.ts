/**
 * What a search hands on to the page that it leads to: the words to mark there. It
 * travels in storage, used once, so that addresses stay clean.
 */

export interface FoundWords {
  /** The query, as it is shown. */
  readonly label: string;
  /** Words that were meant, in every sense; their forms are marked too. */
  readonly words: readonly string[];
  /** What a word may start with, if it does not stand there whole. */
  readonly start: string | undefined;
  /** Words that have to follow each other. */
  readonly phrases: readonly (readonly string[])[];
}

interface HandedOver extends FoundWords {
  readonly url: string;
  /** When, in milliseconds since 1970. */
  readonly at: number;
}

const STORAGE_KEY = "found-words";
/** A tab that was opened in the background has loaded by then. */
const MAX_AGE_MS = 60_000;

/** Keeps words for the page at `url`, which opens in this tab or in another one. */
export function handOver(url: string, found: FoundWords, isNewTab: boolean): void {
  const handed: HandedOver = { ...found, url, at: Date.now() };
  try {
    // Tabs have no session in common.
    (isNewTab ? localStorage : sessionStorage).setItem(STORAGE_KEY, JSON.stringify(handed));
  } catch {
    // Storage can be switched off; nothing is marked then.
  }
}

/** Whether words wait for some page. */
export function isHandedOver(): boolean {
  try {
    return (
      sessionStorage.getItem(STORAGE_KEY) !== null || localStorage.getItem(STORAGE_KEY) !== null
    );
  } catch {
    return false;
  }
}

/** The words for the page at `url`, once; undefined if there are none. */
export function takeOver(url: string): FoundWords | undefined {
  try {
    return take(sessionStorage, url) ?? take(localStorage, url);
  } catch {
    return undefined;
  }
}

function take(storage: Storage, url: string): FoundWords | undefined {
  const handed = parsed(storage.getItem(STORAGE_KEY));
  const isOld = handed === undefined || Date.now() - handed.at > MAX_AGE_MS;
  const isMeant = handed?.url === url;
  if (isOld || isMeant) storage.removeItem(STORAGE_KEY);
  return isMeant && !isOld ? handed : undefined;
}

function parsed(text: string | null): HandedOver | undefined {
  if (text === null) return undefined;
  try {
    const value = JSON.parse(text) as Partial<HandedOver> | null;
    const { label = "", words, start, phrases = [], url = "", at = 0 } = value ?? {};
    return Array.isArray(words) ? { label, words, start, phrases, url, at } : undefined;
  } catch {
    return undefined;
  }
}
