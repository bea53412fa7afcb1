/** What a site has that others can use, by the names that authors give it. */

import type { Span } from "../messages/diagnostic.ts";
import { BUILT_IN } from "../shortcodes/definitions/index.ts";
import type { Use } from "../shortcodes/types.ts";
import type { Page } from "../site/types.ts";
import type { Source } from "../text/source.ts";
import type { Project } from "./project.ts";

/** One thing: a shortcode, a text, a data file, an entry, a page. */
export interface Thing {
  readonly kind: Use["kind"];
  /** As uses name it: `note`, `data/a.yml#name`, `content/a.md`. */
  readonly target: string;
  /** What uses of it are called: a partial's name beside its path. */
  readonly targets: readonly string[];
  /** The names that it can be asked for by. */
  readonly names: readonly string[];
  /** Where it is written; undefined for what is built in. */
  readonly span: Span | undefined;
  /** A named item of a file that is used as a whole. */
  readonly isRow?: boolean;
}

const DATA_EXTENSIONS = ["yml", "yaml", "json", "toml"];

/** Everything that has a name, whether something uses it or not, in order of kind and name. */
export function thingsOf(project: Project): Thing[] {
  const things = [
    ...shortcodes(project),
    ...dataThings(project),
    ...placeholderThings(project),
    ...project.site.allPages.map((page) => pageThing(page, project)),
  ];
  const known = new Set(things.flatMap(({ targets }) => targets));
  return [...things, ...usedThings(project, known)];
}

/** The things of a name; a folder's or a data file's name stands for all that is in it. */
export function thingsNamed(things: readonly Thing[], name: string): Thing[] {
  const wanted = plainName(name);
  const own = things.filter(({ names }) => names.some((other) => plainName(other) === wanted));
  const folder = `${wanted.replace(/\/$/, "")}/`;
  const below = things.filter(
    ({ kind, names, isRow }) =>
      (kind === "data" || (kind === "entry" && isRow !== true)) &&
      names.some((other) => {
        const full = plainName(other);
        return full.startsWith(`${wanted}#`) || full.startsWith(folder);
      }),
  );
  const found = [...new Set([...own, ...below])];
  // A file that is a list of entries is what its entries are.
  const isFile = ({ kind, target }: Thing): boolean =>
    kind === "data" && found.some((other) => other.target.startsWith(`${target}#`));
  return found.filter((thing) => !isFile(thing));
}

/** A name without the slash at its start and the extension of its file. */
function plainName(name: string): string {
  return name
    .replace(/^(?:\.?\/)+/, "")
    .replace(/\.(?:ya?ml|json|toml|md|markdown|html|svg)(?=#|$)/, "");
}

function shortcodes(project: Project): Thing[] {
  const host = project.host(undefined);
  const partials = new Map([...project.texts.partials()].map(([name, source]) => [name, source]));
  return [...new Set(host.names())].flatMap((name): Thing[] => {
    const source = partials.get(name);
    const isPartial = source !== undefined && isPartialOf(name, source);
    if (!isPartial) {
      return [{ kind: "shortcode", target: name, targets: [name], names: [name], span: undefined }];
    }
    const { path } = source;
    return [
      {
        kind: "partial",
        target: path,
        targets: [path, name],
        names: [name, path, ...tailsOf(path)],
        span: startOf(source),
      },
    ];
  });
}

/** A partial in HTML does not stand for what is built in. */
function isPartialOf(name: string, { path }: Source): boolean {
  return path.endsWith(".md") || !BUILT_IN.has(name);
}

function dataThings(project: Project): Thing[] {
  const files = project.data.files();
  const paths = new Set(files.map(({ path }) => path));
  return files.flatMap(({ path, source, entries, isEntries }): Thing[] => {
    const whole = [path, ...foldersOf(path, paths)];
    const file: Thing = {
      kind: "data",
      target: path,
      targets: whole,
      names: [path, ...tailsOf(path)],
      span: startOf(source),
    };
    const named = entries.map(
      ({ name, range }): Thing => ({
        kind: "entry",
        target: `${path}#${name}`,
        targets: [`${path}#${name}`, ...whole],
        names: [
          `${path}#${name}`,
          ...tailsOf(path).map((tail) => `${tail}#${name}`),
          ...(isEntries ? [name] : []),
        ],
        span: { source, ...range },
        isRow: !isEntries,
      }),
    );
    return [file, ...named];
  });
}

/** Folders that hold a data file, as uses of whole folders name them, also by the file beside. */
function foldersOf(path: string, paths: ReadonlySet<string>): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.flatMap((_, index) => {
    const folder = parts.slice(0, index + 1).join("/");
    const beside = DATA_EXTENSIONS.map((extension) => `${folder}.${extension}`);
    return [`${folder}/`, ...beside.filter((name) => paths.has(name))];
  });
}

/** The notes on placeholders are no list of entries, but used by name as those are. */
function placeholderThings(project: Project): Thing[] {
  return [...project.placeholderNotes].flatMap(([name, { span }]): Thing[] => {
    if (span === undefined) return [];
    const { path } = span.source;
    const target = `${path}#${name}`;
    const names = [target, ...tailsOf(path).map((tail) => `${tail}#${name}`), name];
    return [{ kind: "entry", target, targets: [target], names, span }];
  });
}

/** A path without its first folder, and without the extension too. */
function tailsOf(path: string): string[] {
  const at = path.indexOf("/");
  if (at < 0) return [];
  const tail = path.slice(at + 1);
  return [...new Set([tail, plainName(tail)])];
}

function pageThing(page: Page, { site }: Project): Thing {
  const { path, url, source } = page;
  const address = url.replace(/^\/|\/$/g, "");
  const { base } = site.settings;
  return {
    kind: "page",
    target: path,
    targets: [path],
    names: [path, ...tailsOf(path), address, `${address}/`, `${base}${address}/`, url],
    span: source && { source, start: 0, end: 0 },
  };
}

/** What no list names: included files, diagrams, folders of data that are used as a whole. */
function usedThings(project: Project, known: ReadonlySet<string>): Thing[] {
  const used = new Map<string, Thing>();
  for (const { kind, target } of project.uses.targets()) {
    if (known.has(target) || used.has(target)) continue;
    const names = [target, ...tailsOf(target), target.slice(target.lastIndexOf("/") + 1)];
    const source = kind === "file" ? project.texts.file(target) : undefined;
    const span = source && startOf(source);
    used.set(target, { kind, target, targets: [target], names, span });
  }
  return [...used.values()].sort((a, b) => (a.target < b.target ? -1 : 1));
}

function startOf(source: Source): Span {
  return { source, start: 0, end: 0 };
}
