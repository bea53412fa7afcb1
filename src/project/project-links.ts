/** The links of a project, in its pages and beside them, and the check of where they lead. */
import { checkAnchors, hasDeadAnchor, type IdsOf } from "../checks/anchors.ts";
import { isExternal } from "../checks/external/questions.ts";
import type { ExternalLink } from "../checks/external/types.ts";
import { checkShownLinks, shownAddresses, shownLinks } from "../checks/shown-links.ts";
import type { ArticleLink } from "../markdown/links.ts";
import type { Finding } from "../messages/diagnostic.ts";
import type { Site } from "../site/site.ts";
import type { Page } from "../site/types.ts";
import type { RenderedPages } from "./rendered-pages.ts";
import type { SiteRenderer } from "./site-renderer.ts";
import type { SiteTexts } from "./site-texts.ts";
import type { UnseenTexts } from "./unseen-texts.ts";

/** What the links stand in. */
export interface LinkedParts {
  readonly site: Site;
  /** The pages that get a file. */
  readonly published: readonly Page[];
  readonly pages: RenderedPages;
  readonly texts: SiteTexts;
  readonly unseen: UnseenTexts;
  readonly renderer: SiteRenderer;
}

export class ProjectLinks {
  readonly #parts: LinkedParts;

  constructor(parts: LinkedParts) {
    this.#parts = parts;
  }

  /** The links of a page's text; also of one that gets no file. */
  of(page: Page): readonly ArticleLink[] {
    const { pages, renderer } = this.#parts;
    if (page.isPublished || page.source === undefined) return pages.full(page).links;
    const links: ArticleLink[] = [];
    renderer.render(page.source, page, links);
    return links;
  }

  /** Whether a page that gets a file has a link to an id, on whatever page. */
  leadTo(id: string, page: Page): boolean {
    return this.#parts.pages.get(page).anchors.some(({ fragment }) => fragment === id);
  }

  /**
   * The links that stand in no page: of settings and cards, and of entries and partials by
   * themselves. `mayHold`: the texts to look at.
   */
  outside(mayHold: (text: string) => boolean): readonly ArticleLink[] {
    const { site, texts, unseen } = this.#parts;
    return [...shownLinks(site), ...unseen.linksIn(mayHold, texts.partials())];
  }

  /** The links that lead to other hosts, of all pages that were looked at, settings and front matter. */
  external(): ExternalLink[] {
    const { site, published, pages, unseen } = this.#parts;
    const links = published.flatMap((page) => pages.full(page).links);
    return [...links, ...unseen.links, ...shownAddresses(site)].filter(({ url }) =>
      isExternal(url),
    );
  }

  /** What is wrong with the links between pages, all of which must have been made. */
  *faults(): Generator<Finding> {
    const { site, published, pages } = this.#parts;
    for (const page of published)
      if (hasDeadAnchor(pages.get(page).anchors, this.idsOf))
        yield* checkAnchors(pages.full(page).links, this.idsOf);
    yield* checkShownLinks(site, this.idsOf);
  }

  /** What is wrong with one page's links to ids; the pages that they lead to are made. */
  faultsOf(page: Page): Finding[] {
    const { site, pages } = this.#parts;
    return checkAnchors(pages.full(page).links, (url) => {
      const target = site.byUrl.get(url);
      return target && pages.get(target).article.ids;
    });
  }

  /** The ids of a page that was made. */
  readonly idsOf: IdsOf = (url) => this.#parts.pages.at(url)?.article.ids;
}
