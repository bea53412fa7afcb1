/** The snippets and shortcodes that the overview lists, with how often each is used. */
import type { Page } from "../site/types.ts";
import type { Project } from "./project.ts";
import { type Thing, thingsOf } from "./things.ts";
import { UseIndex } from "./usages.ts";

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
  /** How many pages show it. */
  readonly uses: number;
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
  readonly index: UseIndex;
  readonly snippets: readonly ListedThing[];
  readonly shortcodes: readonly ListedThing[];
  readonly #project: Project;
  readonly #byPath: ReadonlyMap<string, Page>;
  readonly #texts = new Map<ListedThing, string>();

  /** Of a project's pages that are made so far. */
  constructor(project: Project) {
    this.#project = project;
    this.#byPath = new Map(project.site.allPages.map((page) => [page.path, page]));
    this.index = new UseIndex(project.uses());
    const listed = thingsOf(project).flatMap((thing, at) => this.#listed(thing, at) ?? []);
    this.snippets = listed.filter(({ thing }) => thing.kind !== "shortcode");
    this.shortcodes = listed.filter(({ thing }) => thing.kind === "shortcode");
  }

  /** The page of a content file. */
  page(path: string): Page | undefined {
    return this.#byPath.get(path);
  }

  /** The files of snippets, in their order. */
  files(): ListedFile[] {
    const groups = Map.groupBy(this.snippets, ({ file }) => file);
    return [...groups].map(([file, things]) => ({
      file,
      count: things.length,
      unused: things.filter(({ uses }) => uses === 0).length,
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
    const uses = this.index.pages(thing).length;
    if (text === undefined && (thing.kind !== "data" || uses === 0)) return undefined;
    const { kind, target, targets, span } = thing;
    const file = span?.source.path ?? NO_FILE;
    const name =
      kind === "entry"
        ? target.slice(target.indexOf("#") + 1)
        : kind === "partial"
          ? (targets[1] ?? target)
          : target;
    return { thing, id: `thing-${at}`, name, file, text, uses };
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
