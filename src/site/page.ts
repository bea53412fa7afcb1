/** A page of the site, made of a content file and its front matter. */
import { basename } from "node:path/posix";
import type { Source } from "../text/source.ts";
import { kindOf } from "./bundles.ts";
import type { PageMatter } from "./front-matter.ts";
import type { Page, Settings } from "./types.ts";
import { expandTokens } from "./url-tokens.ts";
import { contentName, pageUrl } from "./urls.ts";

/** The page of the file at `path` below content/; `bodyStart` is where its content starts. */
export function toPage(
  { path, source }: { readonly path: string; readonly source: Source },
  bodyStart: number,
  { frontMatter, build }: PageMatter,
  settings: Settings,
): Page {
  const kind = kindOf(path);
  const title = frontMatter.title ?? titleOfText(source, bodyStart) ?? titleOfPath(path, settings);
  const { slug, date } = frontMatter;
  const url = frontMatter.url && expandTokens(frontMatter.url, { path, title, slug, date });
  return {
    path: `content/${path}`,
    source,
    kind,
    frontMatter,
    url: pageUrl({ path, kind, slug, url }, settings),
    title,
    linkTitle: frontMatter.linkTitle ?? title,
    isPublished: build.render === "always",
    // A page without an address can be named in no list.
    isListed: build.list !== "never" && build.render !== "never",
    bodyStart,
  };
}

/** A comment that excuses diagnostics: it is no part of a title. */
const EXCUSE = /[ \t]*<!--\s*waymark-ignore[\s\S]*?-->/g;

/** A page without a title in front matter: the heading of level 1 that it starts with. */
function titleOfText({ text }: Source, start: number): string | undefined {
  const beginning = text
    .slice(start, start + 1_000)
    .replace(EXCUSE, "")
    .trimStart();
  const heading = /^#[ \t]+(.*)/.exec(beginning)?.[1] ?? "";
  const title = heading.replace(/[ \t]*\{[^{}]*\}[ \t]*$/, "").replace(/[ \t]+#*[ \t]*$/, "");
  return title === "" ? undefined : title;
}

function titleOfPath(path: string, settings: Settings): string {
  const name = basename(contentName(path));
  return name === "" ? settings.title : titleOfName(name);
}

/** `ingest-data`: "Ingest Data". Hugo's plural form is left out: it makes "Sqls" of "sql". */
export function titleOfName(name: string): string {
  return name
    .split(/[-_\s]+/)
    .filter((word) => word !== "")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}
