/** Who uses what: the uses that pages noted while they were resolved. */
import { chainOf } from "../text/mapped.ts";
import type { Project } from "./project.ts";

/** One use, by place. */
export interface Usage {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly kind: string;
  readonly target: string;
  /** The calls that led there, innermost first, as `file:line:column`. */
  readonly via: readonly string[];
}

/**
 * All uses of a name: a shortcode's, a partial's, a data file's or entry's, an
 * included file's. A data file's name covers its entries; a path may leave out
 * its first folder and its extension.
 */
export function usagesOf(project: Project, name: string): { usages: Usage[]; known: Set<string> } {
  const usages = new Map<string, Usage>();
  const known = new Set<string>();
  const wanted = normalised(name);
  for (const { kind, target, span } of project.uses()) {
    // A name is asked for as a whole or by what follows the `#`.
    for (const part of [target, target.slice(target.indexOf("#") + 1)]) known.add(part);
    if (!covers(wanted, target)) continue;
    const { source, start, frame } = span;
    const { line, column } = source.placeAt(start);
    const via = chainOf(frame).map((at) => {
      const place = at.source.placeAt(at.start);
      return `${at.source.path}:${place.line}:${place.column}`;
    });
    const usage = { file: source.path, line, column, kind, target, via };
    usages.set(JSON.stringify(usage), usage);
  }
  return { usages: [...usages.values()].sort(byPlace), known };
}

function covers(wanted: string, target: string): boolean {
  const file = target.split("#", 1)[0] ?? target;
  const entry = target.slice(file.length + 1);
  const names = [target, file, entry].filter((text) => text !== "");
  return names.some((text) => {
    const full = normalised(text);
    return full === wanted || full.slice(full.indexOf("/") + 1) === wanted;
  });
}

function normalised(name: string): string {
  return name.replace(/\.(ya?ml|json|toml|md|html)(?=#|$)/, "").replace(/^\/+/, "");
}

function byPlace(a: Usage, b: Usage): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
