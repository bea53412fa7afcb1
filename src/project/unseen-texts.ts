/** What no page shows: pages that get no file, entries, data and partials that nobody calls. */
import type { Root } from "mdast";
import { callsOfData, callsOfEntry, callsOfPartial, ownFaults, ownLinks } from "../checks/alone.ts";
import { checkAnchors, type IdsOf } from "../checks/anchors.ts";
import { unusedData, unusedEntries } from "../checks/unused.ts";
import type { DataStore } from "../data/store.ts";
import type { ArticleLink } from "../markdown/links.ts";
import type { Diagnostic, Diagnostics } from "../messages/diagnostic.ts";
import type { Use } from "../shortcodes/types.ts";
import type { Site } from "../site/site.ts";
import type { Page } from "../site/types.ts";
import type { Source } from "../text/source.ts";
import type { FullPage } from "./rendered-pages.ts";
import type { SiteFiles } from "./site-files.ts";
import type { SiteRenderer } from "./site-renderer.ts";
import { htmlPartials, pageData, unusedFindings } from "./unused-findings.ts";

/** What the texts are found in, and what renders them. */
export interface UnseenParts {
  readonly site: Site;
  readonly data: DataStore;
  readonly files: SiteFiles;
  readonly renderer: SiteRenderer;
}

/** What the pages of the site show. */
export interface SeenTexts {
  /** The pages that get a file. */
  readonly pages: readonly Page[];
  readonly trees: readonly Root[];
  readonly uses: readonly Use[];
  readonly idsOf: IdsOf;
  /** The partials by the names that call them. */
  readonly partials: ReadonlyMap<string, Source>;
  /** The texts of all files that were read. */
  readonly texts: readonly string[];
}

/** A page that no reader sees. */
interface HiddenPage extends FullPage {
  readonly ids: ReadonlySet<string>;
}

export class UnseenTexts {
  readonly #parts: UnseenParts;
  readonly #found: Diagnostics;
  #links: readonly ArticleLink[] = [];

  /** What is found goes to `found`. */
  constructor(parts: UnseenParts, found: Diagnostics) {
    this.#parts = parts;
    this.#found = found;
  }

  /** The links of these texts, once they were checked. */
  get links(): readonly ArticleLink[] {
    return this.#links;
  }

  check(seen: SeenTexts): void {
    const { site, data, files } = this.#parts;
    const hidden = this.#renderHidden(seen.pages);
    const pages = [...hidden.values()];
    const idsOf: IdsOf = (url) => seen.idsOf(url) ?? hidden.get(url)?.ids;
    const uses = [...seen.uses, ...pages.flatMap((page) => page.uses)];
    const used = new Set(uses.map(({ target }) => target));
    const trees = [...seen.trees, ...pages.map(({ tree }) => tree)];
    for (const { links } of pages) this.#checkLinks(links, idsOf);
    this.#found.addAll(unusedFindings({ site, data, files, trees, used, texts: seen.texts }));
    const lone = this.#renderAlone(used, seen.partials);
    this.#checkLinks(lone, idsOf);
    this.#links = [...pages.flatMap(({ links }) => links), ...lone];
  }

  #checkLinks(links: readonly ArticleLink[], idsOf: IdsOf): void {
    this.#found.addAll(checkAnchors(links, idsOf));
  }

  /** The pages that get no file, and those that are not built. */
  #renderHidden(published: readonly Page[]): Map<string, HiddenPage> {
    const { site, renderer } = this.#parts;
    const withoutFile = site.allPages.filter(({ isPublished }) => !isPublished);
    const seen = new Set<string>();
    // Of pages at one address, the first was made.
    const second = published.filter(({ url }) => seen.size === seen.add(url).size);
    const pages = [...withoutFile, ...second, ...site.left.map(({ page }) => page)];
    return new Map(
      pages.flatMap((page): [string, HiddenPage][] => {
        if (page.source === undefined) return [];
        const links: ArticleLink[] = [];
        const { tree, article, uses, diagnostics } = renderer.render(page.source, page, links);
        this.#found.addAll(diagnostics);
        return [[page.url, { tree, links, uses, ids: article.ids }]];
      }),
    );
  }

  /** Renders entries, data and partials that nobody calls, each by itself; gives their links. */
  #renderAlone(
    used: ReadonlySet<string>,
    partials: ReadonlyMap<string, Source>,
  ): readonly ArticleLink[] {
    const { data, files } = this.#parts;
    const known = new Set([...files.markdownPartials(), ...htmlPartials(files)]);
    const unused = [...partials].filter(
      ([, source]) => known.has(source) && !used.has(source.path),
    );
    const calls = [
      ...unusedEntries(data.allEntries(), used).flatMap(callsOfEntry),
      ...unusedData(pageData(data), used).flatMap(callsOfData),
      ...unused.flatMap(([name, source]) => callsOfPartial(name, source)),
    ];
    return this.#linksOfCalls(calls, (diagnostics) => this.#found.addAll(ownFaults(diagnostics)));
  }

  /**
   * The links of entries, data and partials as each has them by itself, also where pages show
   * them. `mayHold`: the texts to look at.
   */
  linksIn(
    mayHold: (text: string) => boolean,
    partials: ReadonlyMap<string, Source>,
  ): readonly ArticleLink[] {
    const { data, files } = this.#parts;
    const known = new Set([...files.markdownPartials(), ...htmlPartials(files)]);
    const calls = [
      ...data
        .allEntries()
        .filter(({ source, range }) => mayHold(source.text.slice(range.start, range.end)))
        .flatMap(callsOfEntry),
      ...pageData(data)
        .filter(({ source }) => mayHold(source.text))
        .flatMap(callsOfData),
      ...[...partials]
        .filter(([, source]) => known.has(source) && mayHold(source.text))
        .flatMap(([name, source]) => callsOfPartial(name, source)),
    ];
    return this.#linksOfCalls(calls, () => {});
  }

  #linksOfCalls(
    calls: readonly Source[],
    tell: (diagnostics: readonly Diagnostic[]) => void,
  ): ArticleLink[] {
    return calls.flatMap((source) => {
      const links: ArticleLink[] = [];
      const { diagnostics } = this.#parts.renderer.render(source, undefined, links, {
        isTreeOnly: true,
      });
      tell(diagnostics);
      return ownLinks(links);
    });
  }
}
