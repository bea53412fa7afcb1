/** Renders texts of a site: a page's, or any other that stands in for one. */
import { checkPage } from "../checks/page.ts";
import type { DataStore } from "../data/store.ts";
import type { ArticleLink } from "../markdown/links.ts";
import type { Pipeline, Rendering } from "../markdown/pipeline.ts";
import type { Provenance } from "../markdown/provenance.ts";
import type { Span } from "../messages/diagnostic.ts";
import type { Host, Use } from "../shortcodes/types.ts";
import { linksParts, sourceLink } from "../site/edit-link.ts";
import type { PlaceholderNote } from "../site/placeholders.ts";
import type { Site } from "../site/site.ts";
import type { Page } from "../site/types.ts";
import type { Source } from "../text/source.ts";
import { createHost, type Definitions } from "./host.ts";
import { linkContext } from "./link-context.ts";
import type { SiteFiles } from "./site-files.ts";
import type { Answerer } from "./trace.ts";

/** What texts are rendered from and with. */
export interface RendererParts {
  readonly site: Site;
  readonly data: DataStore;
  readonly files: SiteFiles;
  readonly definitions: Definitions;
  readonly pipeline: Pipeline;
  /** What is known of placeholders, by name. */
  readonly notes: ReadonlyMap<string, PlaceholderNote>;
  /** Articles are for authors: failed calls leave a box, included blocks say where they come from. */
  readonly isDev: boolean;
}

export interface RenderOptions {
  /** What the text asks of the site, if somebody notes that. */
  readonly answerer?: Answerer | undefined;
  /** No article is asked for. */
  readonly isTreeOnly?: boolean;
}

export class SiteRenderer {
  readonly site: Site;
  readonly #parts: RendererParts;

  constructor(parts: RendererParts) {
    this.site = parts.site;
    this.#parts = parts;
  }

  /** What answers the shortcodes of a page, or of a file that is none. */
  host(page: Page | undefined): Host {
    return createHost(this.#parts, this.#parts.definitions, page);
  }

  /** What answers all that a page asks. */
  answerer(page: Page): Answerer {
    const { site, files, isDev } = this.#parts;
    const hasPlaces = isDev || site.settings.edit !== undefined;
    return { host: this.host(page), links: linkContext(site, page, []), files, hasPlaces };
  }

  /** A text as the site would show it, as one of its pages or as none; links go to `links`. */
  render(
    source: Source,
    page: Page | undefined,
    links: ArticleLink[],
    { answerer, isTreeOnly = false }: RenderOptions = {},
  ): Rendering {
    const { site, pipeline, notes } = this.#parts;
    const rendering = pipeline({
      source,
      host: answerer?.host ?? this.host(page),
      isTreeOnly,
      shownTitle: page?.frontMatter.title === undefined ? page?.title : undefined,
      links: { ...linkContext(site, page, links), ...answerer?.links },
      provenance: this.#provenance(page),
      placeholders: {
        isOn: page?.frontMatter.placeholders ?? site.settings.placeholders,
        notes,
      },
    });
    const isPage = page !== undefined;
    return { ...rendering, diagnostics: checkPage({ ...rendering, source, isPage }) };
  }

  /** Where something that a page used is written: its file, and an entry's place in that. */
  placeOf({ kind, target }: Pick<Use, "kind" | "target">): Span | undefined {
    const { data, notes } = this.#parts;
    const [path = "", name] = target.split(/#(.*)/s);
    if (kind === "entry" && name !== undefined) {
      const found = data.entry(path.slice(path.indexOf("/") + 1), name);
      if (found.ok) return { source: found.value.entry.source, ...found.value.entry.range };
      return notes.get(name)?.span;
    }
    const file = data.files().find((candidate) => candidate.path === path);
    const source = file?.source ?? this.textFile(path);
    return source && { source, start: 0, end: 0 };
  }

  /** A text file of the site by its path from the root; undefined if there is none. */
  textFile(path: string): Source | undefined {
    const found = this.#parts.files.include(path);
    return found.ok ? found.value : undefined;
  }

  /** Authors see where blocks come from; readers get links there, where the settings have them. */
  #provenance(page: Page | undefined): Provenance | undefined {
    const { site, isDev } = this.#parts;
    const { edit } = site.settings;
    const hasLinks = edit !== undefined && page !== undefined && linksParts(page, site.settings);
    if (!isDev && !hasLinks) return undefined;
    return {
      placeOf: (use) => this.placeOf(use),
      isShown: isDev,
      linkTo: hasLinks ? (path, line) => sourceLink(edit, path, line) : undefined,
    };
  }
}
