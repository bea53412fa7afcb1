/** What `/_waymark` shows while writing: snippets with their users, shortcodes, diagnostics. */
import type { Diagnostic } from "../messages/diagnostic.ts";
import { articleWithin } from "../print/article.ts";
import type { Page } from "../site/types.ts";
import { Source } from "../text/source.ts";
import { placeOf, type ShownDiagnostic, type ShownPlace, shownDiagnostic } from "./dev-state.ts";
import type { Project } from "./project.ts";
import { type Thing, thingsOf } from "./things.ts";
import { UseIndex, type User } from "./usages.ts";

/** A page that shows something. */
export interface ShownPage {
  readonly title: string;
  /** With the base path; undefined for a page that gets no file. */
  readonly url: string | undefined;
}

/** One snippet or shortcode. */
export interface ShownThing {
  readonly id: string;
  readonly kind: Thing["kind"];
  readonly name: string;
  readonly place: ShownPlace | undefined;
  readonly pages: readonly ShownPage[];
  readonly users: readonly ShownUser[];
  /** What it looks like; of a shortcode, what its definition says. */
  readonly html: string;
}

/** A call, and the calls that bring in what it stands in. */
export interface ShownUser {
  readonly place: ShownPlace;
  readonly within: string;
  readonly users: readonly ShownUser[];
}

export interface Overview {
  readonly snippets: readonly ShownThing[];
  readonly shortcodes: readonly ShownThing[];
  readonly diagnostics: readonly ShownDiagnostic[];
}

const known = new WeakMap<Project, Overview>();

/** The overview of a project whose pages are rendered; made once. */
export function overviewOf(project: Project): Overview {
  const made = known.get(project) ?? makeOverview(project);
  known.set(project, made);
  return made;
}

function makeOverview(project: Project): Overview {
  const index = new UseIndex(project.uses());
  const byPath = new Map(project.site.allPages.map((page) => [page.path, page]));
  const around = { project, index, byPath };
  const things = thingsOf(project).map((thing, at) => shown(thing, at, around));
  const levels: readonly Diagnostic["level"][] = ["error", "warning", "info"];
  const found = project.diagnostics();
  return {
    snippets: things.flatMap((thing) => (thing !== undefined && !isCode(thing) ? [thing] : [])),
    shortcodes: things.flatMap((thing) => (thing !== undefined && isCode(thing) ? [thing] : [])),
    diagnostics: levels.flatMap((level) =>
      found
        .filter((diagnostic) => diagnostic.level === level)
        .map((diagnostic) => shownDiagnostic(project, diagnostic)),
    ),
  };
}

function isCode({ kind }: ShownThing): boolean {
  return kind === "shortcode";
}

interface Around {
  readonly project: Project;
  readonly index: UseIndex;
  readonly byPath: ReadonlyMap<string, Page>;
}

/** Undefined for what is no snippet: published pages, files of data that are not shown whole. */
function shown(thing: Thing, at: number, around: Around): ShownThing | undefined {
  const { project, index, byPath } = around;
  const users = index.users(thing);
  const text = textOf(thing, project);
  if (text === undefined && (thing.kind !== "data" || users.length === 0)) return undefined;
  const { site } = project;
  const id = `thing-${at}`;
  const { article } = project.render(new Source("_waymark.md", text ?? ""));
  const html = articleWithin(article.html, {
    prefix: id,
    ids: article.ids,
    shift: 2,
    url: site.settings.base,
    placeOf: () => undefined,
    addressOf: () => undefined,
  });
  return {
    id,
    kind: thing.kind,
    name: thing.kind === "partial" ? (thing.targets[1] ?? thing.target) : thing.target,
    place: thing.span && placeOf(project, thing.span),
    pages: index.pages(thing).map((path) => {
      const page = byPath.get(path);
      return {
        title: page?.title ?? path,
        url: page?.isPublished === true ? site.links.href(page.url) : undefined,
      };
    }),
    users: users.map((user) => shownUser(user, site.root)),
    html,
  };
}

function shownUser({ file, line, column, within, users }: User, root: string): ShownUser {
  return {
    place: { file, line, column, path: `${root}/${file}` },
    within,
    users: users.map((user) => shownUser(user, root)),
  };
}

/** The Markdown that shows a thing; undefined for what is not shown by itself. */
function textOf({ kind, target, targets, isRow }: Thing, project: Project): string | undefined {
  switch (kind) {
    case "entry":
      return isRow === true ? undefined : entryText(target, project);
    case "partial":
      return partialText(targets[1] ?? "", project);
    case "shortcode":
      return `{{< shortcode-reference ${quoted(target)} >}}\n`;
    case "file":
      return `{{% include-md file=${quoted(target)} %}}\n`;
    case "page":
      return project.site.allPages.some(({ path, isPublished }) => path === target && !isPublished)
        ? `{{% include-headless page=${quoted(target)} %}}\n`
        : undefined;
    case "diagram":
      return `{{< diagram ${quoted(target.replace(/^.*\/|\.[^.]*$/g, ""))} >}}\n`;
    default:
      return undefined;
  }
}

/** An entry is shown by the shortcodes that its fields are for. */
function entryText(target: string, { data }: Project): string | undefined {
  const [path = "", name = ""] = target.split(/#(.*)/s);
  const file = path.slice(path.indexOf("/") + 1);
  const found = data.entry(file, name);
  if (!found.ok) return undefined;
  const { content, description, code, results, syntaxElements, addenda } = found.value.entry;
  const named = `file=${quoted(file)} example=${quoted(name)}`;
  const parts = [
    content && `{{% include-from-yaml data=${quoted(file)} name=${quoted(name)} %}}`,
    syntaxElements
      ? `{{< include-syntax ${named} >}}`
      : (description ?? code ?? results ?? addenda) && `{{% include-example ${named} %}}`,
  ];
  return `${parts.filter((part) => part !== undefined).join("\n\n")}\n`;
}

/** A partial is shown without parameters; its body is a word. */
function partialText(name: string, project: Project): string | undefined {
  const definition = project.host(undefined).definition(name);
  if (definition === undefined) return undefined;
  return definition.body === "required"
    ? `{{% ${name} %}}\nBody\n{{% /${name} %}}\n`
    : `{{% ${name} %}}\n`;
}

function quoted(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
