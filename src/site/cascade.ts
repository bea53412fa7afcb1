/**
 * Front matter that is handed down. Hugo: own value, own cascade, nearest ancestor,
 * the site's configuration; resources/page/page_matcher.go.
 */
import { matchesGlob } from "node:path/posix";
import type { DataMap } from "../data/types.ts";
import type { Source } from "../text/source.ts";
import type { FieldLayer, Fields } from "./fields.ts";

/** What one cascade hands down, and to which pages. */
export interface Cascade {
  /** Glob over paths below content/, with a leading slash: `/guides/**`; undefined: all below. */
  readonly path: string | undefined;
  /** Glob over kinds; undefined: any. */
  readonly kind: string | undefined;
  /** Glob over environments; sites are built for production. */
  readonly environment: string | undefined;
  readonly layer: FieldLayer;
}

/** What a cascade's target is compared with. */
export interface CascadeTarget {
  /** Path below content/, without extension and index name: `guides/first`. */
  readonly path: string;
  readonly kind: string;
}

/** Fields of a cascade that say to whom, and not what. */
const TARGETS = new Set(["target", "_target", "cascade"]);

/** The cascades of front matter or a configuration: a map or a list of maps. */
export function readCascade(fields: Fields): Cascade[] {
  const field = fields.field("cascade");
  if (field === undefined) return [];
  const maps = field.value.kind === "list" ? field.value.items : [field.value];
  return maps.flatMap((map): Cascade[] => {
    if (map.kind === "map") return [fromMap(fields, field.source, map)];
    fields.wrong("cascade", map, "a map");
    return [];
  });
}

function fromMap(fields: Fields, source: Source, map: DataMap): Cascade {
  const inner = fields.of("cascade", map);
  const target = inner.inner("target") ?? inner.inner("_target");
  const pairs = map.pairs.filter(({ key }) => !TARGETS.has(key.toLowerCase()));
  const path = target?.text("path")?.toLowerCase();
  return {
    path: path === undefined || path.startsWith("/") ? path : `/${path}`,
    kind: target?.text("kind")?.toLowerCase(),
    environment: target?.text("environment"),
    layer: { source, pairs },
  };
}

/** Whether a cascade is meant for a page. */
export function isMeantFor(cascade: Cascade, { path, kind }: CascadeTarget): boolean {
  return (
    isMatch(kind, cascade.kind) &&
    isMatch(`/${path.toLowerCase()}`, cascade.path) &&
    isMatch("production", cascade.environment)
  );
}

function isMatch(name: string, glob: string | undefined): boolean {
  return glob === undefined || matchesGlob(name, glob);
}
