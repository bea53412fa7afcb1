/** The names that the value of a parameter can have. */
import type { Project } from "../project/project.ts";
import type { ParameterSpec, ShortcodeDefinition } from "../shortcodes/types.ts";
import type { Page } from "../site/types.ts";

/** A name on offer, with a word about it. */
export interface Offer {
  readonly name: string;
  readonly detail?: string | undefined;
}

/** What is known where a value is written. */
export interface ValueQuestion {
  readonly project: Project;
  readonly page: Page | undefined;
  readonly definition: ShortcodeDefinition;
  readonly spec: ParameterSpec;
  /** The other values of the call, by name. */
  readonly named: ReadonlyMap<string, string>;
}

const IMAGE = /\.(?:svg|png|jpe?g|gif|webp|avif)$/i;

/** All names that there are for a value; none where any text will do. */
export function offersFor({ project, page, definition, spec, named }: ValueQuestion): Offer[] {
  const { data, site } = project;
  if (spec.values !== undefined) return spec.values.map((value) => ({ name: String(value) }));
  if (spec.type === "boolean") return [{ name: "true" }, { name: "false" }];
  switch (spec.names) {
    case "data":
      return data.paths().map((name) => ({ name }));
    case "entry": {
      const [file] = Object.entries(definition.parameters).find(
        ([, other]) => other.names === "data",
      ) ?? [""];
      return data.entryNames(named.get(file) ?? "").map((name) => ({ name }));
    }
    case "file":
      return [...new Set(project.includePaths())].map((name) => ({ name }));
    case "page":
      return site.allPages
        .filter(({ source }) => source !== undefined)
        .map(({ path, title }) => ({ name: contentPath(path), detail: title }));
    case "ref":
      return site.pages
        .filter(({ source }) => source !== undefined)
        .map(({ path, title }) => ({ name: `/${contentPath(path)}`, detail: title }));
    case "section":
      return site.allPages
        .filter(({ kind }) => kind !== "page")
        .map(({ url, title }) => ({ name: url, detail: title }));
    case "diagram":
      return diagramNames(project).map((name) => ({ name }));
    case "image":
      return [...site.files].filter((path) => IMAGE.test(path)).map((name) => ({ name }));
    case "parameter":
      return [
        ...Object.keys(page?.frontMatter.params ?? {}).map((name) => ({ name, detail: "page" })),
        ...Object.keys(site.settings.params).map((name) => ({ name, detail: "site" })),
      ];
    case "shortcode":
      return [...project.host(page).names()].map((name) => ({ name }));
    default:
      return [];
  }
}

/** The addresses that links can have: pages with their titles, or for images files. */
export function linkOffers({ site }: Project, isImage: boolean): Offer[] {
  const files = [...site.files].filter((path) => !isImage || IMAGE.test(path));
  const pages = isImage ? [] : site.pages.map(({ url, title }) => ({ name: url, detail: title }));
  return [...pages, ...files.map((name) => ({ name, detail: "file" }))];
}

function contentPath(path: string): string {
  return path
    .replace(/^content\//, "")
    .replace(/\.(?:md|markdown)$/, "")
    .replace(/(?:^|\/)_?index$/, "");
}

function diagramNames({ data, site }: Project): string[] {
  const drawn = [...site.files].flatMap((path) =>
    path.endsWith(".svg") ? [path.replace(/^\/(?:images\/|diagrams\/)?|\.svg$/g, "")] : [],
  );
  const grammars = data.paths().filter((path) => path.startsWith("diagrams/"));
  return [...grammars.map((path) => path.slice("diagrams/".length)), ...drawn];
}
