/** The id at a place: in a link, in a `ref`, or where a heading or a tag has it. */
import type { Heading, Nodes } from "mdast";
import { eachNode } from "../markdown/each-node.ts";
import { headingIdOf } from "../markdown/heading-ids.ts";
import type { Project } from "../project/project.ts";
import type { Page } from "../site/types.ts";
import type { Range, Source } from "../text/source.ts";
import { hasId, idOf } from "./anchors.ts";
import { callAt, holds } from "./call-at.ts";
import { linksOf, pageOfLink } from "./definition.ts";
import type { Asked } from "./document.ts";
import { refTarget } from "./targets.ts";

/** An id of a page. */
export interface Anchor {
  readonly id: string;
  readonly page: Page;
  /** What has the id. */
  readonly node: Nodes;
  /** Where that stands, which may be in a text that the page includes. */
  readonly source: Source;
  readonly range: Range;
}

/** An anchor, and where the asked place names it. */
export interface AnchorAt {
  readonly anchor: Anchor;
  readonly named: Range;
}

/** The id that is meant at the asked place. `pages`: those that show the file. */
export function anchorAt(asked: Asked, pages: readonly Page[]): AnchorAt | undefined {
  const { calls, offset, project, source } = asked;
  const call = callAt(calls, offset);
  const parameter = call?.parameters.find(({ valueRange }) => holds(valueRange, offset));
  if (parameter?.spec?.names === "ref") {
    const target = refTarget(project.site, parameter.value, asked.page);
    return target && named(asked, parameter.valueRange, target.page, target.fragment);
  }
  const found = linksOf({ ...asked, shownOn: pages }).find(({ link }) => holds(link.span, offset));
  if (found !== undefined) {
    const { link } = found;
    const page = pageOfLink(project, link, found.page);
    return page && named(asked, link.span, page, link.fragment ?? "");
  }
  for (const page of pages) {
    const anchor = anchorsOf(project, page, source).find(
      (found) => found.source.path === source.path && holds(found.range, offset),
    );
    if (anchor !== undefined) return { anchor, named: anchor.range };
  }
  return undefined;
}

function named(
  { offset, project, source }: Asked,
  range: Range,
  page: Page,
  id: string,
): AnchorAt | undefined {
  const place = fragmentIn(source, range, id);
  const anchor = anchorsOf(project, page, source).find((found) => found.id === id);
  if (anchor === undefined || place === undefined || !holds(place, offset)) return undefined;
  return { anchor, named: place };
}

/** Where the id of an address stands in a range of a file; undefined where it is put together. */
export function fragmentIn(source: Source, { start, end }: Range, id: string): Range | undefined {
  const text = source.text.slice(start, end);
  for (const { index } of text.matchAll(/#/g)) {
    const written = /^[^\s"'`()<>[\]{}\\]*/.exec(text.slice(index + 1))?.[0] ?? "";
    if (written !== "" && decoded(written) === id)
      return { start: start + index + 1, end: start + index + 1 + written.length };
  }
  return undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The ids of a page with their places. `current`: a text as it is written. */
export function anchorsOf(project: Project, page: Page, current: Source): Anchor[] {
  const source = current.path === page.path ? current : page.source;
  if (source === undefined) return [];
  const { tree, origin } = project.render(source, page);
  const found: Anchor[] = [];
  eachNode(tree, (node) => {
    for (const id of idsOf(node)) {
      const span = origin(node);
      if (span === undefined || !hasId(node, id)) continue;
      const { start, end } = span;
      found.push({ id, page, node, source: span.source, range: { start, end } });
    }
  });
  return found;
}

function idsOf(node: Nodes): string[] {
  if (node.type === "html")
    return [...node.value.matchAll(/\s(?:id|name)=["']?([^"'\s>]+)/g)].map(([, id = ""]) => id);
  const id = node.type === "heading" ? headingIdOf(node as Heading) : idOf(node);
  return id === undefined ? [] : [id];
}

/** Whether two ids are those of the same place in a file. */
export function isSame(a: Anchor, b: Anchor): boolean {
  return a.id === b.id && a.source.path === b.source.path && a.range.start === b.range.start;
}
