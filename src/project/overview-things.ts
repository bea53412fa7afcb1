/** The snippets and shortcodes that the overview lists, with how often each is used. */
import type { Use } from "../shortcodes/types.ts";
import type { Page } from "../site/types.ts";
import type { Project } from "./project.ts";
import { type Thing, thingsOf } from "./things.ts";
import { UseIndex, type User } from "./usages.ts";

/** One snippet or shortcode, not yet rendered. */
export interface ListedThing {
  readonly thing: Thing;
  /** For elements' ids. */
  readonly id: string;
  /** As it is called. */
  readonly name: string;
  /** The file that it stands in; diagrams stand in none. */
  readonly file: string;
  /** The Markdown that shows it; undefined for what is not shown by itself. */
  readonly text: string | undefined;
  /** The pages that show it. */
  readonly pages: readonly Page[];
}

/** Calls, as far as they were looked for. */
export interface SomeUsers {
  readonly users: readonly User[];
  /** Whether there are no others. */
  readonly isWhole: boolean;
}

/** A file with snippets. */
export interface ListedFile {
  readonly file: string;
  readonly count: number;
  readonly unused: number;
}

/** What stands in no file of text. */
const NO_FILE = "Diagrams";

export class OverviewThings {
  readonly snippets: readonly ListedThing[];
  readonly shortcodes: readonly ListedThing[];
  readonly #project: Project;
  readonly #byPath: ReadonlyMap<string, Page>;
  readonly #byTarget = new Map<string, { readonly kind: Use["kind"]; readonly page: Page }[]>();
  readonly #uses = new Map<Page, readonly Use[]>();
  readonly #texts = new Map<ListedThing, string>();

  /** Of a project's pages that are made so far. */
  constructor(project: Project) {
    this.#project = project;
    this.#byPath = new Map(project.site.allPages.map((page) => [page.path, page]));
    for (const { kind, target, page } of project.uses.targets()) {
      const known = this.#byTarget.get(target);
      if (known === undefined) this.#byTarget.set(target, [{ kind, page }]);
      else known.push({ kind, page });
    }
    const listed = thingsOf(project).flatMap((thing, at) => this.#listed(thing, at) ?? []);
    this.snippets = listed.filter(({ thing }) => thing.kind !== "shortcode");
    this.shortcodes = listed.filter(({ thing }) => thing.kind === "shortcode");
  }

  /**
   * The calls of a thing on these pages. `budget` counts the pages that may be rendered again
   * to know their places.
   */
  users({ thing }: ListedThing, pages: readonly Page[], budget: { left: number }): SomeUsers {
    const found = pages.map((page) => this.#usesOf(page, budget));
    const index = new UseIndex(found.flatMap((uses) => uses ?? []));
    return { users: index.users(thing), isWhole: !found.includes(undefined) };
  }

  #usesOf(page: Page, budget: { left: number }): readonly Use[] | undefined {
    const known = this.#uses.get(page) ?? this.#project.uses.known(page);
    if (known !== undefined || budget.left === 0) return known;
    budget.left--;
    const uses = this.#project.uses.of(page);
    this.#uses.set(page, uses);
    return uses;
  }

  /** The files of snippets, in their order. */
  files(): ListedFile[] {
    const groups = Map.groupBy(this.snippets, ({ file }) => file);
    return [...groups].map(([file, things]) => ({
      file,
      count: things.length,
      unused: things.filter(({ pages }) => pages.length === 0).length,
    }));
  }

  /** Whether a thing's name, kind or text holds all the words, which are in lower case. */
  holds(listed: ListedThing, words: readonly string[]): boolean {
    if (words.length === 0) return true;
    const text = this.#texts.get(listed) ?? this.#wordsOf(listed);
    this.#texts.set(listed, text);
    return words.every((word) => text.includes(word));
  }

  #wordsOf({ thing: { kind, target, span }, name, file }: ListedThing): string {
    const own =
      kind === "shortcode"
        ? this.#project.host(undefined).definition(target)?.doc
        : span?.source.text.slice(span.start, kind === "entry" ? span.end : undefined);
    return `${kind} ${name} ${file} ${own ?? ""}`.toLowerCase();
  }

  /** Undefined for what is no snippet: published pages, files of data that are not used whole. */
  #listed(thing: Thing, at: number): ListedThing | undefined {
    const text = this.#markdownOf(thing);
    const pages = this.#pagesOf(thing);
    if (text === undefined && (thing.kind !== "data" || pages.length === 0)) return undefined;
    const { kind, target, targets, span } = thing;
    const file = span?.source.path ?? NO_FILE;
    const name =
      kind === "entry"
        ? target.slice(target.indexOf("#") + 1)
        : kind === "partial"
          ? (targets[1] ?? target)
          : target;
    return { thing, id: `thing-${at}`, name, file, text, pages };
  }

  /** The pages that show a thing by itself or as a part of a whole (usages.ts). */
  #pagesOf({ kind, target, targets }: Thing): Page[] {
    const uses = targets.flatMap((name) =>
      (this.#byTarget.get(name) ?? []).filter(
        (use) => name === target || kind === "partial" || use.kind === "data",
      ),
    );
    const pages = [...new Set(uses.map(({ page }) => page))];
    return pages.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  #markdownOf({ kind, target, targets, isRow }: Thing): string | undefined {
    switch (kind) {
      case "entry":
        return isRow === true ? undefined : entryText(target, this.#project);
      case "partial":
        return partialText(targets[1] ?? "", this.#project);
      case "shortcode":
        return `{{< shortcode-reference ${quoted(target)} >}}\n`;
      case "file":
        return `{{% include-md file=${quoted(target)} %}}\n`;
      case "page":
        return this.#byPath.get(target)?.isPublished === false
          ? `{{% include-headless page=${quoted(target)} %}}\n`
          : undefined;
      case "diagram":
        return `{{< diagram ${quoted(target.replace(/^.*\/|\.[^.]*$/g, ""))} >}}\n`;
      default:
        return undefined;
    }
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
