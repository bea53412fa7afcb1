/** The texts of a site that are no pages: partials, included files, data, by name and place. */
import type { Span } from "../messages/diagnostic.ts";
import type { Use } from "../shortcodes/types.ts";
import type { Source } from "../text/source.ts";
import type { SiteFiles } from "./site-files.ts";
import type { SiteRenderer } from "./site-renderer.ts";

/** Something that a page used. */
type Thing = Pick<Use, "kind" | "target">;

export class SiteTexts {
  readonly #files: SiteFiles;
  readonly #renderer: SiteRenderer;

  constructor(files: SiteFiles, renderer: SiteRenderer) {
    this.#files = files;
    this.#renderer = renderer;
  }

  /** The partials by the names that call them. */
  partials(): Map<string, Source> {
    const named = [...this.#files.partialNames()].map(
      (name) => [name, this.#files.partial(name)?.source] as const,
    );
    return new Map(named.filter((pair): pair is [string, Source] => pair[1] !== undefined));
  }

  /** A text file by its path from the site's root; undefined if there is none. */
  file(path: string): Source | undefined {
    return this.#renderer.textFile(path);
  }

  /** Where a thing is written: its file, and an entry's place in that. */
  placeOf(thing: Thing): Span | undefined {
    return this.#renderer.placeOf(thing);
  }

  /** The line that a thing begins at. */
  lineOf(thing: Thing): number | undefined {
    const place = this.placeOf(thing);
    return place?.source.placeAt(place.start).line;
  }

  /** The paths of partials and included files that were read, or are not there. */
  paths(): string[] {
    return [...this.#files.sources().map(({ path }) => path), ...this.#files.missing()];
  }

  /** The paths that includes can name, for editors. */
  includePaths(): string[] {
    return this.#files.includePaths();
  }
}
