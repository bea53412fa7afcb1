/** Where a parameter of a page or of the site is written. */
import { parseDataFile } from "../data/parse.ts";
import type { DataNode, DataPair } from "../data/types.ts";
import type { Project } from "../project/project.ts";
import { readSettingsLayers } from "../site/settings-files.ts";
import type { Page } from "../site/types.ts";
import { splitFrontMatter } from "../text/front-matter.ts";
import type { Range, Source } from "../text/source.ts";

interface Written {
  readonly source: Source;
  readonly range: Range;
}

/**
 * The field of a parameter, whose name has dots for maps: in the page's front matter, in that of
 * a section which hands it down, or in the settings. `current`: a text as it is written.
 */
export function writtenParameter(
  { site }: Project,
  page: Page | undefined,
  name: string,
  current: Source,
): Written | undefined {
  const keys = name.toLowerCase().split(".");
  const above = site.allPages
    .filter(({ kind, path }) => kind !== "page" && page?.path.startsWith(folderOf(path)))
    .sort((a, b) => b.path.length - a.path.length);
  for (const candidate of page === undefined ? [] : [page, ...above]) {
    const source = candidate.path === current.path ? current : candidate.source;
    const pairs = source === undefined ? [] : matterOf(source);
    const isOwn = candidate === page;
    const places = isOwn ? [pairs, ...cascadesIn(pairs)] : cascadesIn(pairs);
    const range = places.map((place) => rangeIn(place, keys)).find((found) => found !== undefined);
    if (source !== undefined && range !== undefined) return { source, range };
  }
  for (const { source, pairs } of readSettingsLayers(site.root, () => {})) {
    const range = innerOf(pairs, "params")
      .map((inner) => pairAt(inner, keys))
      .find((found) => found !== undefined);
    if (range !== undefined) return { source, range };
  }
  return undefined;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

function matterOf(source: Source): readonly DataPair[] {
  const { format, range } = splitFrontMatter(source);
  if (format === "none") return [];
  const { value } = parseDataFile(source, format, range);
  return value?.kind === "map" ? value.pairs : [];
}

/** A page's `params` go before its other fields. */
function rangeIn(pairs: readonly DataPair[], keys: readonly string[]): Range | undefined {
  const places = [...innerOf(pairs, "params"), pairs];
  return places.map((place) => pairAt(place, keys)).find((found) => found !== undefined);
}

function cascadesIn(pairs: readonly DataPair[]): (readonly DataPair[])[] {
  return innerOf(pairs, "cascade");
}

/** The maps below a key, alone or in a list. */
function innerOf(pairs: readonly DataPair[], name: string): (readonly DataPair[])[] {
  const value = named(pairs, name)?.value;
  const nodes: readonly DataNode[] = value?.kind === "list" ? value.items : value ? [value] : [];
  return nodes.flatMap((node) => (node.kind === "map" ? [node.pairs] : []));
}

function pairAt(pairs: readonly DataPair[], keys: readonly string[]): Range | undefined {
  const [first = "", ...rest] = keys;
  const pair = named(pairs, first);
  if (pair === undefined) return undefined;
  const { keyRange, value } = pair;
  if (rest.length > 0) return value.kind === "map" ? pairAt(value.pairs, rest) : undefined;
  return { start: keyRange.start, end: Math.max(keyRange.end, value.range.end) };
}

function named(pairs: readonly DataPair[], name: string): DataPair | undefined {
  return pairs.find(({ key }) => key.toLowerCase() === name);
}
