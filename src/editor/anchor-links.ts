/** All links to an id: in pages, in texts that they include, in settings and in drafts. */
import { setImmediate } from "node:timers/promises";
import type { ArticleLink } from "../markdown/links.ts";
import type { Project } from "../project/project.ts";
import type { Page } from "../site/types.ts";
import type { Range, Source } from "../text/source.ts";
import { type Anchor, anchorsOf, fragmentIn, isSame } from "./anchors-at.ts";
import { pageOfLink } from "./definition.ts";
import { refTarget } from "./targets.ts";
import { writtenCalls } from "./written-uses.ts";

/** A link to an id. */
export interface AnchorLink {
  readonly source: Source;
  /** All of the address. */
  readonly range: Range;
  /** The id in it; undefined where the address is put together. */
  readonly fragment: Range | undefined;
}

/** What leads to a page, or to something on it. */
interface Leading {
  readonly page: Page;
  readonly id: string;
  readonly source: Source;
  readonly range: Range;
}

/**
 * The links to what has an id. The same text may stand on several pages, all of which count.
 * `current`: a text as it is written. This makes all pages that are not made yet.
 */
export async function linksTo(
  project: Project,
  anchor: Anchor,
  current: Source,
): Promise<AnchorLink[]> {
  const { id } = anchor;
  const encoded = encodeURI(id);
  const found = await allLinks(project, current, {
    page: (page) => project.links.leadTo(id, page),
    text: (text) => text.includes(id) || text.includes(encoded),
  });
  const leading = found.filter((each) => each.id === id);
  const isTarget = new Map<Page, boolean>();
  for (const page of new Set(leading.map((each) => each.page)))
    isTarget.set(
      page,
      anchorsOf(project, page, current).some((other) => isSame(other, anchor)),
    );
  return distinct(leading.filter(({ page }) => isTarget.get(page) === true));
}

/** The links to a page as a whole, and to anything on it. */
export async function linksToPage(
  project: Project,
  page: Page,
  current: Source,
): Promise<AnchorLink[]> {
  const { url, path, frontMatter } = page;
  const addresses = [url, ...frontMatter.aliases];
  // A link in a text may be written as a path of the file, or as a former address.
  const names = [path, ...addresses].flatMap((each) => each.split("/").slice(-2));
  const words = [...names.map((name) => name.replace(/\.\w+$/, "")), ...url.split("/")];
  const found = await allLinks(project, current, {
    page: (other) => {
      const { html } = project.article(other);
      return addresses.some((address) => html.includes(address));
    },
    text: (text) => url === "/" || words.some((word) => word !== "" && text.includes(word)),
  });
  return distinct(found.filter((each) => each.page.url === url));
}

/** What may hold a link, asked for before its links are looked at: that takes time. */
interface Holding {
  readonly page: (page: Page) => boolean;
  readonly text: (text: string) => boolean;
}

/** Pages after which other questions have their turn. */
const AT_ONCE = 20;

async function allLinks(project: Project, current: Source, mayHold: Holding): Promise<Leading[]> {
  const found: Leading[] = [];
  let count = 0;
  for (const page of project.publishedPages) {
    found.push(...linksOfPage(project, current, page, mayHold));
    if (++count % AT_ONCE === 0) await setImmediate();
  }
  found.push(...linksOfDrafts(project, current, mayHold));
  const others = project.links.outside(mayHold.text);
  found.push(...others.flatMap((link) => leadingOf(project, link, undefined)));
  for (const { source, page, call } of await writtenCalls(project, current)) {
    for (const { spec, value, valueRange } of call.parameters) {
      const target = spec?.names === "ref" ? refTarget(project.site, value, page) : undefined;
      if (target !== undefined)
        found.push({ page: target.page, id: target.fragment, source, range: valueRange });
    }
  }
  return found;
}

/** The links of a page as it is written now, if it is the current text. */
function linksOfPage(project: Project, current: Source, page: Page, mayHold: Holding): Leading[] {
  const isCurrent = page.path === current.path;
  if (!isCurrent && !mayHold.page(page)) return [];
  const links = isCurrent ? linksOfText(project, current, page) : project.links.of(page);
  return links.flatMap((link) => leadingOf(project, link, page));
}

/** The links of pages that get no file; what these include is looked at by itself. */
function linksOfDrafts(project: Project, current: Source, mayHold: Holding): Leading[] {
  const { allPages, left } = project.site;
  const drafts = left.map((each) => ({ ...each.page, isPublished: false }));
  const hidden = [...allPages.filter(({ isPublished }) => !isPublished), ...drafts];
  return hidden.flatMap((page) => {
    const source = page.path === current.path ? current : page.source;
    if (source === undefined || !mayHold.text(source.text)) return [];
    return linksOfText(project, source, page).flatMap((link) => leadingOf(project, link, page));
  });
}

function linksOfText(project: Project, source: Source, page: Page): readonly ArticleLink[] {
  const links: ArticleLink[] = [];
  project.render(source, page, links);
  return links;
}

function leadingOf(project: Project, link: ArticleLink, from: Page | undefined): Leading[] {
  const page = pageOfLink(project, link, from);
  if (page === undefined) return [];
  const { source, start, end } = link.span;
  return [{ page, id: link.fragment ?? "", source, range: { start, end } }];
}

/** Each place once; a `ref` in the address of a link goes before that link. */
function distinct(leading: readonly Leading[]): AnchorLink[] {
  const links = new Map<string, AnchorLink>();
  for (const { id, source, range } of leading) {
    const fragment = id === "" ? undefined : fragmentIn(source, range, id);
    const place = fragment ?? range;
    links.set(`${source.path}:${place.start}`, { source, range, fragment });
  }
  return [...links.values()];
}
