/**
 * Who uses what stands at a place: calls of an entry, a data file, a partial, an included file or
 * a shortcode, and links to a page or to an id.
 */
import type { Location } from "vscode-languageserver/node";
import type { Use } from "../shortcodes/types.ts";
import type { Page } from "../site/types.ts";
import { type AnchorLink, linksTo, linksToPage } from "./anchor-links.ts";
import { type Anchor, anchorAt } from "./anchors-at.ts";
import { callAt, holds } from "./call-at.ts";
import { namedAt } from "./definition.ts";
import type { Asked } from "./document.ts";
import { locationOf } from "./places.ts";
import { fileOf } from "./site-session.ts";
import type { Target } from "./targets.ts";

/** What references are found in, asked for where they matter. */
export interface References {
  /** Those of all texts. */
  readonly uses: () => Promise<readonly Use[]>;
  /** The pages that show the asked file. */
  readonly pages: () => Promise<readonly Page[]>;
  /** Whether what is referred to counts too. */
  readonly hasDeclaration: boolean;
}

/** The calls and links that use it, each once. */
export async function referencesOf(asked: Asked, given: References): Promise<Location[]> {
  const { root } = asked;
  const found = new Map<string, Location>();
  const add = (place: Place): void => {
    const location = locationOf(root, { source: place.source, ...place.range });
    found.set(JSON.stringify(location), location);
  };
  const wanted = await wantedAt(asked, given);
  if (given.hasDeclaration && wanted.declaration !== undefined) add(wanted.declaration);
  for (const link of await linksOfWanted(asked, wanted)) add(link);
  const isCall = [wanted.shortcode, wanted.target, wanted.file].some((each) => each !== undefined);
  for (const { kind, target, span } of isCall ? await given.uses() : []) {
    const isShortcode = wanted.shortcode === target && kind === "shortcode";
    const isFile = wanted.file !== undefined && fileOf(target) === wanted.file;
    if (isShortcode || isFile || target === wanted.target)
      add({ source: span.source, range: span });
  }
  return [...found.values()];
}

type Place = Pick<Target, "source" | "range">;

interface Wanted {
  /** A shortcode by its name. */
  readonly shortcode?: string | undefined;
  /** Exactly this target. */
  readonly target?: string | undefined;
  /** A file with all of its entries. */
  readonly file?: string | undefined;
  readonly anchor?: Anchor | undefined;
  readonly page?: Page | undefined;
  readonly declaration?: Place | undefined;
}

async function linksOfWanted(asked: Asked, { anchor, page }: Wanted): Promise<AnchorLink[]> {
  const { project, source } = asked;
  if (anchor !== undefined) return linksTo(project, anchor, source);
  return page === undefined ? [] : linksToPage(project, page, source);
}

async function wantedAt(asked: Asked, { pages }: References): Promise<Wanted> {
  const { calls, offset, source, project, page } = asked;
  const call = callAt(calls, offset);
  const parameter = call?.parameters.find(({ range }) => holds(range, offset));
  if (call !== undefined && parameter === undefined)
    return { shortcode: call.definition?.name ?? call.name };
  const found = asked.fields === undefined ? anchorAt(asked, await pages()) : undefined;
  if (found !== undefined) return { anchor: found.anchor, declaration: found.anchor };
  const named = namedAt(asked)?.target;
  // A link, or a `ref`, to a page.
  if (named?.page !== undefined) return { page: named.page, file: named.use, declaration: named };
  if (call !== undefined) {
    const use = named?.use;
    const isFile = use !== undefined && !use.includes("#");
    return { ...(isFile ? { file: use } : { target: use }), declaration: named };
  }
  const key = source.path.replace(/^data\//, "");
  const entry = project.data
    .entryNames(key)
    .map((name) => project.data.entry(key, name))
    .find((each) => each.ok && holds(each.value.entry.range, offset));
  if (entry?.ok === true) return { target: entry.value.target, declaration: entry.value.entry };
  return { file: source.path, page };
}
