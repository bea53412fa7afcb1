/** One snippet or shortcode as the overview shows it: rendered, with those who use it. */
import { articleWithin } from "../print/article.ts";
import { Source } from "../text/source.ts";
import { placeOf, type ShownPlace } from "./dev-state.ts";
import type { ListedThing, OverviewThings } from "./overview-things.ts";
import type { Project } from "./project.ts";
import type { Thing } from "./things.ts";
import type { User } from "./usages.ts";

/** A page that shows something. */
export interface ShownPage {
  readonly title: string;
  /** With the base path; undefined for a page that gets no file. */
  readonly url: string | undefined;
}

export interface ShownThing {
  readonly id: string;
  readonly kind: Thing["kind"];
  readonly name: string;
  /** What `where` calls it. */
  readonly target: string;
  readonly place: ShownPlace | undefined;
  /** How many pages show it. */
  readonly uses: number;
  /** The first of those pages. */
  readonly pages: readonly ShownPage[];
  /** The calls on these pages, as far as they are shown. */
  readonly users: readonly ShownUser[];
  /** Whether there are pages or calls besides. */
  readonly hasMore: boolean;
  /** What it looks like; of a shortcode, what its definition says. */
  readonly html: string;
}

/** A call, and the calls that bring in what it stands in. */
export interface ShownUser {
  readonly place: ShownPlace;
  readonly within: string;
  readonly users: readonly ShownUser[];
}

/** Renders a thing, with at most `limit` pages and as many calls. */
export function shownThing(
  project: Project,
  things: OverviewThings,
  listed: ListedThing,
  limit: number,
): ShownThing {
  const { thing, id, name, text, uses } = listed;
  const { site } = project;
  const { index } = things;
  const paths = index.pages(thing).slice(0, limit);
  const { users, isWhole } = index.someUsers(thing, limit);
  return {
    id,
    kind: thing.kind,
    name,
    target: thing.target,
    place: thing.span && placeOf(project, thing.span),
    uses,
    pages: paths.map((path) => {
      const page = things.page(path);
      return {
        title: page?.title ?? path,
        url: page?.isPublished === true ? site.links.href(page.url) : undefined,
      };
    }),
    users: users.map((user) => shownUser(user, site.root)),
    hasMore: !isWhole || paths.length < uses,
    html: text === undefined ? "" : htmlOf(project, text, id),
  };
}

function htmlOf(project: Project, text: string, id: string): string {
  const { article } = project.render(new Source("_waymark.md", text));
  return articleWithin(article.html, {
    prefix: id,
    ids: article.ids,
    shift: 2,
    url: project.site.settings.base,
    placeOf: () => undefined,
    addressOf: () => undefined,
  });
}

function shownUser({ file, line, column, within, users }: User, root: string): ShownUser {
  return {
    place: { file, line, column, path: `${root}/${file}` },
    within,
    users: users.map((user) => shownUser(user, root)),
  };
}
