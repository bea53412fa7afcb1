/** What the value of a parameter names: where it stands, and by what name its uses are noted. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Project } from "../project/project.ts";
import { sectionAt } from "../site/listing.ts";
import type { Site } from "../site/site.ts";
import type { Page } from "../site/types.ts";
import type { Range } from "../text/source.ts";
import { Source } from "../text/source.ts";
import { anchorTarget } from "./anchors.ts";
import type { CallInText, CallParameter } from "./call-at.ts";
import type { Asked } from "./document.ts";
import { writtenParameter } from "./param-target.ts";

/** A place that a name leads to. */
export interface Target {
  readonly source: Source;
  /** All of it, within its file. */
  readonly range: Range;
  /** What `where` knows it by; undefined for what nothing notes. */
  readonly use: string | undefined;
  readonly page?: Page | undefined;
  /** The heading of the page that is meant. */
  readonly heading?: string | undefined;
}

/** Where a call's own shortcode comes from: the file of a partial. */
export function shortcodeTarget({ definition }: CallInText): Target | undefined {
  const source = definition?.source;
  return source && wholeOf(source, source.path);
}

/** Where a parameter's value leads; undefined if it names nothing, or nothing that is there. */
export function parameterTarget(
  { project, page, source: current }: Pick<Asked, "project" | "page" | "source">,
  call: CallInText,
  { spec, value }: CallParameter,
): Target | undefined {
  const { data, site } = project;
  switch (spec?.names) {
    case "data":
      return dataTarget(project, value);
    case "entry": {
      const file = call.parameters.find((other) => other.spec?.names === "data")?.value ?? "";
      const found = data.entry(file, value);
      if (!found.ok) return undefined;
      const { entry, target } = found.value;
      return { source: entry.source, range: entry.range, use: target };
    }
    case "file":
    case "page": {
      const host = project.host(page);
      const found = spec.names === "file" ? host.file(value, page?.path ?? "") : host.page(value);
      if (!found.ok) return undefined;
      const { text, target } = found.value;
      const { source } = text.originAt(0);
      return wholeOf(source.path === target ? source : new Source(target, ""), target);
    }
    case "ref": {
      const named = refTarget(site, value, page);
      return named && anchorTarget(project, named.page, named.fragment, current);
    }
    case "section":
      return pageTarget(sectionAt(site, value));
    case "diagram":
      return dataTarget(project, `diagrams/${value}`) ?? drawingTarget(project, value);
    case "parameter": {
      const found = writtenParameter(project, page, value, current);
      return found && { ...found, use: undefined };
    }
    case "shortcode": {
      const source = project.host(page).definition(value)?.source;
      return source && wholeOf(source, source.path);
    }
    default:
      return undefined;
  }
}

/** The page that a reference names, and the id. */
export function refTarget(
  { links, byUrl, settings }: Site,
  target: string,
  from: Page | undefined,
): { readonly page: Page; readonly fragment: string } | undefined {
  const found = links.ref(target, from, "relative");
  if (!found.ok) return undefined;
  const [url = "", fragment = ""] = found.value.split("#", 2);
  const path = url.startsWith(settings.base) ? `/${url.slice(settings.base.length)}` : url;
  const page = url === "" ? from : byUrl.get(path);
  return page && { page, fragment };
}

/** A page, from its text on. */
export function pageTarget(page: Page | undefined): Target | undefined {
  if (page?.source === undefined) return undefined;
  const { source } = page;
  return { source, range: { start: 0, end: source.text.length }, use: source.path, page };
}

function dataTarget({ data }: Project, path: string): Target | undefined {
  const found = data.file(path);
  // A folder has no text of its own.
  if (!found.ok || found.value.source.path === "" || found.value.path.endsWith("/"))
    return undefined;
  return wholeOf(found.value.source, found.value.path);
}

/** An SVG file: its text matters to nobody here. */
function drawingTarget({ site }: Project, name: string): Target | undefined {
  const stem = name.replace(/^\/+|\.svg$/g, "");
  const paths = ["public", "static"].flatMap((folder) =>
    ["", "images/", "diagrams/"].map((below) => `${folder}/${below}${stem}.svg`),
  );
  const path = paths.find((candidate) => existsSync(join(site.root, candidate)));
  return path === undefined ? undefined : wholeOf(new Source(path, ""), name);
}

function wholeOf(source: Source, use: string): Target {
  return { source, range: { start: 0, end: source.text.length }, use };
}
