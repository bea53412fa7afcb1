/** The pages of a project with their articles: each rendered once, or taken from an earlier build. */
import type { Root } from "mdast";
import type { ArticleLink, LinkTarget } from "../markdown/links.ts";
import { toMarkdown } from "../markdown/to-markdown.ts";
import type { Diagnostics } from "../messages/diagnostic.ts";
import { type Need, needsOfHtml } from "../outputs/inline.ts";
import type { Use } from "../shortcodes/types.ts";
import { portable } from "../site/portable.ts";
import type { Article, Page } from "../site/types.ts";
import { PackedText } from "../text/packed-text.ts";
import { during, forPage } from "../timing/recorder.ts";
import type { PageCache } from "./page-cache.ts";
import { articleOf, recordOf } from "./page-record.ts";
import type { SiteRenderer } from "./site-renderer.ts";
import { type Answerer, traced } from "./trace.ts";

/** A page with its article. */
export interface RenderedPage {
  readonly article: Article;
  /** The links to ids that it has. */
  readonly anchors: readonly LinkTarget[];
  /** What the article needs of the content security policy; looked for when asked for if undefined. */
  readonly needs: readonly Need[] | undefined;
  /** The article as its twin has it; made when asked for if undefined. */
  readonly markdown: PackedText | undefined;
  /** What the article was made of; undefined if nothing but the article is kept. */
  readonly full: FullPage | undefined;
}

/** What a page has while it is worked on: trees and places. */
export interface FullPage {
  readonly tree: Root;
  readonly links: readonly ArticleLink[];
  readonly uses: readonly Use[];
}

export interface RenderedPagesOptions {
  readonly cache: PageCache | undefined;
  /** Only articles are kept, no trees: they are most of the memory that a site takes. */
  readonly isBuild: boolean;
}

const FULL_OF_NOTHING: FullPage = { tree: { type: "root", children: [] }, links: [], uses: [] };

const EMPTY: RenderedPage = {
  article: { html: "", toc: [], ids: new Set(), uses: [] },
  anchors: [],
  needs: [],
  markdown: new PackedText(""),
  full: FULL_OF_NOTHING,
};

export class RenderedPages {
  readonly #renderer: SiteRenderer;
  readonly #found: Diagnostics;
  readonly #cache: PageCache | undefined;
  readonly #isBuild: boolean;
  readonly #pages = new Map<string, RenderedPage>();

  /** What is found on pages goes to `found`. */
  constructor(renderer: SiteRenderer, found: Diagnostics, options: RenderedPagesOptions) {
    this.#renderer = renderer;
    this.#found = found;
    this.#cache = options.cache;
    this.#isBuild = options.isBuild;
  }

  /** A page; it is made now if it isn't there. */
  get(page: Page): RenderedPage {
    const known = this.#pages.get(page.url) ?? this.recalled(page);
    if (known !== undefined) return known;
    const made = forPage(page.path, () => during("render", () => this.#make(page)));
    this.#pages.set(page.url, made);
    return made;
  }

  /** The page at an address, if it has been made. */
  at(url: string): RenderedPage | undefined {
    return this.#pages.get(url);
  }

  /** A page that is there, or was kept by an earlier build. */
  recalled(page: Page): RenderedPage | undefined {
    const known = this.#pages.get(page.url) ?? during("read", () => this.#recall(page));
    if (known !== undefined) this.#pages.set(page.url, known);
    return known;
  }

  /** A page with its tree and places; rendered again if only the article was kept. */
  full(page: Page): FullPage {
    const { full } = this.get(page);
    if (full !== undefined || page.source === undefined) return full ?? FULL_OF_NOTHING;
    const links: ArticleLink[] = [];
    const { tree, uses } = this.#renderer.render(page.source, page, links);
    return { tree, links, uses };
  }

  /** A page's article as Markdown, for its twin. */
  markdown(page: Page): string {
    const { markdown } = this.get(page);
    return markdown?.toString() ?? this.#toMarkdown(this.full(page).tree);
  }

  /** What a page's article needs of the content security policy. */
  needs(page: Page): readonly Need[] {
    const { needs, article } = this.get(page);
    return needs ?? [...needsOfHtml(article.html)];
  }

  #recall(page: Page): RenderedPage | undefined {
    if (this.#cache === undefined || page.source === undefined) return undefined;
    const recalled = this.#cache.recall(page, this.#renderer.answerer(page));
    if (recalled === undefined) return undefined;
    const { record, findings } = recalled;
    this.#found.addAll(findings);
    const { anchors, needs, markdown } = record;
    return { article: articleOf(record), anchors, needs, markdown, full: undefined };
  }

  #make(page: Page): RenderedPage {
    const { source } = page;
    if (source === undefined) return EMPTY;
    const links: ArticleLink[] = [];
    const plain = this.#renderer.answerer(page);
    const { answerer, trace } = this.#cache === undefined ? untraced(plain) : traced(plain);
    const rendering = this.#renderer.render(source, page, links, { answerer });
    const { article, tree, uses, diagnostics } = rendering;
    this.#found.addAll(diagnostics);
    const markdown = this.#isBuild ? this.#toMarkdown(tree) : undefined;
    const full = { tree, links, uses };
    if (!this.#isBuild && this.#cache === undefined)
      return { article, anchors: links, needs: undefined, markdown: undefined, full };
    const record = recordOf(article, markdown, links);
    // Names are asked for where a name is wrong, and no digest of an answer tells of them.
    if (!diagnostics.some(({ level }) => level === "error"))
      this.#cache?.keep(page, trace(), record, diagnostics);
    const { anchors, needs } = record;
    const kept = { anchors, needs, markdown: record.markdown };
    return this.#isBuild
      ? { article: articleOf(record), ...kept, full: undefined }
      : { article, ...kept, full };
  }

  #toMarkdown(tree: Root): string {
    return toMarkdown(tree, (url) => portable(this.#renderer.site, url));
  }
}

/** Where nothing is kept, nobody asks later what a page asked. Links are noted by who renders. */
function untraced(answerer: Answerer): ReturnType<typeof traced> {
  const { resolve, imageSize } = answerer.links;
  return { answerer: { ...answerer, links: { resolve, imageSize } }, trace: () => [] };
}
