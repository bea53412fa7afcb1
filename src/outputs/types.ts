/** Files that stand beside the pages of a site: Markdown twins, lists of pages, rules for hosts. */
import type { Site } from "../site/site.ts";
import type { Article, Page } from "../site/types.ts";

/** One file of the built site. */
export interface OutputFile {
  /** Path from the site's root, without a slash before it: `guides/index.md`. */
  readonly path: string;
  /** Its content; it may be made when it is read. */
  readonly text: string;
  /** It holds what the site's own file at this path says, and takes its place. */
  readonly hasOwn?: boolean;
}

/** A published page, as outputs see it. */
export interface OutputPage {
  readonly page: Page;
  readonly article: Article;
  /** When it was changed last; undefined if nobody knows. */
  readonly changed: Date | undefined;
  /** The article as Markdown, without title and front matter; made when it is read. */
  readonly markdown: string;
}

/** A site, as outputs see it. */
export interface OutputSite {
  readonly site: Site;
  /** The pages that get a file, in order of path. */
  readonly pages: readonly OutputPage[];
}

/** One kind of output: its files for a site. Files that the site has itself need no care here. */
export type Output = (site: OutputSite) => Iterable<OutputFile>;
