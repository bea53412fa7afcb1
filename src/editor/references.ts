/** Who uses what stands at a place: an entry, a data file, a partial, an included file, a shortcode. */
import type { Location } from "vscode-languageserver/node";
import type { Use } from "../shortcodes/types.ts";
import { callAt, holds } from "./call-at.ts";
import { namedAt } from "./definition.ts";
import type { Asked } from "./document.ts";
import { locationOf } from "./places.ts";
import { fileOf } from "./site-session.ts";

/** The calls that use it, each once. `uses`: those of all pages. */
export function referencesOf(asked: Asked, uses: readonly Use[]): Location[] {
  const wanted = wantedAt(asked);
  const found = new Map<string, Location>();
  for (const { kind, target, span } of uses) {
    const isShortcode = wanted.shortcode === target && kind === "shortcode";
    const isFile = wanted.file !== undefined && fileOf(target) === wanted.file;
    if (!isShortcode && !isFile && target !== wanted.target) continue;
    const location = locationOf(asked.root, span);
    found.set(JSON.stringify(location), location);
  }
  return [...found.values()];
}

interface Wanted {
  /** A shortcode by its name. */
  readonly shortcode?: string;
  /** Exactly this target. */
  readonly target?: string | undefined;
  /** A file with all of its entries. */
  readonly file?: string;
}

function wantedAt(asked: Asked): Wanted {
  const { calls, offset, source, project } = asked;
  const call = callAt(calls, offset);
  if (call !== undefined) {
    const isInParameter = call.parameters.some(({ range }) => holds(range, offset));
    if (!isInParameter) return { shortcode: call.definition?.name ?? call.name };
    const use = namedAt(asked)?.target.use;
    return use !== undefined && !use.includes("#") ? { file: use } : { target: use };
  }
  const entry = project.data
    .entryNames(source.path.replace(/^data\//, ""))
    .map((name) => project.data.entry(source.path.replace(/^data\//, ""), name))
    .find((found) => found.ok && holds(found.value.entry.range, offset));
  return entry?.ok === true ? { target: entry.value.target } : { file: source.path };
}
