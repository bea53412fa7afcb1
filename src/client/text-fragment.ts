/**
 * The place that a text fragment (`#:~:text=…`) leads to. Browsers go there by themselves,
 * but not all of them look into closed panels and folds, and none opens the other groups
 * of tabs that follow. Rules: URL Fragment Text Directives (WICG).
 */

/** What a directive asks for: `text=prefix-,start,end,-suffix`, all but `start` optional. */
export interface TextDirective {
  readonly prefix: string;
  readonly start: string;
  readonly end: string;
  readonly suffix: string;
}

/** The text directives of an address or a fragment, in order; damaged ones are left out. */
export function directivesOf(address: string): TextDirective[] {
  const [, written = ""] = address.split(":~:", 2);
  return written.split("&").flatMap((part) => {
    if (!part.startsWith("text=")) return [];
    try {
      return [directive(part.slice("text=".length).split(","))];
    } catch {
      return [];
    }
  });
}

/** The element that holds the first text which a directive means; undefined if there is none. */
export function findText(
  root: Element,
  { prefix, start, end, suffix }: TextDirective,
): Element | undefined {
  const text = new SearchText(root);
  const [before, first, last, after] = [prefix, start, end, suffix].map(plain) as Four;
  for (let at = text.find(first, 0); at !== -1; at = text.find(first, at + 1)) {
    if (!text.plain.slice(0, at).endsWith(before)) continue;
    const to = last === "" ? at + first.length : text.find(last, at + first.length) + last.length;
    if (to >= at + first.length && text.plain.startsWith(after, to)) return text.elementAt(at);
  }
  return undefined;
}

type Four = [string, string, string, string];

/** The text of an element without blanks, and where each letter stands. */
class SearchText {
  readonly plain: string;
  readonly #nodes: { readonly node: Text; readonly start: number }[] = [];

  constructor(root: Element) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let all = "";
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!(node instanceof Text)) continue;
      this.#nodes.push({ node, start: all.length });
      all += plain(node.data);
    }
    this.plain = all;
  }

  /** The next place of a text that starts with a word; -1 for none. */
  find(text: string, from: number): number {
    if (text === "") return -1;
    for (
      let at = this.plain.indexOf(text, from);
      at !== -1;
      at = this.plain.indexOf(text, at + 1)
    ) {
      if (this.#startsWord(at)) return at;
    }
    return -1;
  }

  elementAt(at: number): Element | undefined {
    return this.#entryAt(at)?.node.parentElement ?? undefined;
  }

  #entryAt(at: number): { readonly node: Text; readonly start: number } | undefined {
    return this.#nodes.findLast(({ start }) => start <= at);
  }

  #startsWord(at: number): boolean {
    const entry = this.#entryAt(at);
    if (entry === undefined || at === entry.start) return true;
    let seen = 0;
    let before = "";
    for (const letter of entry.node.data) {
      const { length } = plain(letter);
      if (length > 0 && seen >= at - entry.start) break;
      seen += length;
      before = letter;
    }
    return !/[\p{L}\p{N}]/u.test(before);
  }
}

function directive(parts: readonly string[]): TextDirective {
  const texts = parts.map(decodeURIComponent);
  const prefix = parts[0]?.endsWith("-") ? (texts.shift() ?? "").slice(0, -1) : "";
  const suffix =
    parts.length > 1 && parts.at(-1)?.startsWith("-") ? (texts.pop() ?? "").slice(1) : "";
  const [start = "", end = ""] = texts;
  return { prefix, start, end, suffix };
}

/** Blanks and case make no difference. */
function plain(text: string): string {
  return text.replace(/\s+/gu, "").toLowerCase();
}
