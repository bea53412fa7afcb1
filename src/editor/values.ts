/** The names that the value of a parameter can have. */
import { posix } from "node:path";
import type { Project } from "../project/project.ts";
import type { ParameterSpec, ShortcodeDefinition } from "../shortcodes/types.ts";
import type { Page } from "../site/types.ts";
import type { Source } from "../text/source.ts";
import { tabLabels } from "./tab-labels.ts";

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
  /** The text that it is asked in, as it is now. */
  readonly source: Source;
  /** The value so far. */
  readonly typed: string;
}

const IMAGE = /\.(?:svg|png|jpe?g|gif|webp|avif)$/i;

/** All names that there are for a value; none where any text will do. */
export function offersFor(question: ValueQuestion): Offer[] {
  const { project, page, definition, spec, named, source, typed } = question;
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
      return includeOffers(project, typed);
    case "tab":
      return tabLabels(project, source).map(([name, path]) => ({ name, detail: path }));
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

/** Files are found in `data/` and `content/` without these words; who writes them gets them. */
function includeOffers(project: Project, typed: string): Offer[] {
  const paths = [...new Set(project.texts.includePaths())];
  const known = new Set(paths);
  const isShort = (path: string): boolean => {
    const [folder = "", ...rest] = path.split("/");
    const isLong = /^(?:data|content)$/.test(folder) && known.has(rest.join("/"));
    return !isLong || typed.startsWith(`${folder}/`);
  };
  return paths.filter(isShort).map((name) => ({ name }));
}

/**
 * The addresses that links can have: pages with their titles, or for images files. Who does
 * not begin with a slash gets paths of files too, from that of `file`.
 */
export function linkOffers(
  { site }: Project,
  { isImage, typed, file }: { isImage: boolean; typed: string; file: string },
): Offer[] {
  const files = [...site.files].filter((path) => !isImage || IMAGE.test(path));
  const pages = isImage ? [] : site.pages.map(({ url, title }) => ({ name: url, detail: title }));
  const isRelative = typed !== "" && !typed.startsWith("/") && file.startsWith("content/");
  const written = isRelative && !isImage ? site.pages.filter(({ source }) => source) : [];
  const near = written.map(({ path, title }) => {
    const name = posix.relative(posix.dirname(file), path);
    return { name: typed.startsWith("./") ? `./${name}` : name, detail: title };
  });
  return [...near, ...pages, ...files.map((name) => ({ name, detail: "file" }))];
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
