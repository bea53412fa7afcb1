/**
 * The site as data: settings, pages, navigation. Made once per build by
 * site/site.ts; layouts and components only show it.
 */
import type { Span } from "../messages/diagnostic.ts";
import type { DiagnosticLevels } from "../messages/rules.ts";
import type { Used } from "../shortcodes/types.ts";
import type { Source } from "../text/source.ts";
import type { Accent } from "./accent.ts";
import type { ListRules } from "./list-rules.ts";
import type { SectionList } from "./section-list.ts";

/** One menu entry, with its children in order. */
export interface NavItem {
  /** `identifier`, or `name`: what `parent` refers to. */
  readonly key: string;
  readonly name: string;
  /** Absolute path with the base, or undefined for a heading without a page. */
  readonly url: string | undefined;
  readonly weight: number;
  readonly children: readonly NavItem[];
}

/** A link as components show it. */
export interface NavLink {
  readonly title: string;
  readonly url: string;
}

/** A heading in the table of contents. */
export interface TocItem {
  readonly id: string;
  /** Plain text, without a waypoint ("A", "1") and its dot. */
  readonly text: string;
  /** The waypoint: "A" of "A. Configure", "1" of "1. Enable"; undefined without one. */
  readonly waypoint: string | undefined;
  readonly depth: number;
  /** Labels of the tabs that it stands in, outermost first. */
  readonly tabs: readonly string[];
  readonly children: readonly TocItem[];
}

/** Front matter after the schema: names as written, types checked. */
export interface FrontMatter {
  readonly title: string | undefined;
  readonly linkTitle: string | undefined;
  readonly description: string | undefined;
  readonly slug: string | undefined;
  readonly url: string | undefined;
  readonly weight: number;
  readonly draft: boolean;
  readonly date: Date | undefined;
  /** Last change, as the author says it. */
  readonly lastmod?: Date | undefined;
  /** Where the page can be edited, if not where the settings say; false: nowhere. */
  readonly editURL?: string | false | undefined;
  /** False for `sitemap: { disable: true }`: the site map does not name the page. */
  readonly isInSitemap?: boolean;
  readonly aliases: readonly string[];
  /** How a section lists its pages; cards without it. */
  readonly list?: ListRules | undefined;
  readonly layout: string | undefined;
  readonly type?: string | undefined;
  /** Words by which search finds the page beside its text. */
  readonly keywords: readonly string[];
  /** False for `search: false`: the page is not in the search index. */
  readonly isSearched: boolean;
  /** Whether placeholders such as `<host>` become fields; undefined: as the settings say. */
  readonly placeholders?: boolean | undefined;
  /** Everything else, keys in lower case, for `param` and layouts. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** A page's article, rendered. */
export interface Article {
  /** The article's HTML, without title. */
  readonly html: string;
  /** The same as UTF-8, where it is kept so: then `html` is made anew each time. */
  readonly bytes?: Uint8Array;
  /** Two levels of headings and more, nested. */
  readonly toc: readonly TocItem[];
  /** Every id of the article that a link can point to. */
  readonly ids: ReadonlySet<string>;
  /** What it used. */
  readonly uses: readonly Used[];
}

export interface Page {
  /** Path of the file from the site's root: `content/a/b.md`; generated sections have none. */
  readonly path: string;
  readonly source: Source | undefined;
  readonly kind: "home" | "section" | "page";
  readonly frontMatter: FrontMatter;
  /** Path from the site's root, without the base, with final slash: `/a/b/`. */
  readonly url: string;
  readonly title: string;
  /** The shorter name for menus and lists. */
  readonly linkTitle: string;
  /** False for pages that are read by others but get no file (`render: never`). */
  readonly isPublished: boolean;
  /** False for pages that no list names (`list: never`). */
  readonly isListed: boolean;
  /** Offset in `source` at which the content after front matter starts. */
  readonly bodyStart: number;
}

/** What a layout needs for one page; made by site/view.ts. */
export interface PageView {
  readonly page: Page;
  readonly article: Article;
  /** URL with base. */
  readonly url: string;
  /** Absolute URL, or undefined if the settings name no baseURL. */
  readonly canonical: string | undefined;
  /** Sections above the page, outermost first. */
  readonly breadcrumbs: readonly NavLink[];
  readonly previous: NavLink | undefined;
  readonly next: NavLink | undefined;
  /** The current branch of the menu, open, and the other branches' tops. */
  readonly navigation: Navigation;
  /** A section's pages, for its list. */
  readonly children: readonly ChildLink[];
  /** The same as its front matter wants it; undefined without a list. */
  readonly list: SectionList | undefined;
}

export interface ChildLink extends NavLink {
  readonly description: string | undefined;
}

/** A menu cut down to what one page shows. */
export interface Navigation {
  /** Another one for another menu. */
  readonly version: string;
  readonly items: readonly NavBranch[];
}

export interface NavBranch {
  readonly key: string;
  readonly name: string;
  readonly url: string | undefined;
  readonly isCurrent: boolean;
  /** It is shown with its children. */
  readonly isOpen: boolean;
  /** The entry of the branch's own page, as its first child; undefined without a page. */
  readonly overview: NavBranch | undefined;
  /** A page in the branch, for readers without script. */
  readonly entry: string | undefined;
  /** The name under which the branch's children can be fetched. */
  readonly fragment: string | undefined;
  /** Present if open; if closed and `hasChildren`, they are fetched on demand. */
  readonly children: readonly NavBranch[];
  readonly hasChildren: boolean;
}

/** One thing in the header or footer. */
export interface SettingsLink {
  readonly name: string;
  readonly url: string;
}

/** Where links go that this site has no page for. */
export interface Upstream {
  /** Path prefix with both slashes: `/sql/`. */
  readonly prefix: string;
  /** What stands before the path there, without final slash. */
  readonly url: string;
}

/** A key that the settings give to a label of tabs. */
export interface TabKey {
  readonly key: string;
  readonly label: string;
  /** Where the label is written. */
  readonly span: Span;
}

/** How `check --external` asks for links to other hosts. */
export interface ExternalLinkSettings {
  /** Hosts, and addresses with `*` for anything, that are not asked for. */
  readonly ignore: readonly string[];
  /** Hosts that only their own network can reach are asked too. */
  readonly private: boolean;
  /** Seconds until a host that gives no answer is given up. */
  readonly timeout: number;
  /** For how many days a good answer counts. */
  readonly days: number;
}

/** Settings of a site: Hugo's configuration and `data/site.yml`. */
export interface Settings {
  readonly title: string;
  readonly description: string | undefined;
  /** Absolute URL of the site's root with final slash, or undefined. */
  readonly baseURL: string | undefined;
  /** The base path with both slashes, `/` by default. */
  readonly base: string;
  readonly language: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The menu shown as navigation, `main` by default. */
  readonly menu: string;
  readonly headerLinks: readonly SettingsLink[];
  readonly footerLinks: readonly SettingsLink[];
  readonly footerText: string | undefined;
  readonly look: LookSettings;
  /** Where a page's file can be edited; `{path}` stands for its path from the site's root. */
  readonly edit: string | undefined;
  /** The picture of links to pages that have none of their own: a path of the site, or an address. */
  readonly image: string | undefined;
  /** Whether dates of changes are read from git. */
  readonly enableGitInfo: boolean;
  readonly upstream: readonly Upstream[];
  /** Names for the same thing, for search: each list is one thing. */
  readonly synonyms: readonly (readonly string[])[];
  /** Whether placeholders such as `<host>` become fields, on pages that do not say. */
  readonly placeholders: boolean;
  /** Keys for labels of tabs, by the default keys of these labels. */
  readonly tabKeys: ReadonlyMap<string, TabKey>;
  readonly externalLinks: ExternalLinkSettings;
  /** Which Markdown parser: the fast one, or stock remark-parse. */
  readonly parser: "satteri" | "remark";
  /** Whether sections have print views, or the addresses of those that have. */
  readonly printViews: boolean | readonly string[];
  readonly buildDrafts: boolean;
  readonly buildFuture: boolean;
  readonly buildExpired: boolean;
  readonly uglyURLs: boolean;
  /** Top sections whose pages are files although `uglyURLs` is false. */
  readonly uglySections?: readonly string[];
  readonly disablePathToLower: boolean;
  readonly sectionPagesMenu: string | undefined;
  readonly refLinksErrorLevel: "error" | "warning";
  readonly refLinksNotFoundURL: string;
  /** Levels of diagnostics that are not those of the catalog. */
  readonly diagnostics: DiagnosticLevels;
  /** Where Waymark's manual is published, without a final slash; empty if nobody said. */
  readonly manual: string;
  /** Menu entries of the configuration, by menu name. */
  readonly menus: Readonly<Record<string, readonly SettingsMenuEntry[]>>;
}

/** A file that the settings name, and where they do. */
export interface SettingsFile {
  readonly path: string;
  readonly span: Span;
}

/** How a site looks, as its settings say. */
export interface LookSettings {
  readonly accent: Accent | undefined;
  readonly logo: LogoSettings | undefined;
  /** Style sheets of the site, in order. */
  readonly styles: readonly SettingsFile[];
  /** The direction of the texts: its own setting, else that of the language. */
  readonly direction: "ltr" | "rtl";
}

export interface LogoSettings {
  readonly light: SettingsFile;
  readonly dark: SettingsFile | undefined;
  /** What the image says; empty where it stands beside the site's name. */
  readonly alt: string;
}

export interface SettingsMenuEntry {
  readonly identifier: string | undefined;
  readonly name: string;
  readonly url: string | undefined;
  readonly pageRef: string | undefined;
  readonly parent: string | undefined;
  readonly weight: number;
  /** Where the parent is named, or else the entry. */
  readonly span?: Span;
}
