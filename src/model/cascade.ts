/**
 * Front matter that a section hands down. Hugo: own value, own cascade, nearest
 * ancestor; resources/page/page_matcher.go.
 */
import { matchesGlob } from "node:path/posix";
import { toPlain } from "../data/node.ts";
import type { DataMap, DataNode } from "../data/types.ts";
import type { Fields } from "./fields.ts";

/** What one cascade hands down, and to which pages. */
export interface Cascade {
  /** Glob over paths below content/, with a leading slash: `/guides/**`; undefined: all below. */
  readonly path: string | undefined;
  readonly kind: string | undefined;
  /** Values by field name in lower case, as plain values. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** The cascades of a page's front matter: a map or a list of maps. */
export function readCascade(fields: Fields): Cascade[] {
  const node = fields.node("cascade");
  if (node === undefined) return [];
  const maps = node.kind === "list" ? node.items : [node];
  return maps.flatMap((map): Cascade[] => {
    if (map.kind === "map") return [fromMap(map)];
    fields.wrong("cascade", map, "a map");
    return [];
  });
}

function fromMap(map: DataMap): Cascade {
  const values: Record<string, unknown> = {};
  for (const { key, value } of map.pairs) values[key.toLowerCase()] = toPlain(value);
  const target = targetOf(map);
  delete values.target;
  delete values._target;
  return { path: field(target, "path"), kind: field(target, "kind"), values };
}

function targetOf(map: DataMap): DataNode | undefined {
  return map.pairs.find(({ key }) => key === "target" || key === "_target")?.value;
}

function field(node: DataNode | undefined, name: string): string | undefined {
  if (node?.kind !== "map") return undefined;
  const value = node.pairs.find(({ key }) => key === name)?.value;
  return value?.kind === "scalar" ? value.text.text.replace(/^\{|\}$/g, "") : undefined;
}

/** Whether a cascade is meant for a page; `path` is below content/, without extension. */
export function isMeantFor({ path, kind }: Cascade, page: { path: string; kind: string }): boolean {
  if (kind !== undefined && kind !== page.kind) return false;
  return (
    path === undefined || matchesGlob(`/${page.path}`, path.startsWith("/") ? path : `/${path}`)
  );
}
