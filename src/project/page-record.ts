/** A rendered page as data: what every output of a build is made from, without trees. */
import type { LinkTarget } from "../markdown/links.ts";
import { type Need, needsOfHtml } from "../outputs/inline.ts";
import type { Used } from "../shortcodes/types.ts";
import type { Article, TocItem } from "../site/types.ts";
import { detached } from "../text/detached.ts";
import { PackedText } from "../text/packed-text.ts";

export interface PageRecord {
  readonly html: PackedText;
  /** The article as Markdown, as its twin carries it; undefined if nobody has asked for it. */
  readonly markdown: PackedText | undefined;
  readonly toc: readonly TocItem[];
  readonly ids: readonly string[];
  readonly uses: readonly Used[];
  /** Links to ids: the anchors that other pages, or this one, must have. */
  readonly anchors: readonly LinkTarget[];
  /** What the article needs of the content security policy. */
  readonly needs: readonly Need[];
}

/** The record of an article. */
export function recordOf(
  { html, toc, ids, uses }: Article,
  markdown: string | undefined,
  links: readonly LinkTarget[],
): PageRecord {
  const plain: PlainRecord = {
    needs: distinct([...needsOfHtml(html)]),
    toc,
    ids: [...ids],
    uses: distinct(uses.map(({ kind, target }): Used => ({ kind, target }))),
    anchors: distinct(
      links
        .filter(({ fragment, pageUrl }) => fragment && pageUrl !== undefined)
        .map(({ url, pageUrl, fragment }): LinkTarget => ({ url, pageUrl, fragment })),
    ),
  };
  return {
    ...detached(plain),
    html: new PackedText(html),
    markdown: markdown === undefined ? undefined : new PackedText(markdown),
  };
}

/** A record without its long texts: data as JSON has it. */
export type PlainRecord = Omit<PageRecord, "html" | "markdown">;

/** The article of a record. */
export function articleOf({ html, toc, ids, uses }: PageRecord): Article {
  return {
    get html() {
      return html.toString();
    },
    bytes: html.bytes,
    toc,
    ids: new Set(ids),
    uses,
  };
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
