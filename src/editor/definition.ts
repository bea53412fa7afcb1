/** From a name to what it names: the line of an entry, a partial, an included file, a page. */
import type { DocumentLink, Location, LocationLink } from "vscode-languageserver/node";
import type { ArticleLink } from "../markdown/links.ts";
import type { Project } from "../project/project.ts";
import type { Page } from "../site/types.ts";
import type { Range } from "../text/source.ts";
import { anchorTarget } from "./anchors.ts";
import { callAt, holds } from "./call-at.ts";
import type { Asked } from "./document.ts";
import { parentAt } from "./field-hover.ts";
import { positionAt, rangeOf, uriOf } from "./places.ts";
import { pageTarget, parameterTarget, shortcodeTarget, type Target } from "./targets.ts";

/** A name in a text, and what it leads to. */
export interface Named {
  readonly range: Range;
  readonly target: Target;
}

/** What stands at the asked place and leads somewhere. */
export function namedAt(asked: Asked): Named | undefined {
  const { calls, fields, offset } = asked;
  if (fields !== undefined) return parentAt(asked, fields);
  const call = callAt(calls, offset);
  if (call === undefined) return linkAt(asked);
  const parameter = call.parameters.find(({ range }) => holds(range, offset));
  const target = parameter && parameterTarget(asked, call, parameter);
  if (parameter !== undefined && target !== undefined) return { range: parameter.range, target };
  // Anywhere else in a tag, what the call shows is meant: its entry or file, or its partial.
  const shown = call.parameters.flatMap((other) => {
    const found = parameterTarget(asked, call, other);
    return found === undefined ? [] : [{ found, isEntry: other.spec?.names === "entry" }];
  });
  const best = shown.find(({ isEntry }) => isEntry) ?? shown[0];
  const whole = shortcodeTarget(call) ?? best?.found;
  return whole && { range: call.openRange, target: whole };
}

/** A link in a text, and the page that shows it. */
interface TextLink {
  readonly link: ArticleLink;
  readonly page: Page;
}

/** The links of the text itself, with the pages that they lead to. */
export function linksOf({ project, source, page, shownOn }: Asked): readonly TextLink[] {
  const found = new Map<number, TextLink>();
  for (const shown of shownOn) {
    const links: ArticleLink[] = [];
    // The text as it is written goes before that of its file.
    if (shown.path === source.path) project.render(source, page, links);
    else links.push(...project.links.of(shown));
    for (const link of links)
      if (link.span.source.path === source.path && !found.has(link.span.start))
        found.set(link.span.start, { link, page: shown });
  }
  return [...found.values()];
}

function linkAt(asked: Asked): Named | undefined {
  const found = linksOf(asked).find(({ link }) => holds(link.span, asked.offset));
  const target = found && linkTarget(asked, found);
  return found && target && { range: found.link.span, target };
}

/** The page of a link, or what its fragment names there. */
function linkTarget({ project, source }: Asked, { link, page }: TextLink): Target | undefined {
  const target = pageOfLink(project, link, page);
  return anchorTarget(project, target, link.fragment, source);
}

/** The page that a link leads to; the one that it stands on, if it names only an id. */
export function pageOfLink(
  { site }: Project,
  { pageUrl, url }: ArticleLink,
  from: Page | undefined,
): Page | undefined {
  if (pageUrl !== undefined) return site.byUrl.get(pageUrl);
  return url.startsWith("#") ? from : undefined;
}

/** Where the name at the asked place leads. */
export function definitionOf(asked: Asked, hasLinks: boolean): Location[] | LocationLink[] {
  const named = namedAt(asked);
  if (named === undefined) return [];
  const { source, range } = named.target;
  const uri = uriOf(asked.root, source.path);
  const whole = rangeOf(source, range);
  const line = { start: whole.start, end: positionAt(source, source.lineAt(range.start).end) };
  if (!hasLinks) return [{ uri, range: line }];
  return [
    {
      originSelectionRange: rangeOf(asked.source, named.range),
      targetUri: uri,
      targetRange: whole,
      targetSelectionRange: line,
    },
  ];
}

/** All names in a document that lead to files: those of calls, and links to pages. */
export function documentLinksOf(asked: Asked): DocumentLink[] {
  const { calls, root, source } = asked;
  const linked = (range: Range, target: Target | undefined): DocumentLink[] => {
    if (target === undefined) return [];
    const { line } = target.source.placeAt(target.range.start);
    const place = target.range.start > 0 ? `#L${line}` : "";
    return [
      { range: rangeOf(source, range), target: `${uriOf(root, target.source.path)}${place}` },
    ];
  };
  const ofCalls = calls.flatMap((call) =>
    call.parameters.flatMap((parameter) =>
      linked(parameter.valueRange, parameterTarget(asked, call, parameter)),
    ),
  );
  const ofText = linksOf(asked).flatMap(({ link }) => {
    const { byUrl } = asked.project.site;
    // All of them are asked for after each change: where an id stands takes too long to find out.
    const target = link.pageUrl === undefined ? undefined : pageTarget(byUrl.get(link.pageUrl));
    return linked(link.span, target);
  });
  return [...ofCalls, ...ofText];
}
