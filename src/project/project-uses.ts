/** What the pages of a project used: snippets, partials, files, shortcodes. */
import type { Use, Used } from "../shortcodes/types.ts";
import type { Page } from "../site/types.ts";
import type { RenderedPages } from "./rendered-pages.ts";

export class ProjectUses {
  readonly #published: readonly Page[];
  readonly #pages: RenderedPages;

  /** `published`: the pages that get a file. */
  constructor(published: readonly Page[], pages: RenderedPages) {
    this.#published = published;
    this.#pages = pages;
  }

  /** What a page used, with the places that asked for it. */
  of(page: Page): readonly Use[] {
    return this.#pages.full(page).uses;
  }

  /** The same if it is known: a page that an earlier build has made is rendered again for it. */
  known(page: Page): readonly Use[] | undefined {
    return this.#pages.at(page.url)?.full?.uses;
  }

  /** What all pages that were made used, without places. */
  *targets(): Generator<Used & { readonly page: Page }> {
    for (const page of this.#published)
      for (const { kind, target } of this.#pages.at(page.url)?.article.uses ?? [])
        yield { kind, target, page };
  }

  /** What all pages that were made used. */
  *all(): Generator<Use> {
    for (const page of this.#published)
      if (this.#pages.at(page.url) !== undefined) yield* this.of(page);
  }
}
