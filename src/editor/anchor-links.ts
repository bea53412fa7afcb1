/** All links to an id: in pages, in texts that they include, in settings and in drafts. */
import { setImmediate } from "node:timers/promises";
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
  const leading = (await allLinks(project, current)).filter(({ id }) => id === anchor.id);
  const isTarget = new Map<Page, boolean>();
  for (const page of new Set(leading.map((each) => each.page)))
    isTarget.set(
      page,
      anchorsOf(project, page, current).some((found) => isSame(found, anchor)),
    );
  return distinct(leading.filter(({ page }) => isTarget.get(page) === true));
}

/** The links to a page as a whole, and to anything on it. */
export async function linksToPage(
  project: Project,
  page: Page,
  current: Source,
): Promise<AnchorLink[]> {
  const leading = await allLinks(project, current);
  return distinct(leading.filter((each) => each.page.url === page.url));
}

async function allLinks(project: Project, current: Source): Promise<Leading[]> {
  const found: Leading[] = [];
  const { allPages, left } = project.site;
  for (const page of [...allPages, ...left.map((each) => ({ ...each.page, isPublished: false }))]) {
    const isCurrent = page.path === current.path;
    const links = isCurrent ? linksOfText(project, current, page) : project.linksOf(page);
    found.push(...links.flatMap((link) => leadingOf(project, link, page)));
    await setImmediate();
  }
  found.push(...project.otherLinks().flatMap((link) => leadingOf(project, link, undefined)));
  for (const { source, page, call } of await writtenCalls(project, current)) {
    for (const { spec, value, valueRange } of call.parameters) {
      const target = spec?.names === "ref" ? refTarget(project.site, value, page) : undefined;
      if (target !== undefined)
        found.push({ page: target.page, id: target.fragment, source, range: valueRange });
    }
  }
  return found;
}

type Links = ReturnType<Project["linksOf"]>;

function linksOfText(project: Project, source: Source, page: Page): Links {
  const links: Links[number][] = [];
  project.render(source, page, links);
  return links;
}

function leadingOf(project: Project, link: Links[number], from: Page | undefined): Leading[] {
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
