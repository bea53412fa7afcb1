/** What layouts show of one page beside its article. */
import { INDEX_URL, twinUrl } from "../outputs/addresses.ts";
import { printUrl } from "../print/views.ts";
import { withBase } from "../site/base-path.ts";
import { editLink, type PagePart, pageParts } from "../site/edit-link.ts";
import { type PageHead, pageHead } from "../site/head.ts";
import type { Look } from "../site/look.ts";
import { hasSearchPage } from "../site/search-page.ts";
import type { Site } from "../site/site.ts";
import type { Page, PageView, Settings } from "../site/types.ts";
import { pageView } from "../site/view.ts";
import type { Project } from "./project.ts";

/** The settings that layouts show. */
export type ShownSettings = Pick<
  Settings,
  "title" | "language" | "base" | "headerLinks" | "footerLinks" | "footerText"
> & {
  readonly look: Look;
  /** Whether the generator's search page stands at its address. */
  readonly hasSearchPage: boolean;
};

/** What a page says to readers that are programs; addresses have the base path. */
export interface MachineLinks {
  /** The list of all pages. */
  readonly index: string;
  /** The page as Markdown; undefined if it has no twin. */
  readonly twin: string | undefined;
}

/** What layouts show around an article. */
export interface PageFrame {
  readonly view: Omit<PageView, "article" | "page"> & {
    readonly article: Pick<PageView["article"], "toc">;
    readonly page: Omit<Page, "source">;
  };
  readonly settings: ShownSettings;
  readonly head: PageHead;
  /** When the page was changed last; undefined if nobody knows. */
  readonly changed: Date | undefined;
  /** Where readers can edit the page. */
  readonly editLink: string | undefined;
  /** The files that it takes text of, with links to edit them. */
  readonly parts: readonly PagePart[];
  /** A section with all its pages on one; with the base path. */
  readonly printUrl: string | undefined;
  readonly machine: MachineLinks;
}

/** What layouts show around one page's article. */
export function pageFrame(project: Project, page: Page): PageFrame {
  const print = printUrl(project.site, page);
  const article = project.article(page);
  const { article: _article, page: _page, ...view } = pageView(project.site, page, article);
  const { source: _source, ...plain } = page;
  const changed = project.lastChanged(page);
  return {
    view: { ...view, article: { toc: article.toc }, page: plain },
    settings: shownSettings(project.site),
    head: pageHead(project.site, page, article, changed),
    changed,
    editLink: editLink(page, project.site.settings),
    parts: pageParts(page, article.uses, project.site, (use) => project.texts.lineOf(use)),
    printUrl: print && project.site.links.href(print),
    machine: machineLinks(project.site, page),
  };
}

function machineLinks(site: Site, page: Page): MachineLinks {
  const twin = twinUrl(site, page);
  return { index: site.links.href(INDEX_URL), twin: twin && site.links.href(twin) };
}

/** The links for programs of what is no page of the content. */
export function bareMachineLinks(base: string): MachineLinks {
  return { index: withBase(INDEX_URL, base), twin: undefined };
}

/** What layouts show of a site's settings. */
export function shownSettings(site: Site): ShownSettings {
  const { settings, look } = site;
  const { title, language, base, headerLinks, footerLinks, footerText } = settings;
  return {
    title,
    language,
    base,
    headerLinks,
    footerLinks,
    footerText,
    look,
    hasSearchPage: hasSearchPage(site),
  };
}
