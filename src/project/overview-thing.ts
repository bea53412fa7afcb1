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

/** How many users are shown. */
export interface UserLimits {
  /** Pages of one thing. */
  readonly pages: number;
  /** Calls of one thing, without those that bring them in. */
  readonly calls: number;
  /** Pages that are rendered to know the places of calls, for all things of a view. */
  readonly budget: { left: number };
}

/** Renders a thing with its first users. */
export function shownThing(
  project: Project,
  things: OverviewThings,
  listed: ListedThing,
  limits: UserLimits,
): ShownThing {
  const { thing, id, name, text, pages } = listed;
  const { site } = project;
  const some = pages.slice(0, limits.pages);
  const { users, isWhole } = things.users(listed, some, limits.budget);
  const shown = users.slice(0, limits.calls);
  return {
    id,
    kind: thing.kind,
    name,
    target: thing.target,
    place: thing.span && placeOf(project, thing.span),
    uses: pages.length,
    pages: some.map(({ title, url, isPublished }) => ({
      title,
      url: isPublished ? site.links.href(url) : undefined,
    })),
    users: shown.map((user) => shownUser(user, site.root)),
    hasMore: !isWhole || shown.length < users.length || some.length < pages.length,
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
